import { resolve } from 'node:path'

/** What the command line asks of the window. */
export type StartArguments = {
  /** The workspace file to open, as an absolute path. */
  workspace: string | null
  /** Where to leave a picture of the window; the program ends after taking it. */
  screenshot: string | null
}

const workspaceFile = /\.qosdiplom$/i

function valueOf(args: readonly string[], name: string): string | null {
  for (const [index, argument] of args.entries()) {
    if (argument === `--${name}`) return args[index + 1] ?? null
    if (argument.startsWith(`--${name}=`)) return argument.slice(name.length + 3)
  }
  return null
}

/**
 * Reads the program's arguments: `--workspace FILE`, `--screenshot FILE`, or a workspace file by itself, as a file
 * manager passes it. Relative paths are taken from `folder`. Switches of Electron and Chromium are passed over.
 */
export function readStartArguments(args: readonly string[], folder: string): StartArguments {
  const file =
    valueOf(args, 'workspace') ??
    args.find((argument) => !argument.startsWith('-') && workspaceFile.test(argument)) ??
    null
  const screenshot = valueOf(args, 'screenshot')
  return {
    workspace: file === null ? null : resolve(folder, file),
    screenshot: screenshot === null ? null : resolve(folder, screenshot),
  }
}
