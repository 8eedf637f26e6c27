import type { Reader, Writer } from './database.ts'

/** A fact about the workspace itself; undefined: it was never set. */
export async function readSetting(db: Reader, key: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('workspace_setting')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.value
}

/** Sets a fact about the workspace itself. It is no record and leaves no row in the audit trail. */
export async function writeSetting(tx: Writer, key: string, value: string): Promise<void> {
  await tx.trx
    .insertInto('workspace_setting')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

/** The kind of sample that a workspace was filled with. */
export const sampleSetting = 'sample'
