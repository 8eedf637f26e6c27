import { AppError } from '../../../shared/kernel/app-error.ts'
import type { ChainHead } from './audit-trail.ts'
import { readPragma, type SqliteConnection } from './sqlite-connection.ts'

/**
 * Puts the contents of another workspace file of the same schema in place of everything in this one, in one immediate
 * transaction: every process sees the old state or the new one, whatever happens meanwhile. Refuses with
 * `restore-overtaken` when the audit trail does not end at `expected` any more, that is when somebody has saved since.
 */
export function replaceContents(connection: SqliteConnection, from: string, expected: ChainHead): void {
  connection.exec('pragma foreign_keys = off')
  connection.prepare('attach ? as restored').run(from)
  try {
    connection.exec('begin immediate')
    try {
      assertNotOvertaken(connection, expected)
      copyTables(connection)
      const dangling = connection.prepare('pragma main.foreign_key_check').all()
      if (dangling.length > 0) throw new AppError('backup-damaged', { detail: 'foreign_key_check' })
      connection.exec('commit')
    } catch (error) {
      if (connection.isTransaction) connection.exec('rollback')
      throw error
    }
  } finally {
    connection.exec('detach restored')
    connection.exec('pragma foreign_keys = on')
  }
}

function assertNotOvertaken(connection: SqliteConnection, expected: ChainHead): void {
  const last = connection.prepare('select hash from main.audit order by sequence desc limit 1').get()
  const version = readPragma(connection, 'main.user_version')
  const other = readPragma(connection, 'restored.user_version')
  if (version !== other) throw new Error(`a restore between the schemas ${version} and ${other}`)
  if (last !== undefined && last['hash'] !== expected.hash) throw new AppError('restore-overtaken')
}

/** Tables that only append refuse to be emptied; their triggers step aside inside this transaction. */
function copyTables(connection: SqliteConnection): void {
  const triggers = namesOf(connection, 'trigger')
  const tables = namesOf(connection, 'table')
  for (const { name } of triggers) connection.exec(`drop trigger main."${name}"`)
  for (const { name } of tables) {
    const columns = connection
      .prepare(`select name from pragma_table_info(?, 'main')`)
      .all(name)
      .map((column) => `"${String(column['name'])}"`)
      .join(', ')
    connection.exec(`delete from main."${name}"`)
    connection.exec(
      `insert into main."${name}" (${columns}) select ${columns} from restored."${name}" order by rowid`,
    )
  }
  for (const { sql } of triggers) connection.exec(sql)
}

function namesOf(connection: SqliteConnection, type: 'table' | 'trigger'): { name: string; sql: string }[] {
  return connection
    .prepare(
      `select name, sql from main.sqlite_schema where type = ? and name not like 'sqlite\\_%' escape '\\'`,
    )
    .all(type)
    .map(({ name, sql }) => ({ name: String(name), sql: String(sql) }))
}
