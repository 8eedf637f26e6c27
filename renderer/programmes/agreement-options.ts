import type { Day } from '../../shared/kernel/day.ts'
import type { Language } from '../../shared/kernel/record.ts'
import { allAgreements } from '../../shared/agreements/agreement.ts'

/** More agreements with one partner than this are not offered; the newest come first. */
const offered = 200

/** Asks for the agreements to which a partner is party, those in force first. */
export function agreementsOf(partnerId: string, on: Day, language: Language) {
  return {
    text: '',
    filter: { ...allAgreements, partnerId },
    sort: [
      { column: 'status' as const, descending: false },
      { column: 'signedOn' as const, descending: true },
    ],
    offset: 0,
    limit: offered,
    on,
    language,
  }
}
