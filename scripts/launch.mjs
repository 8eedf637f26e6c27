// How Electron is started here: which folder is the app, and which switches the machine needs.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statfsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { out } from './build.mjs'
import { root, say } from './steps.mjs'

/** The folder with the package.json whose `main` is the build in use. */
export const appFolder = out === join(root, 'out') ? root : out

function readSetting(file) {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return null
  }
}

/** Whether an ordinary process can make a user namespace here, found by making one. */
function namespacesArePossible() {
  if (readSetting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1') return false
  const trial = spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' })
  return trial.error !== undefined || trial.status === 0
}

/** Chromium's sandbox needs user namespaces, or its helper owned by root with the setuid bit. */
function sandboxIsPossible(runtime) {
  if (process.getuid?.() === 0) return false
  const helper = join(dirname(runtime.binary), 'chrome-sandbox')
  if (existsSync(helper)) {
    const { uid, mode } = statSync(helper)
    if (uid === 0 && (mode & 0o4000) !== 0) return true
  }
  return namespacesArePossible()
}

/** Switches of Chromium that this machine needs. */
export function machineSwitches(runtime, { isVirtualDisplay = false } = {}) {
  if (process.platform !== 'linux') return []
  const switches = []
  if (!sandboxIsPossible(runtime)) {
    if (process.getuid?.() !== 0) {
      say("This system does not let programs make a sandbox: starting without Chromium's own.")
    }
    switches.push('--no-sandbox')
  }
  if (isVirtualDisplay) switches.push('--disable-gpu')
  const { bsize, blocks } = statfsSync('/dev/shm')
  if (bsize * blocks < 256 * 1024 * 1024) switches.push('--disable-dev-shm-usage')
  return switches
}
