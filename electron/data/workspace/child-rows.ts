import type { Kysely } from 'kysely'
import type { Reader, Writer } from './database.ts'
import type { Schema } from './schema.ts'

/** One list of a record that is kept as rows of a table of its own. */
export type ChildRows<Item> = {
  /** The lists of the records with these ids, in their order; `null`: of all records. Empty lists are left out. */
  read(db: Reader, ids: readonly string[] | null): Promise<Map<string, Item[]>>
  /** Writes a record's list when it differs from what was there before. Undefined: the record is new. */
  write(tx: Writer, id: string, before: readonly Item[] | undefined, after: readonly Item[]): Promise<void>
}

type ChildMapping<Row, Owner extends keyof Row, Item> = {
  /** The column that names the record. */
  readonly owner: Owner & string
  /** The column that gives the order within a record. */
  readonly orderBy: Exclude<keyof Row, Owner> & string
  readonly toItem: (row: Row) => Item
  readonly toRow: (item: Item, position: number) => Omit<Row, Owner>
}

/** Reads and writes the rows of one table as lists of the records that they belong to. */
export function childRows<Table extends keyof Schema, Owner extends keyof Schema[Table], Item>(
  table: Table,
  { owner, orderBy, toItem, toRow }: ChildMapping<Schema[Table], Owner, Item>,
): ChildRows<Item> {
  type Row = Schema[Table]
  const name: string = table
  const ownerName: string = owner
  return {
    async read(db, ids) {
      const all = anyTable(db).selectFrom(name).selectAll().orderBy(ownerName).orderBy(orderBy)
      const rows = await (ids === null ? all : all.where(ownerName, 'in', ids)).execute()
      const lists = new Map<string, Item[]>()
      for (const row of rows) {
        const id = String(row[ownerName])
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a row of the table named above
        const item = toItem(row as Row)
        const list = lists.get(id)
        if (list === undefined) lists.set(id, [item])
        else list.push(item)
      }
      return lists
    },
    async write(tx, id, before, after) {
      // Only the lists that an edit touched are written again.
      if (JSON.stringify(before ?? []) === JSON.stringify(after)) return
      await anyTable(tx.trx).deleteFrom(name).where(ownerName, '=', id).execute()
      const rows = after.map((item, position) => ({ [ownerName]: id, ...toRow(item, position) }))
      if (rows.length > 0) await anyTable(tx.trx).insertInto(name).values(rows).execute()
    },
  }
}

type AnyTable = Record<string, Record<string, unknown>>
type AnyAccess<Access> = Pick<Kysely<AnyTable>, keyof Access & keyof Kysely<AnyTable>>

/**
 * Kysely's types need a table's own name and not a type that stands for one; the signature of `childRows` keeps table,
 * columns and rows together instead.
 */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
const anyTable = <Access extends Reader>(db: Access) => db as unknown as AnyAccess<Access>
