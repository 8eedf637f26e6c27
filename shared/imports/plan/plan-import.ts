import { checkAgreement } from '../../agreements/agreement-rules.ts'
import type { AgreementFields } from '../../agreements/agreement.ts'
import type { Problem, RuleId } from '../../kernel/problem.ts'
import { checkCohort } from '../../mobility/cohort-rules.ts'
import type { CohortFields } from '../../mobility/cohort.ts'
import { checkPartner } from '../../partners/partner-rules.ts'
import type { PartnerFields } from '../../partners/partner.ts'
import { checkProgramme } from '../../programmes/programme-rules.ts'
import type { ProgrammeFields } from '../../programmes/programme.ts'
import { atCell, type CellProblem, hasError } from '../cell-problem.ts'
import type { AgreementFacts, PartnerFacts, ProgrammeFacts, RowFacts } from '../facts.ts'
import type { RecordCounts, RowOutcome } from '../import-result.ts'
import type { ColumnTarget } from '../target-fields.ts'
import type { Draft, DraftSet, ImportedEntity, News } from './drafts.ts'
import { columnOf, isAboutAbsence, placeProblem } from './place-problems.ts'
import { planAgreement } from './plan-agreement.ts'
import { planCohort } from './plan-cohort.ts'
import { planPartner, type RowContext } from './plan-partner.ts'
import { planProgramme, type ProgrammeDefaults, type ProgrammeLinks } from './plan-programme.ts'
import type { PlanState } from './register-index.ts'

/** What becomes of one row. A refused row changes nothing. */
export type PlannedRow = { row: number; outcome: RowOutcome; problems: CellProblem[] }

/** How many records of a kind the import makes, changes, and finds as they are. */
export type EntityCounts = { new: number; changed: number; same: number }

export type ImportChange =
  | { entity: 'partner'; draft: Draft<PartnerFields> }
  | { entity: 'agreement'; draft: Draft<AgreementFields> }
  | { entity: 'programme'; draft: Draft<ProgrammeFields> }
  | { entity: 'cohort'; draft: Draft<CohortFields> }

export type PlanOptions = {
  mapping: readonly ColumnTarget[]
  defaults: ProgrammeDefaults
  /** Where counts come from when the register does not say: the file's name. */
  source: string
  newId: () => string
  /** Partners of the rows that share a merged agreement or programme cell, by its first row. */
  agreementGroups: ReadonlyMap<number, readonly PartnerFacts[]>
  programmeGroups: ReadonlyMap<number, readonly PartnerFacts[]>
}

/** Plans an import row by row; the order of rows is that of the file. */
export type ImportPlan = {
  add(facts: RowFacts): PlannedRow
  /** Everything to write, partners first: each kind points only at those before it. */
  changes(): ImportChange[]
  counts(): RecordCounts
}

/** Starts a plan against the stored records. */
export function createImportPlan(state: PlanState, options: PlanOptions): ImportPlan {
  const touched: Record<ImportedEntity, Set<string>> = {
    partner: new Set(),
    agreement: new Set(),
    programme: new Set(),
    cohort: new Set(),
  }
  const sets = [
    ['partner', state.partner],
    ['agreement', state.agreement],
    ['programme', state.programme],
    ['cohort', state.cohort],
  ] as const
  return {
    add(facts) {
      const problems = [...facts.problems]
      if (!hasError(problems)) problems.push(...planRow(state, facts, options))
      const outcome = hasError(problems) ? 'refused' : outcomeOf(sets.flatMap(([, set]) => set.rowNews()))
      for (const [entity, set] of sets) {
        if (outcome === 'refused') set.discard()
        else {
          for (const { id } of set.touched()) touched[entity].add(id)
          set.keep()
        }
      }
      const shown =
        outcome === 'same'
          ? []
          : problems.filter((problem) => outcome !== 'refused' || problem.severity === 'error')
      return { row: facts.row, outcome, problems: located(shown, options.mapping) }
    },
    changes: () => [
      ...state.partner.changed().map((draft) => ({ entity: 'partner' as const, draft })),
      ...state.agreement.changed().map((draft) => ({ entity: 'agreement' as const, draft })),
      ...state.programme.changed().map((draft) => ({ entity: 'programme' as const, draft })),
      ...state.cohort.changed().map((draft) => ({ entity: 'cohort' as const, draft })),
    ],
    counts: () => ({
      partner: countRecords(touched.partner, state.partner),
      agreement: countRecords(touched.agreement, state.agreement),
      programme: countRecords(touched.programme, state.programme),
      cohort: countRecords(touched.cohort, state.cohort),
    }),
  }
}

function countRecords<F>(touched: ReadonlySet<string>, set: DraftSet<F>): EntityCounts {
  const changed = set.changed()
  const made = changed.filter(({ before }) => before === null).length
  return { new: made, changed: changed.length - made, same: touched.size - changed.length }
}

function outcomeOf(news: readonly News[]): RowOutcome {
  return news.find((each) => each === 'new') ?? news.find((each) => each === 'changed') ?? 'same'
}

