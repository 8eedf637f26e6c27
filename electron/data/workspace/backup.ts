import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { backupReasonSchema, type BackupReason } from '../../../shared/workspace/backup.ts'
import { syncFolder } from '../files.ts'
import { applicationId, openConnection, readPragma } from './sqlite-connection.ts'

/** Why a backup was written; part of its file name. */
export const backupReasons = backupReasonSchema.options
export type { BackupReason }

export type Backup = {
  /** File name inside the backups folder. */
  readonly name: string
  readonly path: string
  /** UTC ISO 8601 with milliseconds. */
  readonly at: string
  readonly reason: BackupReason
  /** Lower-case hexadecimal SHA-256 of the file. */
  readonly sha256: string
  readonly size: number
}

export type BackupRequest = {
  readonly at: Date
  readonly reason: BackupReason
  /** What comes next, such as the name of a migration. */
  readonly detail?: string
  /** The workspace file itself may not be written. */
  readonly readOnly?: boolean
}

/** The folder that holds the backups of one workspace: `backups/<name>` beside it. */
export const backupFolder = (workspacePath: string): string =>
  join(dirname(workspacePath), 'backups', basename(workspacePath, extname(workspacePath)))

/** A sortable file name that tells when and why: `2026-11-22T10-20-30-456Z-manual.qosdiplom`. */
export function backupName({ at, reason, detail }: BackupRequest): string {
  const why = detail === undefined ? reason : `${reason}-${detail}`
  return `${at.toISOString().replaceAll(/[:.]/g, '-')}-${why}.qosdiplom`
}

/**
 * Writes a copy of the workspace that is complete, on the disk and checked, or none at all.
 * SQLite's `VACUUM INTO` gives one consistent state while others read and write, but does not sync its file.
 * It runs on a connection of its own, because it cannot run inside another one's transaction.
 * Refuses with `backup-failed`.
 */
export async function writeBackup(workspacePath: string, request: BackupRequest): Promise<Backup> {
  const folder = backupFolder(workspacePath)
  const name = backupName(request)
  const path = join(folder, name)
  const draft = join(folder, `.${name}.part`)
  try {
    await mkdir(folder, { recursive: true })
    await rm(draft, { force: true })
    await copyContents(workspacePath, draft, request.readOnly === true ? 'read-only-file' : 'write')
    assertGoodCopy(draft)
    await rename(draft, path)
    await syncFolder(folder)
    const { reason } = request
    const at = request.at.toISOString()
    return { name, path, at, reason, sha256: await sha256OfFile(path), size: (await stat(path)).size }
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw new AppError('backup-failed', { reason: error instanceof Error ? error.name : 'unknown' })
  }
}

/**
 * Copies one committed state of a workspace file into a new file, and puts it on the disk. `read-only-file` leaves the
 * source and its folder untouched.
 */
export async function copyContents(
  from: string,
  to: string,
  mode: 'write' | 'read-only-file',
): Promise<void> {
  const connection = openConnection(from, mode)
  try {
    connection.exec('pragma query_only = off')
    connection.prepare('vacuum into ?').run(to)
  } finally {
    connection.close()
  }
  await syncFile(to)
}

/** Puts a file's content on the disk. */
export async function syncFile(path: string): Promise<void> {
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
