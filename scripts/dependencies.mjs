// Installs the npm packages of package-lock.json when they are absent or out of date.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure, root, runNpm, say } from './steps.mjs'

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
  } catch {
    return null
  }
}

/** Whether node_modules holds what the lock file names; optional packages may be missing, but not of another version. */
export function dependenciesAreCurrent() {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  if (wanted === null || installed === null) return false
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true
    const found = installed[path]
    if (found === undefined) return optional === true
    return found.version === version && existsSync(join(root, path, 'package.json'))
  })
}

/** Makes node_modules match the lock file. */
export async function ensureDependencies() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 18)) {
    throw new Failure(
      `Node ${process.versions.node} is too old: install Node 20.18 or newer, then try again.`,
    )
  }
  if (dependenciesAreCurrent()) return
  say('Installing the npm packages of package-lock.json (npm ci) ...')
  // The tools run on the Node that comes with the packages, so warnings about the system's older one mean nothing.
  const code = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  if (code !== 0) {
    throw new Failure('npm ci failed. Check that the npm registry can be reached, then try again.')
  }
}
