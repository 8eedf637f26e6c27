import { z } from 'zod'
import { academicYearOf, dayOf } from '../kernel/calendar.ts'
import { type Day, daySchema } from '../kernel/day.ts'
import { idSchema } from '../kernel/record.ts'
import type { Programme } from '../programmes/programme.ts'
import { runsIn } from '../reports/year-view.ts'
import type { Accreditation } from './accreditation.ts'
import { holdsOn } from './state.ts'

/** How many of the programmes are accredited on a day. */
export const shareSchema = z.object({
  year: z.number().int(),
  /** The last day of the year, or today in the present one. */
  on: daySchema,
  programmes: z.number().int(),
  /** Programmes with at least one accreditation of a national body that holds on the day, by id. */
  national: z.array(idSchema),
  /** Programmes with at least one international accreditation that holds on the day. */
  international: z.array(idSchema),
})
export type Share = z.infer<typeof shareSchema>

/**
 * Facts about the whole country in 2022, from the Concept of higher education 2023–2029 (resolution 248 of
 * 28.03.2023). They are no targets: the Concept sets none for accreditation.
 */
export const countryShares = { year: 2022, nationalPercent: 73.3, internationalPercent: 8.2 } as const

/**
 * Shares of accredited programmes as the sources define them: programmes accredited by national bodies, and programmes
 * that passed international accreditation, each of all programmes that run. A programme with several accreditations
 * counts once in each share; a programme accredited by IAAR and by ASIIN counts in both.
 */
export function shareOn(
  programmes: readonly Programme[],
  accreditations: readonly Accreditation[],
  on: Day,
): Share {
  const running = programmes.filter((programme) => runsIn(programme, academicYearOf(on)))
  const holding = accreditations.filter((record) => isPassed(record) && holdsOn(record, on))
  const accredited = (isInternational: boolean): string[] => {
    const ids = new Set(
      holding.flatMap((record) =>
        record.object.kind === 'programme' && record.isInternational === isInternational
          ? record.object.programmeId
          : [],
      ),
    )
    return running.flatMap(({ id }) => (ids.has(id) ? id : []))
  }
  return {
    year: Number(on.slice(0, 4)),
    on,
    programmes: running.length,
    national: accredited(false),
    international: accredited(true),
  }
}

/** A procedure that ended without a decision on accreditation is none. EPVO has no decisions: its rows are passed ones. */
const isPassed = ({ decision }: Accreditation): boolean =>
  decision === null || decision === 'positive' || decision === 'conditional'

/** The shares of the last years, oldest first: each on its 31 December, the present one today. */
export function sharesByYear(
  programmes: readonly Programme[],
  accreditations: readonly Accreditation[],
  today: Day,
  years: number,
): Share[] {
  const thisYear = Number(today.slice(0, 4))
  return Array.from({ length: years }, (_, index) => {
    const year = thisYear - years + 1 + index
    return shareOn(programmes, accreditations, year === thisYear ? today : dayOf(year, 12, 31))
  })
}
