import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { integrityFindingSchema } from '../../../shared/workspace/backup.ts'
import { verifyAuditTrail } from './audit-trail.ts'
import type { Database, Reader } from './database.ts'
import { findTrailDisagreements } from './trail-agreement.ts'

/** Something wrong with the workspace; its detail holds no personal data. */
export type IntegrityFinding = z.infer<typeof integrityFindingSchema>

export type IntegrityReport = { ok: boolean; findings: IntegrityFinding[]; auditRows: number }

/** Checks the file, its references, the audit trail and the contents of attachments, and whatever features add. */
export async function checkIntegrity(
  database: Database,
  moreChecks: readonly ((db: Reader) => Promise<IntegrityFinding[]>)[],
): Promise<IntegrityReport> {
  const findings: IntegrityFinding[] = [...database.checkFile()]
  const audit = await verifyAuditTrail(database.reader)
  if (audit.brokenAt !== null) findings.push({ check: 'audit', detail: `sequence ${audit.brokenAt}` })
  findings.push(
    ...(await findTrailDisagreements(database.reader)),
    ...(await findDamagedContents(database.reader)),
  )
  for (const check of moreChecks) findings.push(...(await check(database.reader)))
  return { ok: findings.length === 0, findings, auditRows: audit.rows }
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
