import { errorAt, type Problem, type RecordProblem, warningAt } from '../kernel/problem.ts'
import type { Language } from '../kernel/record.ts'
import { type FilledRow, type FilledSection, valueAt } from './fill-form.ts'
import type { FormEntity, RowKind } from './form.ts'
import type { SourceRow } from './source-row.ts'

/** A finding together with the kind of record in which it is corrected. */
type RowFinding = { readonly entity: FormEntity; readonly problem: Problem }

/** Checks what concerns a row as a whole: records that are missing, dates that contradict, partners that do not fit. */
export function checkRows(section: FilledSection, language: Language): RecordProblem[] {
  const check = checks[section.section.rows]
  const counts = countRows(section.rows)
  return section.rows.flatMap((row) =>
    check(row.source, counts).map(({ entity, problem }) => {
      const record = row.source.records[entity]
      return {
        ...problem,
        record: record === undefined ? row.source.subject : { entity: record.entity, id: record.id },
        label: row.source.names[language],
      }
    }),
  )
}

type RowCheck = (source: SourceRow, counts: RowCounts) => RowFinding[]

/** How often the same record, the same pair of record and partner, and the same number with a partner stand in a section. */
type RowCounts = ReadonlyMap<string, number>

const subjectKey = (source: SourceRow): string => `subject ${source.subject?.id}`
const pairKey = (source: SourceRow): string => `pair ${source.subject?.id} ${source.records.partner?.id}`
const numberKey = (source: SourceRow): string =>
  `number ${source.records.partner?.id} ${textAt(source, 'agreement.number')}`

function countRows(rows: readonly FilledRow[]): RowCounts {
  const counts = new Map<string, number>()
  for (const { source } of rows) {
    const keys = [subjectKey(source), pairKey(source)]
    if (source.records.agreement !== undefined && source.subject?.entity === 'agreement')
      keys.push(numberKey(source))
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

const checks: Record<RowKind, RowCheck> = {
  'programme-partner': checkProgrammePartner,
  'programme-learners': checkLearners,
  'agreement-partner': checkAgreementPartner,
  accreditation: () => [],
  institution: () => [],
  'report-programme': checkReportProgramme,
  'report-partner': checkReportPartner,
  'report-total': () => [],
  'report-level': () => [],
  'report-format': () => [],
  'report-country': () => [],
}

const error = (
  entity: FormEntity,
  rule: Problem['rule'],
  field: string,
  params?: Problem['params'],
): RowFinding => ({
  entity,
  problem: errorAt(rule, field, params),
})
const warning = (
  entity: FormEntity,
  rule: Problem['rule'],
  field: string,
  params?: Problem['params'],
): RowFinding => ({
  entity,
  problem: warningAt(rule, field, params),
})

function textAt(source: SourceRow, path: string): string {
  const value = valueAt(source, path)
  return typeof value === 'string' ? value : ''
}

function checkProgrammePartner(source: SourceRow, counts: RowCounts): RowFinding[] {
  if (source.records.partner === undefined)
    return [error('programme', 'ministry-partner-missing', 'partners')]
  const index = source.partnerIndex ?? 0
  const found: RowFinding[] = []
  const partners = counts.get(subjectKey(source)) ?? 0
  if ((counts.get(pairKey(source)) ?? 0) > 1) {
    found.push(error('programme', 'ministry-partner-twice', `partners.${index}.partnerId`))
  } else if (partners > 1) {
    found.push(warning('programme', 'ministry-several-partners', 'partners', { count: partners }))
  }
  if (textAt(source, 'partner.place') === 'unknown')
    found.push(error('partner', 'ministry-country-missing', 'country'))
  if (valueAt(source, 'plan.partner') === 0)
    found.push(error('programme', 'ministry-no-period-at-partner', 'plan'))
  if (source.records.agreement === undefined) {
    found.push(error('programme', 'ministry-agreement-missing', `partners.${index}.agreementId`))
  } else found.push(...checkContract(source))
  return found
}

function checkContract(source: SourceRow): RowFinding[] {
  const found: RowFinding[] = checkTerm(source, 'ministry-contract-without-end')
  const status = textAt(source, 'contract.status')
  if (status === 'draft') found.push(error('agreement', 'ministry-agreement-not-signed', 'stage'))
  else if (['upcoming', 'lapsed', 'terminated'].includes(status)) {
    found.push(
      warning('agreement', 'ministry-contract-not-in-force', 'term', { day: textAt(source, 'period.on') }),
    )
  }
  return found
}

/** The end of the term: missing, missing by its nature, or before its beginning. */
function checkTerm(source: SourceRow, perpetual: Problem['rule']): RowFinding[] {
  const startsOn = textAt(source, 'contract.startsOn') || textAt(source, 'contract.signedOn')
  const endsOn = textAt(source, 'contract.endsOn')
  if (endsOn !== '') {
    if (startsOn === '' || startsOn <= endsOn) return []
    return [error('agreement', 'ministry-contract-dates', 'term.endsOn', { startsOn, endsOn })]
  }
  if (valueAt(source, 'contract.isPerpetual') === true) return [warning('agreement', perpetual, 'term')]
  return [error('agreement', 'ministry-contract-end-missing', 'term')]
}

function checkLearners(source: SourceRow): RowFinding[] {
  if (source.records.cohort === undefined) return [warning('programme', 'ministry-learners-missing', '')]
  const funding = valueAt(source, 'learners.funding')
  const counts = typeof funding === 'object' && funding !== null ? Object.values(funding) : []
  const sum = counts.reduce((total: number, count) => total + (typeof count === 'number' ? count : 0), 0)
  const contingent = valueAt(source, 'learners.contingent')
  if (typeof contingent !== 'number' || sum === contingent) return []
  return [warning('cohort', 'ministry-funding-sum', 'funding', { sum, contingent })]
}

function checkAgreementPartner(source: SourceRow, counts: RowCounts): RowFinding[] {
  if (source.records.partner === undefined)
    return [error('agreement', 'ministry-partner-missing', 'partnerIds')]
  const found: RowFinding[] = checkTerm(source, 'ministry-termless-without-end')
  if (textAt(source, 'partner.place') === 'unknown')
    found.push(error('partner', 'ministry-country-missing', 'country'))
  const number = textAt(source, 'agreement.number')
  const isTwice = number !== '' && (counts.get(numberKey(source)) ?? 0) > 1
  if (isTwice) found.push(warning('agreement', 'ministry-agreement-twice', 'number', { number }))
  return found
}

function checkReportProgramme(source: SourceRow): RowFinding[] {
  const found: RowFinding[] = []
  if (valueAt(source, 'row.partnerNames') === '')
    found.push(warning('programme', 'ministry-report-partner-missing', 'partners'))
  if (valueAt(source, 'row.contingent') === null)
    found.push(warning('programme', 'ministry-learners-missing', ''))
  if (valueAt(source, 'row.format') === '')
    found.push(warning('programme', 'ministry-report-format-missing', 'plan'))
  return found
}

function checkReportPartner(source: SourceRow): RowFinding[] {
  return valueAt(source, 'row.country') === ''
    ? [warning('partner', 'ministry-report-country-missing', 'country')]
    : []
}
