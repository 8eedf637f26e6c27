import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { formatInstant, formatNumber } from '../../../shared/kernel/format.ts'
import type { BackupSource, RestorePreview, WorkspaceContents } from '../../../shared/workspace/backup.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { follow, type Session, withWorkspace } from '../session.ts'
import { printTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import type { Call } from '../usage-error.ts'

export type RestoreOptions = { readonly file: string; readonly dryRun?: boolean | undefined }

/**
 * `restore FILE`: puts a backup in place of everything in the workspace; the present state is backed up before. FILE is a
 * file, or the name of one in the backups folder. `--dry-run` only checks and compares; findings end with 1.
 */
export async function restore(call: Call, terminal: Terminal, options: RestoreOptions): Promise<ExitCode> {
  return withWorkspace(call, async (session) => {
    const source = sourceOf(call, session, options.file)
    return options.dryRun === true
      ? preview(call, terminal, await session.client.workspace.restorePreview(source))
      : replace(call, terminal, session, source)
  })
}

function sourceOf({ folder }: Call, { grant }: Session, file: string): BackupSource {
  return existsSync(resolve(folder, file)) ? { file: grant(file) } : { name: file }
}

async function replace(
  { t, json }: Call,
  terminal: Terminal,
  { client }: Session,
  source: BackupSource,
): Promise<ExitCode> {
  const steps = await client.workspace.restore(source)
  const result = await follow(steps, terminal, ({ done, total }) =>
    t('cli:progress', { stage: t('cli:restore.stage'), done, total }),
  )
  terminal.result(json ? JSON.stringify(result, null, 2) : result.safetyBackup)
  terminal.message(t('institution:restore.done', { name: result.safetyBackup }))
  terminal.message(t('institution:restore.outbox'))
  return exitCodes.done
}

function preview({ t, json, language }: Call, terminal: Terminal, found: RestorePreview): ExitCode {
  const { now, backup, findings } = found
  if (json) terminal.result(JSON.stringify(found, null, 2))
  else {
    const count = (value: number) => formatNumber(value, language)
    const at = (value: string | null) => (value === null ? '–' : formatInstant(value, language))
    const row = (label: string, read: (contents: WorkspaceContents) => string) => [
      label,
      read(now),
      backup === null ? '–' : read(backup),
    ]
    const rows = [
      ...(['partner', 'agreement', 'programme', 'cohort'] as const).map((entity) =>
        row(t(`institution:restore.counts.${entity}`), ({ counts }) => count(counts[entity])),
      ),
      row(t('institution:restore.counts.attachment'), ({ attachments }) => count(attachments)),
      row(t('institution:restore.counts.package'), ({ packages }) => count(packages)),
      row(t('institution:restore.lastChange'), ({ lastChangeAt }) => at(lastChangeAt)),
    ]
    terminal.result(printTable(['', t('institution:restore.now'), t('institution:restore.inBackup')], rows))
    for (const { check, detail } of findings) terminal.result(`${t(`cli:integrity.${check}`)}: ${detail}`)
  }
  const isWhole = findings.length === 0
  terminal.message(t(isWhole ? 'institution:restore.sound' : 'institution:restore.damaged'))
  return isWhole ? exitCodes.done : exitCodes.findings
}
