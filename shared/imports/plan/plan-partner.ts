import { foldText } from '../../kernel/fold.ts'
import type { Contact, PartnerFields } from '../../partners/partner.ts'
import { atCell, type CellProblem } from '../cell-problem.ts'
import type { PartnerFacts } from '../facts.ts'
import { foldedNames } from '../read-partner-cells.ts'
import { assign, type Assignment, type Draft, isEqual } from './drafts.ts'
import { identifierKey, type PlanState } from './register-index.ts'

export type RowContext = { state: PlanState; row: number; newId(): string }

const emptyPartner: PartnerFields = {
  names: { kk: '', ru: '', en: '' },
  country: '',
  city: '',
  website: '',
  identifiers: [],
  contacts: [],
  rankings: [],
  creditSystem: '',
  ectsPerCredit: 1,
  notes: '',
}

type Match = { draft: Draft<PartnerFields> | null; problems: CellProblem[] }

/** The stored or planned partner that the facts speak of: by one identifier, else by folded name and country. */
function matchPartner({ state }: RowContext, facts: PartnerFacts): Match {
  const byIdentifier = new Set(
    facts.identifiers.flatMap((identifier) => state.partnersByIdentifier.find(identifierKey(identifier))),
  )
  const [identified] = byIdentifier
  if (byIdentifier.size > 1) return { draft: null, problems: [ambiguous(facts, byIdentifier.size)] }
  if (identified !== undefined) return { draft: state.partner.get(identified) ?? null, problems: [] }
  const named = namedPartners(state, facts)
    .filter(
      ({ fields }) => facts.country === null || fields.country === '' || fields.country === facts.country,
    )
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const exact = named.filter(({ fields }) => facts.country !== null && fields.country === facts.country)
  const candidates = exact.length > 0 ? exact : named
  if (candidates.length < 2) return { draft: candidates[0] ?? null, problems: [] }
  const countries = new Set(candidates.map(({ fields }) => fields.country))
  const problem = ambiguous(facts, candidates.length)
  // Doubles of one country are the register's own trouble; the oldest is taken.
  if (countries.size === 1)
    return { draft: candidates[0] ?? null, problems: [{ ...problem, severity: 'warning' }] }
  return { draft: null, problems: [problem] }
}

/** Partners that have one of the names, also those that this row has just made. */
function namedPartners(state: PlanState, facts: PartnerFacts): Draft<PartnerFields>[] {
  const names = foldedNames(facts.names)
  const found = new Map<string, Draft<PartnerFields>>()
  for (const id of names.flatMap((name) => state.partnersByName.find(name))) {
    const draft = state.partner.get(id)
    if (draft !== undefined) found.set(id, draft)
  }
  for (const draft of state.partner.touched()) {
    if (foldedNames(draft.fields.names).some((name) => names.includes(name))) found.set(draft.id, draft)
  }
  return [...found.values()]
}

function ambiguous({ names }: PartnerFacts, count: number): CellProblem {
  const name = names.kk || names.ru || names.en
  return atCell(
    { rule: 'import-partner-ambiguous', params: { name, count } },
    { column: null, target: 'partner.name' },
  )
}

/** Finds or makes the partner and gives it what the row says. Returns its id, or null when it is not clear which one is meant. */
export function planPartner(
  context: RowContext,
  facts: PartnerFacts,
): { id: string | null; problems: CellProblem[] } {
  const { draft: found, problems } = matchPartner(context, facts)
  if (found === null && problems.length > 0) return { id: null, problems }
  const draft = found ?? {
    id: context.newId(),
    before: null,
    fields: emptyPartner,
    givenBy: new Map<string, number>(),
  }
  const assignment: Assignment<PartnerFields> = { draft, problems }
  giveNames(context, assignment, facts)
  giveTexts(context, assignment, facts)
  giveIdentifiers(assignment, facts)
  if (facts.contact !== null) giveContact(assignment, facts.contact)
  context.state.partner.put(assignment.draft)
  return { id: assignment.draft.id, problems }
}

function giveNames(
  { row }: RowContext,
  assignment: Assignment<PartnerFields>,
  { names, isNamed }: PartnerFacts,
): void {
  for (const language of ['kk', 'ru', 'en'] as const) {
    const next = names[language]
    const current = assignment.draft.fields.names[language]
    // A name in a column of all languages only finds the partner; it does not rename it.
    if (next === '' || (current !== '' && !isNamed)) continue
    const target = ({ kk: 'partner.nameKk', ru: 'partner.nameRu', en: 'partner.nameEn' } as const)[language]
    assign(
      assignment,
      { name: `names.${language}`, row, target, severity: 'warning' },
      {
        current,
        next,
        isSame: (a, b) => foldText(a) === foldText(b),
        set: (fields) => ({ ...fields, names: { ...fields.names, [language]: next } }),
      },
    )
  }
}

const textNames = ['country', 'city', 'website', 'creditSystem', 'notes'] as const

function giveTexts({ row }: RowContext, assignment: Assignment<PartnerFields>, facts: PartnerFacts): void {
  const values = { ...facts.fields, ...(facts.country === null ? {} : { country: facts.country }) }
  for (const name of textNames) {
    const next = values[name]
    if (next === undefined) continue
    assign(
      assignment,
      { name, row, target: `partner.${name}`, severity: 'warning' },
      { current: assignment.draft.fields[name], next, set: (fields) => ({ ...fields, [name]: next }) },
    )
  }
}

function giveIdentifiers(assignment: Assignment<PartnerFields>, facts: PartnerFacts): void {
  for (const identifier of facts.identifiers) {
    const { fields } = assignment.draft
    const stored = fields.identifiers.find(({ scheme }) => scheme === identifier.scheme)
    if (stored === undefined) {
      assignment.draft = {
        ...assignment.draft,
        fields: { ...fields, identifiers: [...fields.identifiers, identifier] },
      }
    } else if (identifierKey(stored) !== identifierKey(identifier)) {
      const params = { stored: stored.value, value: identifier.value }
      const target =
        identifier.scheme === 'kz_bin' ? 'partner.kzBin' : (`partner.${identifier.scheme}` as const)
      assignment.problems.push(
        atCell({ rule: 'import-identifier-differs', params }, { column: null, target }),
      )
    }
  }
}

/** Adds the contact, or completes the one of the same name. */
function giveContact(assignment: Assignment<PartnerFields>, contact: Contact): void {
  const { fields } = assignment.draft
  const index = fields.contacts.findIndex(({ name }) => foldText(name) === foldText(contact.name))
  const stored = fields.contacts[index]
  const next = stored === undefined ? contact : completed(stored, contact)
  if (stored !== undefined && isEqual(stored, next)) return
  const contacts = stored === undefined ? [...fields.contacts, next] : fields.contacts.with(index, next)
  assignment.draft = { ...assignment.draft, fields: { ...fields, contacts } }
}

const completed = (stored: Contact, given: Contact): Contact => ({
  ...stored,
  position: given.position || stored.position,
  email: given.email || stored.email,
  phone: given.phone || stored.phone,
})
