import { actionStore } from '../actions/action.repository.ts'
import { accreditationStore } from '../accreditation/accreditation.repository.ts'
import { agencyStore } from '../accreditation/agency.repository.ts'
import { answerStore, assessmentStore, cycleStore } from '../assessment/assessment.repository.ts'
import { evidenceStore } from '../evidence/evidence.repository.ts'
import { frameworkStore } from '../frameworks/framework.repository.ts'
import { supplementStore } from '../frameworks/supplement.repository.ts'
import { institutionStore } from '../institution/institution.repository.ts'
import { personStore } from '../people/person.repository.ts'
import { agreementStore } from '../agreements/agreement.repository.ts'
import { cohortStore } from '../mobility/cohort.repository.ts'
import { partnerStore } from '../partners/partner.repository.ts'
import { programmeStore } from '../programmes/programme.repository.ts'
import { involvementStore } from '../stakeholders/involvement.repository.ts'
import { surveyStore } from '../surveys/survey.repository.ts'

/** The stores of the records that an import or a report holds, for work that crosses their kinds, such as an import. */
export const recordStores = {
  partner: partnerStore,
  agreement: agreementStore,
  programme: programmeStore,
  cohort: cohortStore,
}

/** The stores of every kind of record, for checks of the whole workspace. */
export const allStores = [
  institutionStore,
  ...Object.values(recordStores),
  personStore,
  frameworkStore,
  supplementStore,
  evidenceStore,
  cycleStore,
  assessmentStore,
  answerStore,
  actionStore,
  agencyStore,
  accreditationStore,
  involvementStore,
  surveyStore,
]
