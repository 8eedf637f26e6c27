// `npm run screenshots [-- names of screens]`: pictures of every screen into screenshots/, see tests/screenshots.ts.
import { join } from 'node:path'
import { ensureBuild } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { hasDisplay, withDisplay } from './display.mjs'
import { provideElectron } from './electron-runtime.mjs'
import { machineSwitches } from './launch.mjs'
import { main, root, runNode } from './steps.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

await main(async () => {
  await ensureDependencies()
  await ensureSystemPackages(['window', ...(hasDisplay() ? [] : ['display'])])
  const runtime = await provideElectron()
  await ensureBuild()
  const switches = machineSwitches(runtime, { isVirtualDisplay: !hasDisplay() })
  return withDisplay((env) =>
    runNode(join(root, 'tests', 'screenshots.ts'), process.argv.slice(2), {
      env: { ...env, ELECTRON_OVERRIDE_DIST_PATH: runtime.folder, QOSDIPLOM_SWITCHES: switches.join(' ') },
    }),
  )
})
