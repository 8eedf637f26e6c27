import { checkAgreement } from '../agreements/agreement-rules.ts'
import type { Agreement } from '../agreements/agreement.ts'
import { checkInstitution } from '../institution/institution-rules.ts'
import { academicYearLabel } from '../kernel/calendar.ts'
import { nameIn } from '../kernel/localized.ts'
import type { Problem, RecordProblem } from '../kernel/problem.ts'
import type { RegisterEntity, Language } from '../kernel/record.ts'
import { checkCohort } from '../mobility/cohort-rules.ts'
import { checkPartner } from '../partners/partner-rules.ts'
import { checkProgramme } from '../programmes/programme-rules.ts'
import { byId, type Register } from '../reports/register.ts'

const isError = (problem: RecordProblem): boolean => problem.severity === 'error'

/** Checks every record of the register by its own rules. Errors come first, then records in the order of the register. */
export function checkRegister(register: Register, language: Language): RecordProblem[] {
  const found: RecordProblem[] = []
  const add = (entity: RegisterEntity, id: string, label: string, problems: readonly Problem[]): void => {
    for (const problem of problems) found.push({ ...problem, record: { entity, id }, label })
  }
  const programmes = byId(register.programmes)
  const { institution } = register
  add('institution', institution.id, nameIn(institution.names, language), checkInstitution(institution))
  for (const partner of register.partners) {
    add('partner', partner.id, nameIn(partner.names, language), checkPartner(partner))
  }
  for (const agreement of register.agreements) {
    add('agreement', agreement.id, agreementLabel(agreement), checkAgreement(agreement, agreement.id))
  }
  for (const programme of register.programmes) {
    add('programme', programme.id, nameIn(programme.names, language), checkProgramme(programme))
  }
  for (const cohort of register.cohorts) {
    const programme = programmes.get(cohort.programmeId)
    const name = programme === undefined ? '' : nameIn(programme.names, language)
    add('cohort', cohort.id, `${name} ${academicYearLabel(cohort.academicYear)}`.trim(), checkCohort(cohort))
  }
  return [...found.filter(isError), ...found.filter((problem) => !isError(problem))]
}

/** What people call an agreement: its number and title, whichever it has. */
export function agreementLabel(agreement: Pick<Agreement, 'number' | 'title'>): string {
  return [agreement.number, agreement.title].filter((part) => part !== '').join(', ')
}
