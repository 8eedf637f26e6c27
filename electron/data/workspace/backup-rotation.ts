import { open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoredBackup } from '../../../shared/workspace/backup.ts'
import { backupFolder, type BackupReason, backupReasons } from './backup.ts'

/** How many backups are kept per span: the newest of each hour, day, week and month that has one. */
const kept = {
  ofLastHour: 4,
  hours: 24,
  days: 14,
  weeks: 8,
  months: 12,
  beforeMigrations: 3,
  beforeRestores: 3,
} as const

/** Backups of one workspace together take no more than this, bytes; the newest stays in any case. */
const sizeBudget = 4 * 1024 ** 3

const namePattern = new RegExp(
  `^(\\d{4}-\\d{2}-\\d{2}T)(\\d{2})-(\\d{2})-(\\d{2})-(\\d{3}Z)-(${backupReasons.join('|')})(?:-.+)?\\.qosdiplom$`,
)

/** Reads time and reason from a backup's file name; null: the file is not one of ours. */
export function parseBackupName(name: string): { at: string; reason: BackupReason } | null {
  const match = namePattern.exec(name)
  if (match === null) return null
  const [, day = '', hours = '', minutes = '', seconds = '', rest = '', why = ''] = match
  const reason = backupReasons.find((known) => known === why)
  return reason === undefined ? null : { at: `${day}${hours}:${minutes}:${seconds}.${rest}`, reason }
}

/** The backups of a workspace, newest first. */
export async function listBackups(workspacePath: string): Promise<StoredBackup[]> {
  const folder = backupFolder(workspacePath)
  const names = await readdir(folder).catch(() => [])
  const backups: StoredBackup[] = []
  for (const name of names) {
    const parsed = parseBackupName(name)
    if (parsed === null) continue
    const facts = await stat(join(folder, name)).catch(() => undefined)
    if (facts?.isFile() !== true) continue
    const schemaVersion = await readSchemaVersion(join(folder, name))
    backups.push({ name, ...parsed, size: facts.size, schemaVersion })
  }
  return backups.toSorted((a, b) => (a.at < b.at ? 1 : -1))
}

/** The number of applied migrations, which stands in the header of the file; null: there is no header. */
async function readSchemaVersion(path: string): Promise<number | null> {
  const file = await open(path, 'r').catch(() => undefined)
  try {
    const header = await file?.read(Buffer.alloc(100), 0, 100, 0)
    return header?.bytesRead === 100 ? header.buffer.readUInt32BE(60) : null
  } finally {
    await file?.close()
  }
}

const hourOf = (at: string): string => at.slice(0, 13)
const dayOf = (at: string): string => at.slice(0, 10)
const monthOf = (at: string): string => at.slice(0, 7)
const weekOf = (at: string): string => String(Math.floor((Date.parse(at) / 86_400_000 + 3) / 7))

/** The newest backup of each of the newest `count` spans. */
function newestPerSpan(
  backups: readonly StoredBackup[],
  spanOf: (at: string) => string,
  count: number,
): StoredBackup[] {
  const spans = new Map<string, StoredBackup>()
  for (const backup of backups) if (!spans.has(spanOf(backup.at))) spans.set(spanOf(backup.at), backup)
  return [...spans.values()].slice(0, count)
}

/** Which of the backups (newest first) are no longer needed. The newest one always is. */
export function backupsToDelete(backups: readonly StoredBackup[], now: Date): StoredBackup[] {
  const hourAgo = new Date(now.getTime() - 3_600_000).toISOString()
  const needed = new Set<StoredBackup>([
    ...backups.slice(0, 1),
    ...backups.filter(({ at }) => at > hourAgo).slice(0, kept.ofLastHour),
    ...newestPerSpan(backups, hourOf, kept.hours),
    ...newestPerSpan(backups, dayOf, kept.days),
    ...newestPerSpan(backups, weekOf, kept.weeks),
    ...newestPerSpan(backups, monthOf, kept.months),
    ...backups.filter(({ reason }) => reason === 'migration').slice(0, kept.beforeMigrations),
    ...backups.filter(({ reason }) => reason === 'restore').slice(0, kept.beforeRestores),
  ])
  let size = 0
  const affordable = new Set(
    backups.filter((backup, index) => {
      if (!needed.has(backup)) return false
      size += backup.size
      return index === 0 || size <= sizeBudget
    }),
  )
  return backups.filter((backup) => !affordable.has(backup))
}

/** Deletes the backups that are no longer needed. */
export async function rotateBackups(workspacePath: string, now: Date): Promise<void> {
  const backups = await listBackups(workspacePath)
  for (const { name } of backupsToDelete(backups, now))
    await rm(join(backupFolder(workspacePath), name), { force: true })
}
