import { errorAt, type Problem, warningAt } from '../kernel/problem.ts'
import { missingLanguages } from '../kernel/localized.ts'
import { isWebAddress } from '../kernel/web-address.ts'
import type { AccreditationFields } from './accreditation.ts'
import type { AgencyFields } from './agency.ts'
import { missingParts } from './state.ts'

/** What is wrong with an accreditation's fields. What a source does not say is a warning: the record is kept. */
export function checkAccreditation(fields: AccreditationFields): Problem[] {
  return [...checkObject(fields), ...checkDays(fields), ...checkMissing(fields), ...checkDecision(fields)]
}

function checkObject({ object, kind }: AccreditationFields): Problem[] {
  const problems: Problem[] = []
  if (object.kind === 'other-programme' && object.code === '' && object.name === '')
    problems.push(errorAt('accreditation-object-missing', 'object'))
  if (object.kind === 'partner-programme' && object.name === '')
    problems.push(errorAt('accreditation-object-missing', 'object'))
  const isWhole = object.kind === 'institution' || object.kind === 'partner'
  if (isWhole !== (kind === 'institutional')) problems.push(warningAt('accreditation-kind-unusual', 'kind'))
  return problems
}

function checkDays({ validFrom, validTo, conditions }: AccreditationFields): Problem[] {
  const problems: Problem[] = []
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    problems.push(errorAt('accreditation-days', 'validTo', { validFrom, validTo }))
  for (const [index, { dueOn, doneOn }] of conditions.entries()) {
    if (dueOn !== null && doneOn !== null && doneOn > dueOn)
      problems.push(
        warningAt('accreditation-condition-late', `conditions.${index}.doneOn`, { dueOn, doneOn }),
      )
  }
  return problems
}

const fieldOf = {
  agency: 'agencyId',
  validFrom: 'validFrom',
  validTo: 'validTo',
  decision: 'decision',
} as const

function checkMissing(fields: AccreditationFields): Problem[] {
  const rule = fields.source === 'own' ? 'accreditation-part-missing' : 'accreditation-incomplete-at-source'
  return missingParts(fields).map((part) => warningAt(rule, fieldOf[part], {}))
}

function checkDecision({ decision, conditions, reportUrl }: AccreditationFields): Problem[] {
  const problems: Problem[] = []
  if (decision === 'conditional' && conditions.length === 0)
    problems.push(warningAt('accreditation-conditions-missing', 'conditions'))
  if (reportUrl !== '' && !isWebAddress(reportUrl))
    problems.push(warningAt('accreditation-report-address', 'reportUrl', { address: reportUrl }))
  return problems
}

/** What is wrong with an agency's fields. */
export function checkAgency({ names, acronym, validFrom, validTo }: AgencyFields): Problem[] {
  const problems: Problem[] = []
  if (acronym === '' && missingLanguages(names).length === 3)
    problems.push(errorAt('agency-name-missing', 'names'))
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    problems.push(errorAt('agency-days', 'validTo', { validFrom, validTo }))
  return problems
}
