import type { CellProblem } from '../../shared/imports/cell-problem.ts'
import { createImportPlan, type ImportPlan, type PlannedRow } from '../../shared/imports/plan/plan-import.ts'
import {
  createPlanState,
  type ImportRegister,
  isKnownPartner,
} from '../../shared/imports/plan/register-index.ts'
import { proposeLayout } from '../../shared/imports/propose-layout.ts'
import { createRegisterReader, groupPartners } from '../../shared/imports/read-register.ts'
import type { Cell } from '../../shared/imports/sheet.ts'
import type { RecordMeta } from '../../shared/kernel/record.ts'
import { aMerge, aSheet } from './sheets.ts'

export const emptyRegister: ImportRegister = { partners: [], agreements: [], programmes: [], cohorts: [] }

let counter = 0
/** A UUIDv7 that grows. */
export function nextId(): string {
  counter += 1
  return `01900000-0000-7000-8000-${counter.toString(16).padStart(12, '0')}`
}

/** A stored record of these fields. */
export const stored = <F extends object>(fields: F): RecordMeta & F => ({
  ...fields,
  id: nextId(),
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  revision: 1,
  isSample: false,
})

export type Planned = { plan: ImportPlan; rows: PlannedRow[] }

/** Plans a sheet with the proposed layout against the register, as the data service does. */
export function planSheet(
  table: readonly (readonly Cell[])[],
  {
    register = emptyRegister,
    merges = [],
    isText = false,
  }: { register?: ImportRegister; merges?: string[]; isText?: boolean } = {},
): Planned {
  const sheet = aSheet(table, merges.map(aMerge))
  const proposal = proposeLayout(sheet, null, isText)
  if (proposal === null) throw new Error('no header was found')
  const mapping = proposal.guesses.map(({ target }) => target)
  const state = createPlanState(register)
  const layout = { header: proposal.header, mapping, academicYear: 2026, fillDown: proposal.fillDown }
  const reader = createRegisterReader(sheet, layout, isKnownPartner(state))
  const facts = reader.rows.filter(({ kind }) => kind === 'data').map((row) => reader.read(row))
  const plan = createImportPlan(state, {
    mapping,
    defaults: { feature: proposal.feature, academicYear: 2026 },
    source: 'register.xlsx',
    newId: nextId,
    agreementGroups: groupPartners(facts, ({ agreement }) => agreement?.group ?? null),
    programmeGroups: groupPartners(facts, ({ programme }) => programme?.group ?? null),
  })
  return { plan, rows: facts.map((row) => plan.add(row)) }
}

/** The records of one kind with the fields that the import gives them. */
function merged<F extends object>(
  before: readonly (RecordMeta & F)[],
  drafts: readonly { id: string; fields: F }[],
): (RecordMeta & F)[] {
  const changes = new Map(drafts.map(({ id, fields }) => [id, fields]))
  const known = new Set(before.map(({ id }) => id))
  return [
    ...before.map((record) => ({ ...record, ...changes.get(record.id) })),
    ...drafts.filter(({ id }) => !known.has(id)).map(({ id, fields }) => ({ ...stored(fields), id })),
  ]
}

/** The register as it would be after the import. */
export function applied(register: ImportRegister, { plan }: Planned): ImportRegister {
  const changes = plan.changes()
  return {
    partners: merged(
      register.partners,
      changes.flatMap((change) => (change.entity === 'partner' ? [change.draft] : [])),
    ),
    agreements: merged(
      register.agreements,
      changes.flatMap((change) => (change.entity === 'agreement' ? [change.draft] : [])),
    ),
    programmes: merged(
      register.programmes,
      changes.flatMap((change) => (change.entity === 'programme' ? [change.draft] : [])),
    ),
    cohorts: merged(
      register.cohorts,
      changes.flatMap((change) => (change.entity === 'cohort' ? [change.draft] : [])),
    ),
  }
}

/** A problem as "column:rule". */
export const named = ({ column, rule }: Pick<CellProblem, 'column' | 'rule'>): string =>
  `${column ?? '-'}:${rule}`
