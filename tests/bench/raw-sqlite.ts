import { Kysely, SqliteDialect } from 'kysely'
import type { Schema } from '../../electron/data/workspace/schema.ts'
import { openConnection, type SqliteConnection } from '../../electron/data/workspace/sqlite-connection.ts'
import { sqliteDialect } from '../../electron/data/workspace/sqlite-dialect.ts'
import { compare } from './measure.ts'

/** Kysely's own driver on the same connection: it prepares every statement anew. */
function stockKysely(connection: SqliteConnection): Kysely<Schema> {
  return new Kysely<Schema>({
    dialect: new SqliteDialect({
      database: {
        close: () => undefined,
        prepare(sql) {
          const statement = connection.prepare(sql)
          return {
            reader: true,
            all: (parameters) => statement.all(...parameters),
            run: (parameters) => statement.run(...parameters),
            iterate: (parameters) => statement.iterate(...parameters),
          }
        },
      },
    }),
  })
}

const pageOf = (db: Kysely<Schema>, after: string) =>
  db
    .selectFrom('agreement')
    .innerJoin('record', 'record.id', 'agreement.id')
    .selectAll('agreement')
    .select(['record.revision', 'record.updated_at'])
    .where('record.deleted_at', 'is', null)
    .where('agreement.id', '>', after)
    .orderBy('agreement.id')
    .limit(50)

/** What 50 rows cost through a prepared statement, through Kysely with kept statements and through Kysely's own driver. */
export async function compareDrivers(path: string, pairs: number) {
  const connection = openConnection(path, 'write')
  const cached = new Kysely<Schema>({ dialect: sqliteDialect(connection, 'deferred') })
  const stock = stockKysely(connection)
  const { sql } = pageOf(cached, '').compile()
  const statement = connection.prepare(sql)
  const floor = () => statement.all('', 50)
  const withCache = await compare(pairs, () => pageOf(cached, '').execute(), floor)
  const withoutCache = await compare(pairs, () => pageOf(stock, '').execute(), floor)
  const one = connection.prepare('select * from record where id = ?')
  const id = String(connection.prepare('select id from record limit 1 offset 500').get()?.['id'])
  const single = await compare(
    pairs,
    () => cached.selectFrom('record').selectAll().where('id', '=', id).executeTakeFirst(),
    () => one.get(id),
  )
  connection.close()
  return { withCache, withoutCache, single }
}

/** What one durable change of one row costs in raw SQL on its own file. */
export function rawUpdate(path: string): { run: () => void; close: () => void } {
  const connection = openConnection(path, 'write')
  connection.exec('create table if not exists raw (id integer primary key, note text) strict')
  connection.exec("insert or ignore into raw values (1, '')")
  const update = connection.prepare('update raw set note = ? where id = 1')
  let count = 0
  return {
    run() {
      count += 1
      connection.exec('begin immediate')
      update.run(String(count))
      connection.exec('commit')
    },
    close: () => connection.close(),
  }
}
