import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { syncFolder } from '../files.ts'
import { applicationId, openConnection, readPragma, type SqliteConnection } from './sqlite-connection.ts'

/** Why a backup was written; part of its file name. */
export type BackupReason = 'manual' | 'opened' | 'activity' | 'import' | 'migration' | 'restore'

export type Backup = {
  /** File name inside the backups folder. */
  readonly name: string
  readonly path: string
  readonly at: string
  readonly reason: BackupReason
  /** Lower-case hexadecimal SHA-256 of the file. */
  readonly sha256: string
  readonly size: number
}

/** The folder that holds the backups of one workspace: `backups/<name>` beside it. */
export const backupFolder = (workspacePath: string): string =>
  join(dirname(workspacePath), 'backups', basename(workspacePath, extname(workspacePath)))

/** A sortable file name that tells when and why: `2026-11-22T10-20-30-456Z-manual.qosdiplom`. */
export function backupName(at: string, reason: BackupReason, detail?: string): string {
  const why = detail === undefined ? reason : `${reason}-${detail}`
  return `${at.replaceAll(/[:.]/g, '-')}-${why}.qosdiplom`
}

/**
 * Writes a copy of the open workspace that is complete, on the disk and checked, or none at all.
 * SQLite's `VACUUM INTO` gives one consistent state while others read and write, but does not sync its file.
 * Refuses with `backup-failed`.
 */
export async function writeBackup(
  connection: SqliteConnection,
  workspacePath: string,
  { at, reason, detail }: { at: Date; reason: BackupReason; detail?: string },
): Promise<Backup> {
  const folder = backupFolder(workspacePath)
  const instant = at.toISOString()
  const name = backupName(instant, reason, detail)
  const path = join(folder, name)
  const draft = join(folder, `.${name}.part`)
  try {
    await mkdir(folder, { recursive: true })
    await rm(draft, { force: true })
    connection.prepare('vacuum into ?').run(draft)
    await syncWholeFile(draft)
    assertGoodCopy(draft)
    await rename(draft, path)
    await syncFolder(folder)
    return {
      name,
      path,
      at: instant,
      reason,
      sha256: await sha256OfFile(path),
      size: (await stat(path)).size,
    }
  } catch {
    await rm(draft, { force: true }).catch(() => undefined)
    throw new AppError('backup-failed')
  }
}

async function syncWholeFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A copy counts only when SQLite reads it, finds it sound and finds our mark in it. */
function assertGoodCopy(path: string): void {
  const copy = openConnection(path, 'read-only-file')
  try {
    const check = readPragma(copy, 'quick_check(1)')
    const mark = readPragma(copy, 'application_id')
    if (check !== 'ok' || mark !== applicationId) throw new Error(`the copy is not sound: ${check}`)
  } finally {
    copy.close()
  }
}

/** Lower-case hexadecimal SHA-256 of a file, read in parts. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(path)) hash.update(part)
  return hash.digest('hex')
}
