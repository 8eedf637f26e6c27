// `npm run e2e [-- files]`: end-to-end tests in the real window. `--packaged` runs them on the packaged program.
import { fileURLToPath } from 'node:url'
import { ensureBuild } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { hasDisplay, withDisplay } from './display.mjs'
import { provideElectron } from './electron-runtime.mjs'
import { machineSwitches } from './launch.mjs'
import { preparePackageForTests, releasedBinary } from './package.mjs'
import { main, say } from './steps.mjs'
import { ensureSystemPackages } from './system-packages.mjs'
import { runVitest } from './vitest-run.mjs'

/** Runs the end-to-end tests, all or those of the files named, and answers `{ passed, failed }`. */
export async function runEndToEnd({ files = [], packaged = false } = {}) {
  await ensureSystemPackages(['window', 'tests', ...(hasDisplay() ? [] : ['display'])])
  const runtime = await provideElectron()
  await ensureBuild()
  const binary = packaged ? await preparePackageForTests(runtime) : ''
  if (!hasDisplay()) say('There is no display: the window opens under Xvfb.')
  const switches = machineSwitches(packaged ? { ...runtime, binary } : runtime, {
    isVirtualDisplay: !hasDisplay(),
  })
  return withDisplay((env) =>
    runVitest({
      config: 'vitest.e2e.config.ts',
      args: files,
      env: {
        ...env,
        ELECTRON_OVERRIDE_DIST_PATH: runtime.folder,
        QOSDIPLOM_ELECTRON: runtime.binary,
        QOSDIPLOM_PACKAGED: binary,
        QOSDIPLOM_RELEASED: packaged ? releasedBinary : '',
        QOSDIPLOM_SWITCHES: switches.join(' '),
      },
    }),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    await ensureDependencies()
    const args = process.argv.slice(2)
    const result = await runEndToEnd({
      packaged: args.includes('--packaged'),
      files: args.filter((argument) => argument !== '--packaged'),
    })
    say(`${result.passed} passed, ${result.failed} failed`)
    return result.failed === 0 ? 0 : 1
  })
}
