import type { BulkChange } from '../../../shared/evidence/evidence.contract.ts'
import { checkEvidence } from '../../../shared/evidence/evidence-rules.ts'
import type { Evidence, EvidenceFields } from '../../../shared/evidence/evidence.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { type RevisionReference, withoutMeta } from '../../../shared/kernel/record.ts'
import type { DataContext } from '../context.ts'
import type { Writer } from '../workspace/database.ts'
import { evidenceStore } from './evidence.repository.ts'

/** The fields with the change made; a tag that is added twice stands once. */
function changed(fields: EvidenceFields, change: BulkChange): EvidenceFields {
  const gone = new Set(change.removeTags)
  const tags = [...fields.tags.filter((tag) => !gone.has(tag)), ...(change.addTags ?? [])]
  return {
    ...fields,
    tags: [...new Set(tags)].slice(0, 30),
    ownerId: change.ownerId === undefined ? fields.ownerId : change.ownerId,
    validUntil: change.validUntil === undefined ? fields.validUntil : change.validUntil,
    confidentiality: change.confidentiality ?? fields.confidentiality,
  }
}

async function saveOne(tx: Writer, reference: RevisionReference, fields: EvidenceFields) {
  const problems = checkEvidence(fields).filter(({ severity }) => severity === 'error')
  if (problems.length > 0) throw new AppError('invalid-record', { count: problems.length }, problems)
  const { id, revision } = await evidenceStore.update(tx, reference, fields)
  return { id, revision }
}

/** Changes tags, owner, days and confidentiality of several pieces in one transaction; `before` takes it back. */
export async function changeMany(
  context: DataContext,
  references: readonly RevisionReference[],
  change: BulkChange,
): Promise<{ changed: RevisionReference[]; before: Evidence[] }> {
  return context.database().write(async (tx) => {
    const ids = references.map(({ id }) => id)
    const before = await evidenceStore.listByIds(tx.trx, ids)
    const found = new Map(before.map((piece) => [piece.id, piece]))
    const written: RevisionReference[] = []
    for (const reference of references) {
      const piece = found.get(reference.id)
      if (piece === undefined) throw new AppError('not-found', { entity: 'evidence' })
      written.push(await saveOne(tx, reference, changed(withoutMeta<EvidenceFields>(piece), change)))
    }
    return { changed: written, before }
  })
}

/** Saves several pieces in one transaction. What kind they are and which file they have stays as it is. */
export async function saveMany(
  context: DataContext,
  records: readonly (RevisionReference & { readonly fields: EvidenceFields })[],
): Promise<{ changed: RevisionReference[] }> {
  return context.database().write(async (tx) => {
    const written: RevisionReference[] = []
    for (const { fields, ...reference } of records) {
      const { kind, fileSha256 } = await evidenceStore.get(tx.trx, reference.id)
      written.push(await saveOne(tx, reference, { ...fields, kind, fileSha256 }))
    }
    return { changed: written }
  })
}
