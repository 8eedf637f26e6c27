import type { ImportSummary } from '../../../shared/imports/import-result.ts'
import type { ImportChange } from '../../../shared/imports/plan/plan-import.ts'
import { type Cell, isBlank } from '../../../shared/imports/sheet.ts'
import { gridOf } from '../../../shared/imports/sheet-grid.ts'
import { isCountField } from '../../../shared/imports/target-fields.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { DataContext } from '../context.ts'
import { recordStores } from '../registers/record-stores.ts'
import { readChainHead } from '../workspace/audit-trail.ts'
import type { Writer } from '../workspace/database.ts'
import { createIdMaker } from '../workspace/ids.ts'
import type { CheckedImport } from './check-import.ts'
import { insertBatch, type RefusedRows, writeMapping } from './import.repository.ts'
import type { Report } from './progress-stream.ts'

/** An import of more rows than this is preceded by a verified backup. */
const backupFromRows = 500
const recordsPerReport = 50

/**
 * Writes a planned import in one transaction, under one batch id: everything, or nothing when it is cancelled or fails.
 * Refuses with `import-preview-outdated` when the register has changed since the plan.
 */
export async function applyImport(
  context: DataContext,
  checked: CheckedImport,
  { report, signal }: { report: Report; signal: AbortSignal },
): Promise<ImportSummary> {
  const changes = checked.plan.changes()
  const { rows } = checked.counts
  if (rows.new + rows.changed > backupFromRows) {
    await report({ stage: 'backup', done: 0, total: 1 })
    await context.backUpBefore('import')
  }
  const batch = createIdMaker(context.clock)()
  await report({ stage: 'writing', done: 0, total: changes.length })
  const at = await context.database().write(
    async (tx) => {
      const { sequence } = await readChainHead(tx.trx)
      if (sequence !== checked.sequence) throw new AppError('import-preview-outdated')
      for (const [index, change] of changes.entries()) {
        await writeChange(tx, change)
        if (index % recordsPerReport === 0)
          await report({ stage: 'writing', done: index, total: changes.length })
      }
      await writeMapping(tx, checked.titles, checked.job.layout.mapping)
      if (changes.length > 0)
        await insertBatch(tx, { id: batch, ...factsOf(checked), refused: refusedRows(checked) })
      signal.throwIfAborted()
      return tx.at
    },
    { batchId: batch },
  )
  context.publish({ topics: ['imports'] })
  const { sha256: _sha256, ...facts } = factsOf(checked)
  return {
    ...facts,
    batch: changes.length > 0 ? batch : null,
    at,
    actor: context.working.actor,
    undoneAt: null,
  }
}

function factsOf({ job, counts }: CheckedImport) {
  const { workbook, sheet } = job.opened
  return {
    fileName: job.fileName,
    sha256: workbook.sha256,
    sheet: sheet.name,
    rows: counts.rows,
    records: counts.records,
  }
}

async function writeChange(tx: Writer, change: ImportChange): Promise<void> {
  const { id, before } = change.draft
  const reference = before === null ? null : { id, revision: before.revision }
  switch (change.entity) {
    case 'partner':
      await (reference === null
        ? recordStores.partner.insert(tx, change.draft.fields, { id })
        : recordStores.partner.update(tx, reference, change.draft.fields))
      return
    case 'agreement':
      await (reference === null
        ? recordStores.agreement.insert(tx, change.draft.fields, { id })
        : recordStores.agreement.update(tx, reference, change.draft.fields))
      return
    case 'programme':
      await (reference === null
        ? recordStores.programme.insert(tx, change.draft.fields, { id })
        : recordStores.programme.update(tx, reference, change.draft.fields))
      return
    case 'cohort':
      await (reference === null
        ? recordStores.cohort.insert(tx, change.draft.fields, { id })
        : recordStores.cohort.update(tx, reference, change.draft.fields))
  }
}

/** The rows that are given back: what they show, with merged values written out, so that they can be imported again. */
export function refusedRows({ job, titles, rows }: CheckedImport): RefusedRows {
  const grid = gridOf(job.opened.sheet)
  const { mapping, header } = job.layout
  const counted = new Set(
    mapping.filter(({ field }) => field !== null && isCountField(field)).map(({ column }) => column),
  )
  const shown = (row: number, column: number): Cell => {
    const own = grid.cell(row, column)
    const merge = isBlank(own) && !counted.has(column) ? grid.groupMerge(row, column) : null
    return merge !== null && merge.firstRow > header.lastRow
      ? grid.cell(merge.firstRow, merge.firstColumn)
      : own
  }
  const refused = rows.filter(({ outcome }) => outcome === 'refused')
  return {
    titles,
    rows: refused.map(({ row, problems }) => ({
      row,
      cells: titles.map((_title, column) => shown(row, column)),
      problems,
    })),
  }
}
