import type { ClassifiedRow } from '../../../shared/imports/classify-rows.ts'
import type { RowFacts } from '../../../shared/imports/facts.ts'
import { headerTitles } from '../../../shared/imports/find-header.ts'
import type { Preview, RowCounts, SkippedCounts } from '../../../shared/imports/import-result.ts'
import type { Layout, SheetChoice } from '../../../shared/imports/layout.ts'
import {
  createImportPlan,
  type ImportPlan,
  type PlannedRow,
} from '../../../shared/imports/plan/plan-import.ts'
import { createPlanState, isKnownPartner } from '../../../shared/imports/plan/register-index.ts'
import { createRegisterReader, groupPartners } from '../../../shared/imports/read-register.ts'
import { listSkippedRows } from '../../../shared/imports/skipped-rows.ts'
import { gridOf } from '../../../shared/imports/sheet-grid.ts'
import { groupOf } from '../../../shared/imports/target-fields.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { DataContext } from '../context.ts'
import { readChainHead } from '../workspace/audit-trail.ts'
import { createIdMaker } from '../workspace/ids.ts'
import type { OpenedSheet, SheetOpener } from './open-sheet.ts'
import type { Report } from './progress-stream.ts'

/** Rows that are read or planned between two reports of progress. */
const rowsPerReport = 200

/** What to import, and how it was understood. */
export type ImportJob = { fileName: string; opened: OpenedSheet; layout: Layout }

/** An import that was planned against one state of the register. */
export type CheckedImport = {
  job: ImportJob
  titles: string[]
  /** Last audit row that the plan knows of; a later one makes it outdated. */
  sequence: number
  plan: ImportPlan
  rows: PlannedRow[]
  counts: Pick<Preview, 'rows' | 'skipped' | 'skippedRows' | 'records'>
}

/** Opens what the person chose. Refuses a layout without any column that names a record. */
export async function openJob(
  opener: SheetOpener,
  { choice, layout }: { choice: SheetChoice; layout: Layout },
  signal?: AbortSignal,
): Promise<ImportJob> {
  const identifying = layout.mapping.some(
    ({ field }) => field !== null && ['partner', 'agreement', 'programme'].includes(groupOf(field)),
  )
  if (!identifying) throw new AppError('import-no-columns')
  return { fileName: choice.file.name, opened: await opener.open(choice, signal), layout }
}

/** Plans the import against the register as it is now; nothing is written. */
export async function checkImport(
  context: DataContext,
  job: ImportJob,
  report: Report,
): Promise<CheckedImport> {
  const { sequence } = await readChainHead(context.database().reader)
  const cache = await context.registers().upToDate()
  const state = createPlanState({
    partners: [...cache.partner.values()],
    agreements: [...cache.agreement.values()],
    programmes: [...cache.programme.values()],
    cohorts: [...cache.cohort.values()],
  })
  const { sheet } = job.opened
  const { mapping, header, academicYear, feature } = job.layout
  const reader = createRegisterReader(sheet, job.layout, isKnownPartner(state))
  const data = reader.rows.filter(({ kind }) => kind === 'data')
  const facts: RowFacts[] = []
  for (const row of data) {
    facts.push(reader.read(row))
    if (facts.length % rowsPerReport === 0)
      await report({ stage: 'reading', done: facts.length, total: data.length })
  }
  const plan = createImportPlan(state, {
    mapping,
    defaults: { feature, academicYear },
    source: job.fileName.slice(0, 300),
    newId: createIdMaker(context.clock),
    agreementGroups: groupPartners(facts, ({ agreement }) => agreement?.group ?? null),
    programmeGroups: groupPartners(facts, ({ programme }) => programme?.group ?? null),
  })
  const rows: PlannedRow[] = []
  for (const fact of facts) {
    rows.push(plan.add(fact))
    if (rows.length % rowsPerReport === 0)
      await report({ stage: 'checking', done: rows.length, total: facts.length })
  }
  await report({ stage: 'checking', done: rows.length, total: facts.length })
  const counts = {
    rows: countRows(rows),
    skipped: countSkipped(reader.rows),
    skippedRows: listSkippedRows(sheet, header, reader.rows),
    records: plan.counts(),
  }
  return { job, titles: headerTitles(gridOf(sheet), header), sequence, plan, rows, counts }
}

function countRows(rows: readonly PlannedRow[]): RowCounts {
  const counts: RowCounts = { new: 0, changed: 0, same: 0, refused: 0, warned: 0 }
  for (const { outcome, problems } of rows) {
    counts[outcome] += 1
    if (outcome !== 'refused' && problems.length > 0) counts.warned += 1
  }
  return counts
}

function countSkipped(rows: readonly ClassifiedRow[]): SkippedCounts {
  const counts: SkippedCounts = { empty: 0, total: 0, 'repeated-header': 0, numbering: 0, section: 0 }
  for (const { kind } of rows) if (kind !== 'data') counts[kind] += 1
  return counts
}
