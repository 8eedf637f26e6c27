import type {
  AccreditationOverview,
  NamedWarning,
} from '../../../shared/accreditation/accreditation.contract.ts'
import {
  type Accreditation,
  accreditationSourceSchema,
  objectKey,
} from '../../../shared/accreditation/accreditation.ts'
import { findConflicts } from '../../../shared/accreditation/conflicts.ts'
import { sharesByYear } from '../../../shared/accreditation/shares.ts'
import { DEFAULT_LEAD_MONTHS, endOf, procedureFrom, stateOn } from '../../../shared/accreditation/state.ts'
import { type AccreditationWarning, findWarnings } from '../../../shared/accreditation/warnings.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import type { Language } from '../../../shared/kernel/record.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import type { Reader } from '../workspace/database.ts'
import { readSetting } from '../workspace/settings.ts'
import { agencyName, objectName } from './names.ts'

/** Months before the end at which the next procedure should begin. */
export const leadMonthsSetting = 'accreditation.lead-months'

/** Accreditations that ended longer ago than this are not in the calendar. */
const shownYearsBack = 2
const yearsOfShares = 5

export async function readLeadMonths(db: Reader): Promise<number> {
  const months = Number(await readSetting(db, leadMonthsSetting))
  return Number.isInteger(months) && months > 0 ? months : DEFAULT_LEAD_MONTHS
}

type Asked = { readonly on: Day; readonly language: Language; readonly leadMonths: number }

/** Shares, warnings, conflicts and the calendar of all accreditations on a day. */
export function stateOfAll(cache: RecordCache, { on, language, leadMonths }: Asked): AccreditationOverview {
  const accreditations = [...cache.accreditation.values()]
  const programmes = [...cache.programme.values()]
  const register = {
    accreditations,
    programmes,
    agreements: [...cache.agreement.values()],
    cohorts: [...cache.cohort.values()],
  }
  return {
    leadMonths,
    shares: sharesByYear(programmes, accreditations, on, yearsOfShares),
    warnings: findWarnings(register, on, leadMonths).flatMap((warning) => named(cache, warning, language)),
    conflicts: findConflicts(accreditations).map((conflict) => ({
      ...conflict,
      objectName: objectName(cache, conflict.object, language),
      agencyName: agencyName(cache, { agencyId: conflict.agencyId, agencyAtSource: '' }, language),
    })),
    calendar: calendarOf(cache, accreditations, { on, language, leadMonths }),
  }
}

function named(cache: RecordCache, warning: AccreditationWarning, language: Language): NamedWarning[] {
  const record = cache.accreditation.get(warning.accreditationId)
  if (record === undefined) return []
  const agreement = warning.agreementId === null ? undefined : cache.agreement.get(warning.agreementId)
  return [
    {
      ...warning,
      objectName: objectName(cache, record.object, language),
      agencyName: agencyName(cache, record, language),
      agreementNumber: agreement === undefined ? '' : agreement.number || agreement.title,
    },
  ]
}

const sources = accreditationSourceSchema.options

/** Whether the text was met before; it is known from then on. */
function isKnown(seen: Set<string>, text: string): boolean {
  const wasKnown = seen.has(text)
  seen.add(text)
  return wasKnown
}

/** One line for each end of an accreditation; what several sources say alike stands there once. */
function calendarOf(
  cache: RecordCache,
  accreditations: readonly Accreditation[],
  { on, language, leadMonths }: Asked,
): AccreditationOverview['calendar'] {
  const from = `${Number(on.slice(0, 4)) - shownYearsBack}${on.slice(4)}`
  const seen = new Set<string>()
  return accreditations
    .toSorted((a, b) => sources.indexOf(a.source) - sources.indexOf(b.source))
    .flatMap((record) => {
      const endsOn = endOf(record)
      const begin = procedureFrom(record, leadMonths)
      const isOurs = record.object.kind !== 'partner' && record.object.kind !== 'partner-programme'
      if (endsOn === null || begin === null || !isOurs || endsOn < from) return []
      const isRepeated = isKnown(seen, `${objectKey(record.object)} ${record.agencyId} ${endsOn}`)
      if (record.decision === 'negative' || isRepeated) return []
      return [
        {
          id: record.id,
          objectName: objectName(cache, record.object, language),
          agencyName: agencyName(cache, record, language),
          validFrom: record.validFrom,
          endsOn,
          procedureFrom: begin,
          state: stateOn(record, on),
        },
      ]
    })
    .toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : Number(a.endsOn > b.endsOn)))
}
