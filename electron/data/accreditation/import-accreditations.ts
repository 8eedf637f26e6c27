import { implement } from '@orpc/server'
import { accreditationContract } from '../../../shared/accreditation/accreditation.contract.ts'
import { accreditationFieldsSchema } from '../../../shared/accreditation/accreditation.ts'
import {
  type PlannedChange,
  type PlannedRow,
  planRows,
} from '../../../shared/accreditation/import/incoming.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { FileGrant } from '../../../shared/kernel/contract-base.ts'
import type { Language } from '../../../shared/kernel/record.ts'
import type { DataContext } from '../context.ts'
import { idsChangedAfter } from '../imports/undo-import.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import { readChainHead } from '../workspace/audit-trail.ts'
import type { Reader } from '../workspace/database.ts'
import { createIdMaker } from '../workspace/ids.ts'
import { accreditationStore } from './accreditation.repository.ts'
import { agencyName, objectName } from './names.ts'
import { readAccreditationFile } from './read-accreditation-file.ts'

/** A read and compared file that waits for the person's word. */
type Waiting = { readonly id: string; readonly sequence: number; readonly changes: PlannedChange[] }

/** Import of accreditations: read and compare, write in one transaction, take back. */
export function createAccreditationImport(context: DataContext) {
  const os = implement(accreditationContract)
  let waiting: Waiting | null = null
  context.care.onClosing.push(() => {
    waiting = null
    return Promise.resolve()
  })
  return {
    preview: os.preview.handler(async ({ input }) => {
      const { kind, changes, sequence, cache } = await compare(context, input.file)
      const id = createIdMaker(context.clock)()
      waiting = { id, sequence, changes }
      const rows = changes.map((change) => plannedRow(cache, change, input.language))
      return { preview: id, kind, rows, counts: countsOf(changes) }
    }),
    apply: os.apply.handler(async ({ input }) => {
      if (waiting?.id !== input.preview) throw new AppError('import-preview-gone')
      const result = await apply(context, waiting)
      waiting = null
      return result
    }),
    undo: os.undo.handler(({ input }) => undo(context, input.batch)),
  }
}

async function compare(context: DataContext, file: FileGrant) {
  const cache = await context.registers().upToDate()
  const { sequence } = await readChainHead(context.database().reader)
  const [institution] = cache.institution.values()
  if (institution === undefined) throw new Error('the workspace has no institution')
  const { kind, rows } = await readAccreditationFile(context.files, file, {
    institution,
    agencies: [...cache.agency.values()],
    programmes: [...cache.programme.values()],
    partners: [...cache.partner.values()],
  })
  return { kind, changes: planRows(rows, [...cache.accreditation.values()]), sequence, cache }
}

function countsOf(changes: readonly PlannedChange[]): Record<PlannedRow['outcome'], number> {
  const counts = { new: 0, changed: 0, same: 0, refused: 0 }
  for (const { outcome } of changes) counts[outcome] += 1
  return counts
}

function plannedRow(
  cache: RecordCache,
  { row, outcome, before, fields }: PlannedChange,
  language: Language,
): PlannedRow {
  return {
    row: row.row,
    outcome,
    object: fields === null ? '' : objectName(cache, fields.object, language),
    agency: fields === null ? '' : agencyName(cache, fields, language),
    validFrom: fields?.validFrom ?? '',
    validTo: fields?.validTo ?? '',
    source: fields?.source ?? 'own',
    notes: [...row.notes],
    id: before?.id ?? null,
  }
}

async function apply(context: DataContext, { sequence, changes }: Waiting) {
  const batch = createIdMaker(context.clock)()
  const counts = { created: 0, changed: 0 }
  await context.database().write(
    async (tx) => {
      if ((await readChainHead(tx.trx)).sequence !== sequence) throw new AppError('import-preview-outdated')
      for (const { outcome, before, fields } of changes) {
        if (fields === null || outcome === 'same') continue
        if (before === null) {
          await accreditationStore.insert(tx, fields)
          counts.created += 1
        } else {
          await accreditationStore.update(tx, before, fields)
          counts.changed += 1
        }
      }
    },
    { batchId: batch },
  )
  return { batch, ...counts }
}

/** Takes back everything that the import wrote, or nothing when one of its records was changed since. */
async function undo(context: DataContext, batch: string): Promise<{ undone: number }> {
  const cache = await context.registers().upToDate()
  return context.database().write(async (tx) => {
    const written = await writtenBy(tx.trx, batch)
    const later = await idsChangedAfter(tx.trx, batch)
    if (later.size > 0) throw new AppError('import-undo-changed', { count: later.size })
    for (const { id, before } of written) {
      const record = cache.accreditation.get(id)
      if (record === undefined) continue
      if (before === null) await accreditationStore.removeMany(tx, [record])
      else await accreditationStore.update(tx, record, accreditationFieldsSchema.parse(JSON.parse(before)))
    }
    return { undone: written.length }
  })
}

/** The records that the import made (before null) or changed. */
async function writtenBy(db: Reader, batch: string): Promise<{ id: string; before: string | null }[]> {
  const rows = await db
    .selectFrom('audit')
    .select(['entity_id', 'before_json'])
    .where('batch_id', '=', batch)
    .where('entity', '=', 'accreditation')
    .orderBy('sequence')
    .execute()
  return rows.map(({ entity_id, before_json }) => ({ id: entity_id, before: before_json }))
}
