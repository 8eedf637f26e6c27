import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { SqliteConnection } from './sqlite-connection.ts'

type Statement = ReturnType<SqliteConnection['prepare']>
type CachedStatement = { readonly statement: Statement; readonly returnsRows: boolean }

/** Prepared statements kept per connection; enough for every query of the program, few enough to cost nothing. */
const cachedStatements = 256

/** SQLite rolls changes of the schema back; Kysely's stock adapter says that it does not. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/** The commit itself failed. Whether its changes are in the file is not known until the file is opened again. */
export class CommitFailure extends Error {
  constructor(cause: unknown) {
    super('commit failed', { cause })
    this.name = 'CommitFailure'
  }
}

/** Runs Kysely's queries on one connection and keeps its prepared statements, keyed by their SQL text. */
class CachingConnection implements DatabaseConnection {
  readonly #connection: SqliteConnection
  readonly #statements = new Map<string, CachedStatement>()

  constructor(connection: SqliteConnection) {
    this.#connection = connection
  }

  get isInTransaction(): boolean {
    return this.#connection.isTransaction
  }

  exec(sql: string): void {
    this.#connection.exec(sql)
  }

  // oxlint-disable-next-line typescript/require-await -- Kysely's interface is asynchronous, SQLite is not
  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { statement, returnsRows } = this.#prepare(query.sql)
    const parameters = query.parameters.map(toSqlValue)
    if (returnsRows) return { rows: statement.all(...parameters) }
    const { changes, lastInsertRowid } = statement.run(...parameters)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    // Not the cached statement: the same query may run again while this one is being read.
    const statement = this.#connection.prepare(query.sql)
    for (const row of statement.iterate(...query.parameters.map(toSqlValue))) yield { rows: [row] }
  }

  #prepare(sql: string): CachedStatement {
    const known = this.#statements.get(sql)
    if (known !== undefined) {
      // Moved to the end: the first key is the one that was not used for longest.
      this.#statements.delete(sql)
      this.#statements.set(sql, known)
      return known
    }
    const statement = this.#connection.prepare(sql)
    const prepared = { statement, returnsRows: statement.columns().length > 0 }
    this.#statements.set(sql, prepared)
    if (this.#statements.size > cachedStatements) {
      const [oldest] = this.#statements.keys()
      if (oldest !== undefined) this.#statements.delete(oldest)
    }
    return prepared
  }
}

function toSqlValue(value: unknown): unknown {
  if (value === undefined) return null
  return typeof value === 'boolean' ? Number(value) : value
}

/** How transactions begin on a connection: at once with the right to write, or with the first read and only to read. */
export type TransactionKind = 'immediate' | 'deferred'

class SqliteDriver implements Driver {
  readonly #raw: SqliteConnection
  readonly #connection: CachingConnection
  readonly #kind: TransactionKind

  constructor(connection: SqliteConnection, kind: TransactionKind) {
    this.#raw = connection
    this.#kind = kind
    this.#connection = new CachingConnection(connection)
  }

  async init(): Promise<void> {}

  // oxlint-disable-next-line typescript/require-await -- Kysely's interface is asynchronous, SQLite is not
  async acquireConnection(): Promise<CachingConnection> {
    return this.#connection
  }

  /** A deferred transaction that has read cannot become a writing one while another process writes, so writers never use it. */
  // oxlint-disable-next-line typescript/require-await -- Kysely's interface is asynchronous, SQLite is not
  async beginTransaction(): Promise<void> {
    this.#connection.exec(`begin ${this.#kind}`)
  }

  // oxlint-disable-next-line typescript/require-await -- Kysely's interface is asynchronous, SQLite is not
  async commitTransaction(): Promise<void> {
    try {
      this.#connection.exec('commit')
    } catch (error) {
      throw new CommitFailure(error)
    }
  }

  // oxlint-disable-next-line typescript/require-await -- Kysely's interface is asynchronous, SQLite is not
  async rollbackTransaction(): Promise<void> {
    // SQLite has already rolled back after some errors; a second rollback would hide the first error.
    if (this.#connection.isInTransaction) this.#connection.exec('rollback')
  }

  async releaseConnection(): Promise<void> {}

  // oxlint-disable-next-line typescript/require-await -- Kysely's interface is asynchronous, SQLite is not
  async destroy(): Promise<void> {
    if (this.#raw.isOpen) this.#raw.close()
  }
}

/** Kysely on one SQLite connection: schema changes in transactions, prepared statements kept. */
export function sqliteDialect(connection: SqliteConnection, kind: TransactionKind): Dialect {
  return {
    createAdapter: () => new TransactionalSqliteAdapter(),
    createDriver: () => new SqliteDriver(connection, kind),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}