function planRow(state: PlanState, facts: RowFacts, options: PlanOptions): CellProblem[] {
  const context: RowContext = { state, row: facts.row, newId: options.newId }
  const { partners, agreement, programme } = facts
  const problems = checkContent(facts)
  if (hasError(problems)) return problems
  const own = planPartners(context, partners, problems)
  const bound = planPartners(
    context,
    groupPartners(options.agreementGroups, agreement?.group, partners),
    problems,
  )
  const shared = planPartners(
    context,
    groupPartners(options.programmeGroups, programme?.group, partners),
    problems,
  )
  if (hasError(problems)) return problems
  const link =
    agreement === null
      ? null
      : planRowAgreement(context, agreement, { partnerIds: [...own, ...bound], problems })
  if (programme !== null) {
    const links = { partnerIds: [...new Set([...own, ...shared])], agreement: link }
    problems.push(...planRowProgramme(context, { ...facts, programme }, { links, options }))
  }
  return [...problems, ...checkRecords(state, options.mapping)]
}

function planRowAgreement(
  context: RowContext,
  agreement: AgreementFacts,
  { partnerIds, problems }: { partnerIds: readonly string[]; problems: CellProblem[] },
): ProgrammeLinks['agreement'] {
  const planned = planAgreement(context, agreement, [...new Set(partnerIds)])
  problems.push(...planned.problems)
  return { id: planned.id, partnerIds: context.state.agreement.get(planned.id)?.fields.partnerIds ?? [] }
}

function planRowProgramme(
  context: RowContext,
  { programme, agreement, cohorts }: RowFacts & { programme: ProgrammeFacts },
  { links, options }: { links: ProgrammeLinks; options: PlanOptions },
): CellProblem[] {
  const startsOn = agreement?.fields.startsOn ?? agreement?.fields.signedOn ?? null
  const { defaults, source } = options
  const planned = planProgramme(context, programme, { links, cohorts, startsOn, defaults })
  const { id, problems } = planned
  if (id === null) return problems
  return [
    ...problems,
    ...cohorts.flatMap((cohort) => planCohort(context, id, { ...cohort, defaultSource: source })),
  ]
}

/** A row must name something, and what it names must be complete enough to be found again. */
function checkContent({ partners, agreement, programme, cohorts }: RowFacts): CellProblem[] {
  const isCounted = cohorts.some(({ counts }) => Object.values(counts).some((count) => count > 0))
  if (programme === null && isCounted) return missing('import-programme-missing', 'programme.name')
  if (partners.length > 0 || programme !== null) return []
  if (agreement === null) return missing('import-row-names-nothing', null)
  return agreement.fields.number === undefined ? missing('import-partner-missing', 'partner.name') : []
}

const missing = (rule: RuleId, target: CellProblem['target']): CellProblem[] => [
  atCell({ rule, params: {} }, { column: null, target }),
]

function planPartners(
  context: RowContext,
  facts: readonly PartnerFacts[],
  problems: CellProblem[],
): string[] {
  return facts.flatMap((partner) => {
    const planned = planPartner(context, partner)
    problems.push(...planned.problems)
    return planned.id ?? []
  })
}

/** Partners that the other rows of a merged block name. */
function groupPartners(
  groups: ReadonlyMap<number, readonly PartnerFacts[]>,
  group: number | null | undefined,
  own: readonly PartnerFacts[],
): readonly PartnerFacts[] {
  if (group === null || group === undefined) return []
  return (groups.get(group) ?? []).filter((partner) => !own.includes(partner))
}

/** The rules of the records that this row makes or changes. */
function checkRecords(state: PlanState, mapping: readonly ColumnTarget[]): CellProblem[] {
  const place = (entity: ImportedEntity, problems: Problem[], year: number | null = null): CellProblem[] =>
    problems
      .filter((problem) => !isAboutAbsence(problem) || problem.severity === 'error')
      .map((problem) => placeProblem(entity, problem, { mapping, academicYear: year }))
  return [
    ...changedByRow(state.partner).flatMap(({ fields }) => place('partner', checkPartner(fields))),
    ...changedByRow(state.agreement).flatMap(({ fields, before }) =>
      place('agreement', checkAgreement(fields, before?.id ?? null)),
    ),
    ...changedByRow(state.programme).flatMap(({ fields }) => place('programme', checkProgramme(fields))),
    ...changedByRow(state.cohort).flatMap(({ fields }) =>
      place('cohort', checkCohort(fields), fields.academicYear),
    ),
  ]
}

const changedByRow = <F>(set: DraftSet<F>): Draft<F>[] =>
  set.touched().filter((draft) => set.newsOf(draft) !== 'same')

/** Gives every problem of a field its column. */
function located(problems: readonly CellProblem[], mapping: readonly ColumnTarget[]): CellProblem[] {
  return problems.map((problem) => {
    if (problem.column !== null || problem.target === null) return problem
    const year = typeof problem.params['year'] === 'number' ? problem.params['year'] : null
    const column =
      columnOf(mapping, problem.target, year) ?? columnOf(mapping, nameless(problem.target), year)
    return { ...problem, column: column?.column ?? null }
  })
}

/** The column of all languages stands for one of a language. */
const nameless = (target: NonNullable<CellProblem['target']>): NonNullable<CellProblem['target']> =>
  target.startsWith('partner.name')
    ? 'partner.name'
    : target.startsWith('programme.name')
      ? 'programme.name'
      : target
