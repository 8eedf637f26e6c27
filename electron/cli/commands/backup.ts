import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { withWorkspace } from '../session.ts'
import type { Terminal } from '../terminal.ts'
import type { Call } from '../usage-error.ts'

/** `backup`: a checked copy of the workspace in the backups folder beside it. */
export async function backup(call: Call, terminal: Terminal): Promise<ExitCode> {
  const made = await withWorkspace(call, ({ client }) => client.workspace.backup())
  terminal.result(call.json ? JSON.stringify(made, null, 2) : made.name)
  terminal.message(call.t('cli:backup.made', { name: made.name, size: made.size }))
  return exitCodes.done
}
