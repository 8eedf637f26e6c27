import { formatBytes, formatInstant } from '../../../shared/kernel/format.ts'
import { readWord } from '../arguments.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { withWorkspace } from '../session.ts'
import { printTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import type { Call } from '../usage-error.ts'

/** What `backup` does when it is not to make one. */
export const backupActions = ['list'] as const

/** `backup`: a checked copy of the workspace in the backups folder beside it. `backup list`: the copies that are there. */
export async function backup(call: Call, terminal: Terminal, action: string | undefined): Promise<ExitCode> {
  if (action !== undefined) {
    readWord(call, { argument: 'ACTION', text: action, words: backupActions })
    return listBackups(call, terminal)
  }
  const made = await withWorkspace(call, ({ client }) => client.workspace.backup())
  terminal.result(call.json ? JSON.stringify(made, null, 2) : made.name)
  terminal.message(call.t('cli:backup.made', { name: made.name, size: made.size }))
  return exitCodes.done
}

async function listBackups(call: Call, terminal: Terminal): Promise<ExitCode> {
  const { t, language } = call
  const backups = await withWorkspace(call, ({ client }) => client.workspace.backups())
  const cells = backups.map(({ name, at, reason, size }) => [
    name,
    formatInstant(at, language),
    t(`institution:backups.reasons.${reason}`),
    formatBytes(size, language),
  ])
  const header = [
    t('cli:backup.file'),
    t('institution:backups.at'),
    t('institution:backups.reason'),
    t('institution:backups.size'),
  ]
  if (call.json) terminal.result(JSON.stringify({ backups }, null, 2))
  else if (backups.length > 0) terminal.result(printTable(header, cells))
  terminal.message(t('cli:backup.listed', { count: backups.length }))
  return exitCodes.done
}
