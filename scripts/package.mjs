// `npm run package [-- targets]`: installable packages into dist/, by electron-builder.
import { copyFileSync, cpSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildMark, ensureBuild } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { provideElectron } from './electron-runtime.mjs'
import { Failure, main, root, runNode, say, toolScript } from './steps.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

const unpacked = join(root, 'dist', 'linux-unpacked')

/** The packaged program on Linux. */
export const releasedBinary = join(unpacked, 'qosdiplom')

/** Which build the package was made of. */
const packageMark = join(root, 'dist', '.built')

const isCurrent = () =>
  existsSync(releasedBinary) &&
  existsSync(packageMark) &&
  readFileSync(packageMark, 'utf8') === readFileSync(buildMark, 'utf8')

/** The fuses that a release has to have, as numbers of the fuse wire, read back from the packaged binary. */
async function checkFuses(binary) {
  const { FuseState, FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses')
  const wire = await getCurrentFuseWire(binary)
  const wanted = {
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
  }
  for (const [name, isOn] of Object.entries(wanted)) {
    if (wire[FuseV1Options[name]] !== (isOn ? FuseState.ENABLE : FuseState.DISABLE)) {
      throw new Failure(`The fuse ${name} of ${binary} is not ${isOn ? 'on' : 'off'}.`)
    }
  }
}

/** The environment that lets electron-builder compress with the system's 7-Zip; its own would be downloaded. */
function compressionEnvironment() {
  const sevenZip = ['/usr/bin/7za', '/usr/bin/7zz'].find((file) => existsSync(file))
  if (process.platform !== 'linux' || sevenZip === undefined) return process.env
  return { ELECTRON_BUILDER_7ZIP_PATH: sevenZip, ELECTRON_BUILDER_COMPRESSION_LEVEL: '5', ...process.env }
}

/** Packages the present build; `targets` are electron-builder's, by default those of electron-builder.yml. */
export async function packageProgram(runtime, targets = []) {
  if (process.platform === 'linux' && !targets.includes('dir')) await ensureSystemPackages(['packaging'])
  // The declared Electron is fetched by electron-builder for whichever system it packages.
  const electron = runtime.isDeclared
    ? []
    : [`-c.electronDist=${runtime.folder}`, `-c.electronVersion=${runtime.version}`]
  const args = [...targets, ...electron, '--publish=never']
  const code = await runNode(toolScript('electron-builder', 'cli.js'), args, {
    env: compressionEnvironment(),
  })
  if (code !== 0) throw new Failure('electron-builder failed.')
  if (existsSync(releasedBinary)) {
    await checkFuses(releasedBinary)
    copyFileSync(buildMark, packageMark)
  }
}

/**
 * A copy of the packaged program that lets the end-to-end tests attach: with the one fuse on that a release has off.
 * Everything else is as released. Answers the path of its binary.
 */
export async function preparePackageForTests(runtime) {
  if (process.platform !== 'linux') {
    throw new Failure('The end-to-end tests of the packaged program run on Linux only so far.')
  }
  if (!isCurrent()) await packageProgram(runtime, ['--linux', 'dir'])
  const copy = join(root, 'dist', 'linux-tests')
  rmSync(copy, { recursive: true, force: true })
  cpSync(unpacked, copy, { recursive: true, verbatimSymlinks: true })
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  const binary = join(copy, 'qosdiplom')
  await flipFuses(binary, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true })
  return binary
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    await ensureDependencies()
    const runtime = await provideElectron()
    if (!runtime.isDeclared) {
      say(
        `Electron ${runtime.version} gets no security fixes any more: this package is for trials, not for a release.`,
      )
    }
    await ensureBuild()
    await packageProgram(runtime, process.argv.slice(2))
  })
}
