import { constants } from 'node:fs'
import { access, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { syncFolder } from '../files.ts'
import { syncFile, writeBackup } from './backup.ts'
import { Database, type ReadOnlyReason } from './database.ts'
import { openSqliteEngine } from './engine.ts'
import { migrateSqlite, pendingMigrations } from './migrate.ts'
import { migrations as allMigrations } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'
import { applicationId, openConnection, readPragma, type SqliteConnection } from './sqlite-connection.ts'
import { asRefusal, sqliteCannotOpen, sqliteCode } from './sqlite-errors.ts'

export type OpenOptions = {
  readonly clock: () => Date
  readonly actor: string
  /** Other migrations than the program's, for tests of the migration itself. */
  readonly migrations?: Readonly<Record<string, Migration>>
}

const firstBytes = Buffer.from('SQLite format 3\0', 'latin1')

/**
 * Creates a workspace file: complete under another name, on the disk, and only then under its own.
 * Refuses with `workspace-exists` rather than to overwrite, and with `workspace-not-creatable`.
 */
export async function createWorkspaceFile(path: string, options: OpenOptions): Promise<Database> {
  if (await exists(path)) throw new AppError('workspace-exists', { name: basename(path) })
  const draft = join(dirname(path), `.${basename(path)}.new`)
  try {
    await removeDraft(draft)
    const connection = openConnection(draft, 'write')
    try {
      connection.exec(`pragma application_id = ${applicationId}`)
      await migrateSqlite(connection, options.clock().toISOString(), options.migrations)
      connection.exec('pragma wal_checkpoint(truncate)')
    } finally {
      connection.close()
    }
    await syncFile(draft)
    if (await exists(path)) throw new AppError('workspace-exists', { name: basename(path) })
    await rename(draft, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await removeDraft(draft).catch(() => undefined)
    if (error instanceof AppError) throw error
    if (isDiskError(error)) throw new AppError('workspace-not-creatable', { name: basename(path) })
    throw error
  }
  return openWorkspaceFile(path, options)
}

/**
 * Opens a workspace file and refuses, each in its own words: a missing, unreadable, empty, foreign, newer or damaged
 * file, and a disk that cannot save safely. An older file is copied and then brought to this version; a file that may
 * not be written opens for reading.
 */
export async function openWorkspaceFile(path: string, options: OpenOptions): Promise<Database> {
  const name = basename(path)
  await assertLooksLikeWorkspace(path)
  const reason = await readOnlyReason(path)
  const readOnly = reason !== null
  try {
    const connection = openConnection(path, readOnly ? 'read-only-file' : 'write')
    try {
      assertOurs(connection, name)
      assertSound(connection, (await stat(path)).size)
      await bringUpToDate(connection, path, readOnly, options)
    } finally {
      connection.close()
    }
    const { clock, actor } = options
    return await Database.open(async () => openSqliteEngine(path, { readOnly }), {
      clock,
      actor,
      readOnly: reason,
    })
  } catch (error) {
    if (sqliteCode(error) === sqliteCannotOpen)
      throw new AppError(readOnly ? 'workspace-log-unreadable' : 'workspace-no-access', { name })
    throw asRefusal(error)
  }
}

/** Refuses what is no workspace by its size and first bytes. */
export async function assertLooksLikeWorkspace(path: string): Promise<void> {
  const name = basename(path)
  const facts = await stat(path).catch((error: unknown) => {
    throw new AppError(isCode(error, 'EACCES') ? 'workspace-no-access' : 'workspace-missing', { name })
  })
  if (!facts.isFile()) throw new AppError('workspace-not-sqlite', { name })
  // SQLite would take it for a new database: a register that lost everything must not look like an empty one.
  if (facts.size === 0) throw new AppError('workspace-empty-file', { name })
  const header = await readHeader(path).catch(() => {
    throw new AppError('workspace-no-access', { name })
  })
  if (!header.subarray(0, firstBytes.length).equals(firstBytes))
    throw new AppError('workspace-not-sqlite', { name })
  // With a log beside it the header may be older than the truth; `assertOurs` asks SQLite then.
  const isOurs = header.length >= 72 && header.readUInt32BE(68) === applicationId
  if (!isOurs && !(await exists(`${path}-wal`))) throw new AppError('workspace-foreign', { name })
}

async function readHeader(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(100), 0, 100, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Refuses a database of another program. */
export function assertOurs(connection: SqliteConnection, name: string): void {
  if (readPragma(connection, 'application_id') !== applicationId)
    throw new AppError('workspace-foreign', { name })
}

/** Files above this size are checked without the contents of attachments, whose hashes are checked when they are read. */
const wholeCheckUpTo = 64 * 1024 * 1024

function assertSound(connection: SqliteConnection, size: number): void {
  const detail = size <= wholeCheckUpTo ? readPragma(connection, 'quick_check(1)') : checkTables(connection)
  if (detail !== 'ok') throw new AppError('workspace-damaged', { detail: String(detail) })
}

function checkTables(connection: SqliteConnection): string {
  const tables = connection
    .prepare(`select name from sqlite_schema where type = 'table' and name <> 'attachment_content'`)
    .all()
  for (const { name } of tables) {
    const result = String(readPragma(connection, `quick_check('${String(name)}')`))
    if (result !== 'ok') return result
  }
  return 'ok'
}

async function bringUpToDate(
  connection: SqliteConnection,
  path: string,
  readOnly: boolean,
  options: OpenOptions,
): Promise<void> {
  const name = basename(path)
  const migrations = options.migrations ?? allMigrations
  const known = Object.keys(migrations).length
  const version = Number(readPragma(connection, 'user_version'))
  if (version > known) throw new AppError('workspace-newer', { name, version, known })
  const [next] = pendingMigrations(version, migrations)
  if (next === undefined) return
  if (readOnly) throw new AppError('workspace-read-only')
  const backup = await writeBackup(path, {
    at: options.clock(),
    reason: 'migration',
    detail: next,
  })
  try {
    await migrateSqlite(connection, options.clock().toISOString(), migrations)
  } catch (error) {
    const refusal = asRefusal(error)
    if (refusal instanceof AppError) throw refusal
    throw new AppError('workspace-migration-failed', { name, backup: backup.name })
  }
}

/**
 * Why a workspace can only be read. A file marked as read-only stays so for an administrator, who could write it all the
 * same. In a folder where nothing may be written SQLite has no place for its log.
 */
async function readOnlyReason(path: string): Promise<ReadOnlyReason | null> {
  if (!(await isWritable(dirname(path)))) return 'folder'
  const { mode } = await stat(path)
  return (mode & 0o222) !== 0 && (await isWritable(path)) ? null : 'file'
}

const isWritable = async (target: string): Promise<boolean> =>
  access(target, constants.W_OK).then(
    () => true,
    () => false,
  )

const exists = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

async function removeDraft(draft: string): Promise<void> {
  for (const ending of ['', '-wal', '-shm', '-journal']) await rm(`${draft}${ending}`, { force: true })
}

const isCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code

/** An error of the file system, or of SQLite about it, in contrast to a bug. */
const isDiskError = (error: unknown): boolean =>
  (typeof error === 'object' && error !== null && 'syscall' in error) ||
  sqliteCode(error) === sqliteCannotOpen ||
  asRefusal(error) !== error
