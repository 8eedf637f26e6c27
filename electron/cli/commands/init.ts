import { sampleKindSchema } from '../../../shared/workspace/workspace.contract.ts'
import { readWord } from '../arguments.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { fileName, newWorkspacePath, withService } from '../session.ts'
import type { Terminal } from '../terminal.ts'
import type { Call } from '../usage-error.ts'

/** `init`: creates a workspace, empty or with a sample. An existing file is never overwritten. */
export async function init(
  call: Call,
  terminal: Terminal,
  options: { sample?: string | undefined },
): Promise<ExitCode> {
  const { t, language } = call
  const sample =
    options.sample === undefined
      ? null
      : readWord(call, { argument: '--sample', text: options.sample, words: sampleKindSchema.options })
  const path = newWorkspacePath(call)
  const state = await withService(call, ({ client, grant }) =>
    client.workspace.create({ at: grant(path), sample, language }),
  )
  if (call.json) terminal.result(JSON.stringify({ workspace: path, sample, counts: state.counts }, null, 2))
  else terminal.result(path)
  terminal.message(t(sample === null ? 'cli:init.created' : 'cli:init.filled', { name: fileName(path) }))
  return exitCodes.done
}
