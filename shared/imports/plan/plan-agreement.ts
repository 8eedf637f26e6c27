import type { AgreementFields } from '../../agreements/agreement.ts'
import { type CellProblem } from '../cell-problem.ts'
import type { AgreementFacts } from '../facts.ts'
import { assign, type Assignment, type Draft, isEqual } from './drafts.ts'
import type { RowContext } from './plan-partner.ts'
import { numberKey } from './register-index.ts'

const emptyAgreement: AgreementFields = {
  kind: 'agreement',
  number: '',
  title: '',
  subject: '',
  partnerIds: [],
  stage: 'draft',
  signedOn: null,
  startsOn: null,
  term: null,
  terminatedOn: null,
  parentId: null,
  predecessorId: null,
  signatories: [],
  events: [],
  owner: '',
  notes: '',
}

/** The fields that a row may give. */
const fieldNames = [
  'number',
  'kind',
  'title',
  'subject',
  'signedOn',
  'startsOn',
  'term',
  'stage',
  'terminatedOn',
  'owner',
  'notes',
] as const satisfies (keyof AgreementFacts['fields'])[]
type FieldName = (typeof fieldNames)[number]

type Found = Draft<AgreementFields>

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id))
const within = (a: readonly string[], b: readonly string[]): boolean => a.every((id) => b.includes(id))

/** The agreement that the facts speak of: by number and partners; without a number by kind, day and partners. */
function matchAgreement(
  { state }: RowContext,
  { fields }: AgreementFacts,
  partnerIds: readonly string[],
): Found | null {
  const get = (id: string): Found[] => {
    const draft = state.agreement.get(id)
    return draft === undefined ? [] : [draft]
  }
  const ofPartners = (found: Found): boolean => sameSet(found.fields.partnerIds, partnerIds)
  if (fields.number !== undefined) {
    const numbered = state.agreementsByNumber.find(numberKey(fields.number)).flatMap(get)
    if (partnerIds.length === 0) return numbered.length === 1 ? (numbered[0] ?? null) : null
    const exact = numbered.find(ofPartners)
    const related = numbered.filter(
      (found) => within(found.fields.partnerIds, partnerIds) || within(partnerIds, found.fields.partnerIds),
    )
    const match = exact ?? (related.length === 1 ? related[0] : undefined)
    if (match !== undefined) return match
  }
  const [partnerId] = partnerIds
  if (partnerId === undefined) return null
  const dated = state.agreementsByPartner
    .find(partnerId)
    .flatMap(get)
    .filter((found) => ofPartners(found) && isSameUndated(found.fields, fields))
  return dated[0] ?? null
}

/** Whether an agreement without a number, in the register or in the row, is the one that the row means. */
function isSameUndated(stored: AgreementFields, given: AgreementFacts['fields']): boolean {
  if (given.number !== undefined && stored.number !== '') return false
  if (given.kind !== undefined && given.kind !== stored.kind) return false
  if (given.signedOn !== undefined) return given.signedOn === stored.signedOn
  if (given.startsOn !== undefined) return given.startsOn === stored.startsOn
  if (given.term !== undefined) return isEqual(given.term, stored.term)
  return given.title !== undefined && given.title === stored.title
}

/** Finds or makes the agreement of a row. `partnerIds` are those of the row, or of all rows of its merged block. */
export function planAgreement(
  context: RowContext,
  facts: AgreementFacts,
  partnerIds: readonly string[],
): { id: string; problems: CellProblem[] } {
  const found = matchAgreement(context, facts, partnerIds)
  const draft = found ?? {
    id: context.newId(),
    before: null,
    fields: emptyAgreement,
    givenBy: new Map<string, number>(),
  }
  const assignment: Assignment<AgreementFields> = { draft, problems: [] }
  givePartners(assignment, partnerIds)
  for (const name of fieldNames) giveField(context, assignment, { name, next: facts.fields[name] })
  if (found === null) giveStage(assignment, facts)
  assumeSigning(assignment)
  context.state.agreement.put(assignment.draft)
  return { id: assignment.draft.id, problems: assignment.problems }
}

function givePartners(assignment: Assignment<AgreementFields>, partnerIds: readonly string[]): void {
  const { fields } = assignment.draft
  const added = partnerIds.filter((id) => !fields.partnerIds.includes(id))
  if (added.length === 0) return
  assignment.draft = {
    ...assignment.draft,
    fields: { ...fields, partnerIds: [...fields.partnerIds, ...added] },
  }
}

function giveField<Name extends FieldName>(
  context: RowContext,
  assignment: Assignment<AgreementFields>,
  { name, next }: { name: Name; next: AgreementFields[Name] | undefined },
): void {
  if (next === undefined) return
  assign(
    assignment,
    { name, row: context.row, target: `agreement.${name}`, severity: 'error' },
    {
      current: assignment.draft.fields[name],
      next,
      isSame: name === 'number' ? sameNumber : isEqual,
      set: (fields) => ({ ...fields, [name]: next }),
    },
  )
}

const sameNumber = (a: unknown, b: unknown): boolean =>
  typeof a === 'string' && typeof b === 'string' && numberKey(a) === numberKey(b)

/** A new agreement whose stage the register does not tell is signed when it has a day of signing or a start. */
function giveStage(assignment: Assignment<AgreementFields>, { fields: given }: AgreementFacts): void {
  const { fields } = assignment.draft
  if (given.stage !== undefined || (fields.signedOn === null && fields.startsOn === null)) return
  const stage = fields.terminatedOn === null ? 'signed' : 'terminated'
  assignment.draft = { ...assignment.draft, fields: { ...fields, stage } }
}

/** Registers that keep only the start of an agreement: it counts as signed on that day, and the row is told so. */
function assumeSigning(assignment: Assignment<AgreementFields>): void {
  const { fields } = assignment.draft
  if (fields.stage !== 'signed' || fields.signedOn !== null || fields.startsOn === null) return
  assignment.draft = { ...assignment.draft, fields: { ...fields, signedOn: fields.startsOn } }
  assignment.problems.push({
    rule: 'import-signing-assumed',
    severity: 'warning',
    field: 'signedOn',
    params: { startsOn: fields.startsOn },
    column: null,
    target: 'agreement.startsOn',
  })
}
