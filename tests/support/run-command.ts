import { runCli, type Outside } from '../../electron/cli/run-cli.ts'
import type { ExitCode } from '../../electron/cli/exit-codes.ts'
import type { Terminal } from '../../electron/cli/terminal.ts'

export type CommandRun = {
  readonly code: ExitCode
  /** Standard output and standard error. */
  readonly out: string
  readonly messages: string
  /** Standard output as JSON; null: it is none. */
  readonly json: unknown
}

const clock = (): Date => new Date('2026-11-22T09:00:00.000Z')

function parsed(text: string): unknown {
  return text.startsWith('{') ? JSON.parse(text) : null
}

/** Runs the command line in this process, in a folder, on 22 November 2026 unless told otherwise. */
export async function runCommand(
  folder: string,
  args: readonly string[],
  outside: Partial<Outside> = {},
): Promise<CommandRun> {
  const out: string[] = []
  const messages: string[] = []
  const terminal: Terminal = {
    result: (text) => out.push(text),
    message: (text) => messages.push(text),
    progress: () => undefined,
  }
  const environment = { LANG: 'en_GB.UTF-8' }
  const code = await runCli(args, terminal, { clock, environment, folder, ...outside })
  return {
    code,
    out: out.join('\n'),
    messages: messages.join('\n'),
    json: parsed(out.join('\n')),
  }
}
