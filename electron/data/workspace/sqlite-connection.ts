import { statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { AppError } from '../../../shared/kernel/app-error.ts'

/** Marks our files in SQLite's header: the letters QDIP. */
export const applicationId = 0x51444950

/** Older versions can corrupt a file when two connections write and checkpoint at once (repaired in 3.51.3). */
const oldestSafeVersion = [3, 51, 3] as const

export type ConnectionMode =
  | 'write'
  /** A second connection of the same process, for reading while a write runs. */
  | 'read'
  /** The file itself may not be written. */
  | 'read-only-file'

/** One SQLite connection. Its module is imported here and nowhere else. */
export type SqliteConnection = DatabaseSyncInstance

/** Opens a file (created when missing) under the connection contract; refuses when a setting did not take effect. */
export function openConnection(path: string, mode: ConnectionMode): SqliteConnection {
  const connection =
    mode === 'read-only-file' ? openReadOnly(path) : new DatabaseSync(path, { timeout: 5000 })
  try {
    assertSafeVersion(connection)
    applyContract(connection, mode)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/**
 * Opens a connection that changes nothing. Without a log beside it the file is opened as one that nobody changes, which
 * works in a folder where nothing may be written and leaves nothing behind. With a log the log has to be read too.
 */
function openReadOnly(path: string): SqliteConnection {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false })
  if (log !== undefined && log.size > 0) return new DatabaseSync(path, { readOnly: true, timeout: 5000 })
  const { href } = pathToFileURL(path)
  return new DatabaseSync(`${href}?immutable=1`, { readOnly: true, timeout: 5000 })
}

function assertSafeVersion(connection: SqliteConnection): void {
  const version = String(pragmaValue(connection.prepare('select sqlite_version() as version').get()))
  if (isOlder(version, oldestSafeVersion))
    throw new Error(`SQLite ${version} is older than ${oldestSafeVersion.join('.')}`)
}

/** Tells whether a version text such as 3.51.2 comes before the other version. */
export function isOlder(version: string, than: readonly number[]): boolean {
  const parts = version.split('.').map(Number)
  for (const [index, wanted] of than.entries()) {
    const part = parts[index] ?? 0
    if (part !== wanted) return part < wanted
  }
  return false
}

/** Setting, and the answer that proves it took effect. The busy timeout is first: the next line may need it. */
const writeContract: readonly (readonly [pragma: string, value: string | number, answer: string | number])[] =
  [
    ['busy_timeout', 5000, 5000],
    ['journal_mode', 'wal', 'wal'],
    ['synchronous', 'full', 2],
    ['foreign_keys', 'on', 1],
    ['recursive_triggers', 'on', 1],
    ['trusted_schema', 'off', 0],
    ['cell_size_check', 'on', 1],
    ['mmap_size', 0, 0],
    ['temp_store', 'memory', 2],
    ['secure_delete', 'on', 1],
    ['journal_size_limit', 67_108_864, 67_108_864],
    ['wal_autocheckpoint', 1000, 1000],
    ['checkpoint_fullfsync', 'on', 1],
  ]

const readContract = writeContract.filter(([pragma]) =>
  ['busy_timeout', 'trusted_schema', 'cell_size_check', 'mmap_size', 'temp_store'].includes(pragma),
)

function applyContract(connection: SqliteConnection, mode: ConnectionMode): void {
  connection.enableDefensive(true)
  for (const [pragma, value, answer] of mode === 'read-only-file' ? readContract : writeContract) {
    connection.exec(`pragma ${pragma} = ${value}`)
    const actual = readPragma(connection, pragma)
    // An empty memory map is reported by no row at all.
    if (actual !== answer && !(pragma === 'mmap_size' && actual === undefined)) {
      throw new AppError('workspace-not-durable', { setting: pragma, value: String(actual) })
    }
  }
  if (mode !== 'write') connection.exec('pragma query_only = on')
}

/** The value of a pragma that answers with one row of one column. */
export function readPragma(connection: SqliteConnection, pragma: string): string | number | undefined {
  return pragmaValue(connection.prepare(`pragma ${pragma}`).get())
}

function pragmaValue(row: unknown): string | number | undefined {
  if (typeof row !== 'object' || row === null) return undefined
  const value: unknown = Object.values(row)[0]
  return typeof value === 'string' || typeof value === 'number' ? value : undefined
}
