import { Kysely } from 'kysely'
import type { ChainHead } from './audit-trail.ts'
import type { Dialect } from './dialect.ts'
import { replaceContents } from './replace-contents.ts'
import type { Schema } from './schema.ts'
import { openConnection, readPragma, type SqliteConnection } from './sqlite-connection.ts'
import { sqliteDialect } from './sqlite-dialect.ts'

/** An open database of one dialect: where writes go and where reads go. */
export type Engine = {
  readonly dialect: Dialect
  readonly writer: Kysely<Schema>
  readonly reader: Kysely<Schema>
  /** Another value than last time: another process has committed. */
  foreignVersion(): number
  /** Damage of the file itself and references that lead nowhere. */
  checkFile(): FileFinding[]
  /** Puts the contents of another workspace file in place of these, when the audit trail still ends at `expected`. */
  replaceContents(from: string, expected: ChainHead): Promise<void>
  close(): Promise<void>
}

export type FileFinding = { readonly check: 'file' | 'references'; readonly detail: string }

export type SqliteEngine = Engine & { readonly connection: SqliteConnection }

/**
 * Opens a workspace file with one connection for writing and one for reading, so that a list answers while a long
 * import runs. A file that may not be written gets a single reading connection.
 */
export function openSqliteEngine(path: string, options: { readOnly: boolean }): SqliteEngine {
  const connection = openConnection(path, options.readOnly ? 'read-only-file' : 'write')
  const reading = options.readOnly ? connection : openReader(path, connection)
  const writer = new Kysely<Schema>({
    dialect: sqliteDialect(connection, options.readOnly ? 'deferred' : 'immediate'),
  })
  const reader =
    reading === connection ? writer : new Kysely<Schema>({ dialect: sqliteDialect(reading, 'deferred') })
  return {
    dialect: 'sqlite',
    connection,
    writer,
    reader,
    // Seen from the writing connection: its own commits do not count.
    foreignVersion: () => Number(readPragma(connection, 'data_version')),
    checkFile: () => checkFile(connection),
    // In turn with the writes of this process: while one runs, the connection is taken.
    replaceContents: (from, expected) =>
      writer.connection().execute(async () => replaceContents(connection, from, expected)),
    async close() {
      if (reader !== writer) await reader.destroy()
      if (reading !== connection && reading.isOpen) reading.close()
      if (!options.readOnly && connection.isOpen) tidyUp(connection)
      await writer.destroy()
      if (connection.isOpen) connection.close()
    },
  }
}

/** Leaves one file without a log, if the disk lets it. What was committed is safe in the log, too. */
function tidyUp(connection: SqliteConnection): void {
  for (const pragma of ['optimize', 'wal_checkpoint(truncate)']) {
    try {
      connection.exec(`pragma ${pragma}`)
    } catch {
      return
    }
  }
}

function openReader(path: string, writing: SqliteConnection): SqliteConnection {
  try {
    return openConnection(path, 'read')
  } catch (error) {
    writing.close()
    throw error
  }
}

function checkFile(connection: SqliteConnection): FileFinding[] {
  const damage = connection.prepare('pragma integrity_check(20)').all()
  const details = damage.map((row) => String(Object.values(row)[0]))
  const dangling = connection.prepare('pragma foreign_key_check').all()
  return [
    ...details.filter((detail) => detail !== 'ok').map((detail) => ({ check: 'file' as const, detail })),
    ...dangling.slice(0, 20).map(({ table, rowid, parent }) => ({
      check: 'references' as const,
      detail: `${String(table)} row ${String(rowid)} points at no ${String(parent)}`,
    })),
  ]
}
