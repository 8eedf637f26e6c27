import { agreementStore } from '../agreements/agreement.repository.ts'
import { cohortStore } from '../mobility/cohort.repository.ts'
import { partnerStore } from '../partners/partner.repository.ts'
import { programmeStore } from '../programmes/programme.repository.ts'

/** The stores of the records that an import or a report holds, for work that crosses their kinds, such as an import. */
export const recordStores = {
  partner: partnerStore,
  agreement: agreementStore,
  programme: programmeStore,
  cohort: cohortStore,
}
