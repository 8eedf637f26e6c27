import { academicYearOf } from '../../kernel/calendar.ts'
import { foldText } from '../../kernel/fold.ts'
import {
  canonicalFormat,
  deriveFormat,
  formatSemesters,
  planFromFormat,
  type ProgrammeFormat,
} from '../../programmes/format.ts'
import type { ProgrammeFeature, ProgrammeFields } from '../../programmes/programme.ts'
import { atCell, type CellProblem } from '../cell-problem.ts'
import type { CohortFacts, ProgrammeFacts } from '../facts.ts'
import { foldedNames } from '../read-partner-cells.ts'
import type { TargetField } from '../target-fields.ts'
import { assign, type Assignment, type Draft, isEqual } from './drafts.ts'
import type { RowContext } from './plan-partner.ts'
import { codeKey } from './register-index.ts'

export type ProgrammeLinks = {
  partnerIds: readonly string[]
  /** The row's agreement, and which of the partners it binds. */
  agreement: { id: string; partnerIds: readonly string[] } | null
}

export type ProgrammeDefaults = {
  /** Feature of new programmes whose register does not name one. */
  feature: ProgrammeFeature | null
  academicYear: number
}

/** The fields that a row may give, each with its column. */
const targets = {
  code: 'programme.code',
  level: 'programme.level',
  masterTrack: 'programme.level',
  features: 'programme.feature',
  languages: 'programme.languages',
  delivery: 'programme.delivery',
  award: 'programme.award',
  registerStatus: 'programme.registerStatus',
  epvoId: 'programme.epvoId',
  iscedF: 'programme.iscedF',
  homeTeachers: 'programme.homeTeachers',
  partnerTeachers: 'programme.partnerTeachers',
  firstYear: 'programme.firstYear',
  lastYear: 'programme.lastYear',
  notes: 'programme.notes',
} as const satisfies Record<keyof ProgrammeFacts['fields'], TargetField>
type FieldName = keyof typeof targets
const fieldNames = [
  'code',
  'level',
  'masterTrack',
  'features',
  'languages',
  'delivery',
  'award',
  'registerStatus',
  'epvoId',
  'iscedF',
  'homeTeachers',
  'partnerTeachers',
  'firstYear',
  'lastYear',
  'notes',
] as const satisfies FieldName[]

type Found = Draft<ProgrammeFields>

const emptyProgramme: Omit<ProgrammeFields, 'level' | 'firstYear'> = {
  names: { kk: '', ru: '', en: '' },
  masterTrack: null,
  code: '',
  iscedF: '',
  languages: [],
  delivery: 'on_campus',
  features: [],
  award: null,
  registerStatus: 'not_in_register',
  epvoId: null,
  partners: [],
  plan: [],
  homeTeachers: null,
  partnerTeachers: null,
  lastYear: null,
  notes: '',
}

/** The programme that the facts speak of: by code and partners, else by folded name, level and partners. */
function matchProgramme(
  { state }: RowContext,
  facts: ProgrammeFacts,
  partnerIds: readonly string[],
): Found | null {
  const { code, level } = facts.fields
  const byCode = code === undefined ? [] : state.programmesByCode.find(codeKey(code))
  const byName = foldedNames(facts.names).flatMap((name) => state.programmesByName.find(name))
  const get = (ids: readonly string[]): Found[] =>
    [...new Set(ids)].flatMap((id) => state.programme.get(id) ?? [])
  const named = get(byName).filter(
    ({ fields }) =>
      (level === undefined || fields.level === level) && (code === undefined || fields.code === ''),
  )
  const unnamed = code === undefined ? named : []
  return bestOf(get(byCode), partnerIds) ?? bestOf(named, partnerIds) ?? bestOf(unnamed, partnerIds)
}

/** The candidate with exactly the partners, else the only one whose partners include them. */
function bestOf(candidates: readonly Found[], partnerIds: readonly string[]): Found | null {
  const partnersOf = ({ fields }: Found): string[] => fields.partners.map(({ partnerId }) => partnerId)
  const including = candidates.filter((found) => partnerIds.every((id) => partnersOf(found).includes(id)))
  const exact = including.find((found) => partnersOf(found).length === partnerIds.length)
  return exact ?? (including.length === 1 ? (including[0] ?? null) : null)
}

/** Finds or makes the programme of a row. Null: a new programme lacks what it cannot be without. */
export function planProgramme(
  context: RowContext,
  facts: ProgrammeFacts,
  given: {
    links: ProgrammeLinks
    cohorts: readonly CohortFacts[]
    startsOn: string | null
    defaults: ProgrammeDefaults
  },
): { id: string | null; problems: CellProblem[] } {
  const draft = matchProgramme(context, facts, given.links.partnerIds) ?? newProgramme(context, facts, given)
  if (draft === null) {
    const rule = 'import-level-missing'
    return { id: null, problems: [atCell({ rule, params: {} }, { column: null, target: 'programme.level' })] }
  }
  const assignment: Assignment<ProgrammeFields> = { draft, problems: [] }
  giveNames(context, assignment, facts)
  for (const name of fieldNames) giveField(context, assignment, { name, next: facts.fields[name] })
  givePartners(context, assignment, { facts, links: given.links })
  givePlan(context, assignment, facts.format)
  context.state.programme.put(assignment.draft)
  return { id: assignment.draft.id, problems: assignment.problems }
}

