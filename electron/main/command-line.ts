import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const commandLineFile = join(import.meta.dirname, '../cli/qosdiplom.js')

/** Lets what was written leave before the process does: pipes are not always written at once. */
function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()))
}

/**
 * Runs the command line instead of a window. The installed program has no separate Node, and its binary does not act
 * as one, so the wrapper `qosdiplom` calls it with `--cli -- ARGUMENTS`.
 */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  const own = args[0] === '--' ? args.slice(1) : args
  process.argv = [process.execPath, commandLineFile, ...own]
  // A bug ends the process as it would end Node; Electron would show a dialog instead.
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${error.stack ?? error.message}\n`)
    app.exit(1)
  })
  await import(pathToFileURL(commandLineFile).href)
  await Promise.all([flushed(process.stdout), flushed(process.stderr)])
  app.exit(Number(process.exitCode ?? 0))
}
