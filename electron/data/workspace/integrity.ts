import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { verifyAuditTrail } from './audit-trail.ts'
import type { Database, Reader } from './database.ts'

export type IntegrityFinding = {
  readonly check: 'file' | 'references' | 'audit' | 'attachments' | 'packages'
  /** What was found, in terms an administrator can search for; it holds no personal data. */
  readonly detail: string
}

export type IntegrityReport = { ok: boolean; findings: IntegrityFinding[]; auditRows: number }

/** Checks the file, its references, the audit trail and the contents of attachments, and whatever features add. */
export async function checkIntegrity(
  database: Database,
  moreChecks: readonly ((db: Reader) => Promise<IntegrityFinding[]>)[],
): Promise<IntegrityReport> {
  const findings: IntegrityFinding[] = [...database.checkFile()]
  const audit = await verifyAuditTrail(database.reader)
  if (audit.brokenAt !== null) findings.push({ check: 'audit', detail: `sequence ${audit.brokenAt}` })
  findings.push(...(await findTrailGaps(database.reader)), ...(await findDamagedContents(database.reader)))
  for (const check of moreChecks) findings.push(...(await check(database.reader)))
  return { ok: findings.length === 0, findings, auditRows: audit.rows }
}

/** Records whose revision is not the number of changes in the trail: rows at its end were cut off, or added by hand. */
async function findTrailGaps(db: Reader): Promise<IntegrityFinding[]> {
  const rows = await db
    .selectFrom('record')
    .leftJoin('audit', (join) =>
      join.onRef('audit.entity_id', '=', 'record.id').onRef('audit.entity', '=', 'record.entity'),
    )
    .select(({ fn }) => [
      'record.entity',
      'record.id',
      'record.revision',
      fn.count<number | string | bigint>('audit.sequence').as('changes'),
    ])
    .groupBy(['record.entity', 'record.id', 'record.revision'])
    .having(({ eb, fn }) => eb(fn.count('audit.sequence'), '<>', sql<number>`record.revision`))
    .orderBy('record.id')
    .execute()
  return rows.map(({ entity, id, revision, changes }) => ({
    check: 'audit',
    detail: `${entity} ${id}: revision ${revision}, ${Number(changes)} rows in the trail`,
  }))
}

/** Stored contents that do not have the SHA-256 they are filed under. Read one by one: they may be large. */
async function findDamagedContents(db: Reader): Promise<IntegrityFinding[]> {
  const findings: IntegrityFinding[] = []
  const contents = await db.selectFrom('attachment_content').select('sha256').orderBy('sha256').execute()
  for (const { sha256 } of contents) {
    const row = await db
      .selectFrom('attachment_content')
      .select(['content', 'size'])
      .where('sha256', '=', sha256)
      .executeTakeFirst()
    const actual = createHash('sha256')
      .update(row?.content ?? new Uint8Array())
      .digest('hex')
    if (actual !== sha256 || row?.size !== row?.content.byteLength)
      findings.push({ check: 'attachments', detail: sha256 })
  }
  return findings
}