/**
 * A new programme. When the register does not tell, it runs since its first learners or the start of its agreement,
 * whichever is earlier.
 */
function newProgramme(
  context: RowContext,
  { fields }: ProgrammeFacts,
  given: { cohorts: readonly CohortFacts[]; startsOn: string | null; defaults: ProgrammeDefaults },
): Found | null {
  const { level } = fields
  if (level === undefined) return null
  const { feature, academicYear } = given.defaults
  const running = given.cohorts.filter(({ counts }) => Object.values(counts).some((count) => count > 0))
  const known = running.map((cohort) => cohort.academicYear)
  if (given.startsOn !== null) known.push(academicYearOf(given.startsOn))
  const firstYear = known.length === 0 ? academicYear : Math.min(...known)
  const features = feature === null ? [] : [feature]
  return {
    id: context.newId(),
    before: null,
    fields: { ...emptyProgramme, level, features, firstYear },
    givenBy: new Map<string, number>(),
  }
}

function giveNames(
  { row }: RowContext,
  assignment: Assignment<ProgrammeFields>,
  { names, isNamed }: ProgrammeFacts,
): void {
  for (const language of ['kk', 'ru', 'en'] as const) {
    const next = names[language]
    const current = assignment.draft.fields.names[language]
    if (next === '' || (current !== '' && !isNamed)) continue
    const target = ({ kk: 'programme.nameKk', ru: 'programme.nameRu', en: 'programme.nameEn' } as const)[
      language
    ]
    assign(
      assignment,
      { name: `names.${language}`, row, target, severity: 'error' },
      {
        current,
        next,
        isSame: (a, b) => foldText(a) === foldText(b),
        set: (fields) => ({ ...fields, names: { ...fields.names, [language]: next } }),
      },
    )
  }
}

function giveField<Name extends FieldName>(
  context: RowContext,
  assignment: Assignment<ProgrammeFields>,
  { name, next }: { name: Name; next: ProgrammeFields[Name] | undefined },
): void {
  if (next === undefined) return
  const isSame = name === 'code' ? sameCode : name === 'features' ? sameFeatures : isEqual
  assign(
    assignment,
    { name, row: context.row, target: targets[name], severity: 'error' },
    { current: assignment.draft.fields[name], next, isSame, set: (fields) => ({ ...fields, [name]: next }) },
  )
}

const sameCode = (a: unknown, b: unknown): boolean =>
  typeof a === 'string' && typeof b === 'string' && codeKey(a) === codeKey(b)

const sameFeatures = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((feature) => b.includes(feature))

function givePartners(
  { row }: RowContext,
  assignment: Assignment<ProgrammeFields>,
  { facts, links }: { facts: ProgrammeFacts; links: ProgrammeLinks },
): void {
  for (const partnerId of links.partnerIds) {
    const index = assignment.draft.fields.partners.findIndex((partner) => partner.partnerId === partnerId)
    const current = assignment.draft.fields.partners[index] ?? { partnerId, agreementId: null, degree: '' }
    const agreementId =
      links.agreement?.partnerIds.includes(partnerId) === true ? links.agreement.id : current.agreementId
    const next = { partnerId, agreementId, degree: facts.degree || current.degree }
    const target = next.degree === current.degree ? 'agreement.number' : 'programme.degree'
    assign(
      assignment,
      { name: `partners.${partnerId}`, row, target, severity: 'error' },
      {
        current: index === -1 ? null : current,
        next,
        set: (fields) => ({
          ...fields,
          partners: index === -1 ? [...fields.partners, next] : fields.partners.with(index, next),
        }),
      },
    )
  }
}

/** A plan of the format's shares, unless the stored one has them already: its credits and days then stay. */
function givePlan(
  { row }: RowContext,
  assignment: Assignment<ProgrammeFields>,
  format: ProgrammeFormat | null,
): void {
  if (format === null) return
  const { fields } = assignment.draft
  const target = 'programme.format'
  const partnerIds = fields.partners.map(({ partnerId }) => partnerId)
  if (partnerIds.length < format.partners.length) {
    const params = { parts: format.partners.length, partners: partnerIds.length }
    assignment.problems.push(atCell({ rule: 'import-format-partners', params }, { column: null, target }))
    return
  }
  if (formatSemesters(format) > 24) {
    assignment.problems.push(
      atCell(
        { rule: 'import-format-too-long', params: { count: formatSemesters(format) } },
        { column: null, target },
      ),
    )
    return
  }
  const current = deriveFormat(fields.plan)
  const next = canonicalFormat(format)
  assign(
    assignment,
    { name: 'plan', row, target, severity: 'error' },
    {
      current: current === null ? null : canonicalFormat(current),
      next,
      set: (before) => ({ ...before, plan: planFromFormat(format, before.level, partnerIds) }),
    },
  )
}
