import { type Entity, forEveryEntity } from '../../../shared/kernel/record.ts'
import type { WorkspaceContents } from '../../../shared/workspace/backup.ts'
import type { Reader } from './database.ts'

/** Live records by kind. */
export async function countRecords(db: Reader): Promise<Record<Entity, number>> {
  const rows = await db
    .selectFrom('record')
    .select(({ fn }) => ['entity', fn.countAll<number | string | bigint>().as('count')])
    .where('deleted_at', 'is', null)
    .groupBy('entity')
    .execute()
  const counts = forEveryEntity(() => 0)
  for (const { entity, count } of rows) counts[entity] = Number(count)
  return counts
}

/** What is in the workspace, in numbers. Reads only what every schema version has had. */
export async function readContents(db: Reader): Promise<WorkspaceContents> {
  const names = await db
    .selectFrom('institution')
    .select(['name_kk as kk', 'name_ru as ru', 'name_en as en'])
    .executeTakeFirst()
  const last = await db
    .selectFrom('audit')
    .select(['sequence', 'at'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    institution: names ?? { kk: '', ru: '', en: '' },
    counts: await countRecords(db),
    attachments: await countRows(db, 'attachment'),
    packages: await countRows(db, 'package'),
    changes: last?.sequence ?? 0,
    lastChangeAt: last?.at ?? null,
  }
}

async function countRows(db: Reader, table: 'attachment' | 'package'): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number | string | bigint>().as('count'))
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}
