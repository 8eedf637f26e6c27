// What Electron and the tests need from a Debian or Ubuntu system, and how it gets there.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Failure, run, say } from './steps.mjs'

/** Each need: a program on the path or a shared library, and the Debian packages that may bring it, newest name first. */
const needs = {
  window: [
    { library: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
    { library: 'libnss3.so', packages: ['libnss3'] },
    { library: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
    { library: 'libgbm.so.1', packages: ['libgbm1'] },
  ],
  display: [{ program: 'Xvfb', packages: ['xvfb'] }],
  tests: [{ program: 'pdftotext', packages: ['poppler-utils'] }],
  packaging: [{ program: '7za', packages: ['p7zip-full', '7zip-standalone'] }],
}

function hasProgram(name) {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return [...folders, '/usr/bin', '/usr/local/bin'].some(
    (folder) => folder !== '' && existsSync(join(folder, name)),
  )
}

/** Names of the shared libraries that the dynamic linker knows. */
function knownLibraries() {
  const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((file) => existsSync(file))
  if (ldconfig === undefined) return null
  return execFileSync(ldconfig, ['-p'], { encoding: 'utf8', maxBuffer: 32 * 1024 * 1024 })
}

function missing(kinds) {
  const libraries = knownLibraries()
  return kinds
    .flatMap((kind) => needs[kind])
    .filter((need) =>
      need.program === undefined
        ? libraries !== null && !libraries.includes(`\t${need.library} `)
        : !hasProgram(need.program),
    )
}

const isAvailable = (name) =>
  spawnSync('apt-cache', ['show', name], { stdio: ['ignore', 'ignore', 'ignore'] }).status === 0

/** The first name that this release of the distribution knows. */
const packageFor = (need) => need.packages.find(isAvailable) ?? need.packages.at(-1)

async function apt(args) {
  const code = await run('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  if (code !== 0) throw new Failure(`apt-get ${args.join(' ')} failed.`)
}

/**
 * Makes sure that what the given work needs from the system is there (`window`, `display`, `tests`, `packaging`).
 * Installs it on Debian and Ubuntu as root; otherwise prints the one line to run and stops.
 * On other systems Electron's own requirements are the only ones.
 */
export async function ensureSystemPackages(kinds) {
  if (process.platform !== 'linux') return
  let lacking = missing(kinds)
  if (lacking.length === 0) return
  const what = lacking.map((need) => need.program ?? need.library).join(', ')
  if (!existsSync('/etc/debian_version')) {
    throw new Failure(
      `The system lacks ${what}. Install them with the system's package manager, then try again.`,
    )
  }
  if (process.getuid?.() !== 0) {
    throw new Failure(
      `The system lacks ${what}. Run this line, then try again:\n` +
        `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${lacking.map(packageFor).join(' ')}`,
    )
  }
  say(`Installing what the system lacks (${what}) ...`)
  await apt(['update', '-q'])
  await apt(['install', '-y', '-q', '--no-install-recommends', ...lacking.map(packageFor)])
  lacking = missing(kinds)
  if (lacking.length > 0) {
    throw new Failure(
      `Still missing after apt-get: ${lacking.map((need) => need.program ?? need.library).join(', ')}`,
    )
  }
}
