import type { Cohort } from '../mobility/cohort.ts'
import type { Partner } from '../partners/partner.ts'
import { deriveFormat, printFormat } from '../programmes/format.ts'
import type { Programme } from '../programmes/programme.ts'
import type { Register } from './register.ts'

/** Tells whether a programme runs in an academic year (year of its September). */
export function runsIn(programme: Pick<Programme, 'firstYear' | 'lastYear'>, academicYear: number): boolean {
  return (
    programme.firstYear <= academicYear && (programme.lastYear === null || academicYear <= programme.lastYear)
  )
}

/** Neutral notation of a programme's format; empty when its plan is empty. */
export function formatOf(programme: Pick<Programme, 'plan'>): string {
  const format = deriveFormat(programme.plan)
  return format === null ? '' : printFormat(format)
}

/** What one academic year holds: its double-degree programmes, their cohort rows and their partners. */
export type YearView = { programmes: Programme[]; cohorts: Cohort[]; partners: Partner[] }

/** Looks at one academic year of the register. */
export function viewYear(
  register: Register,
  partnersById: ReadonlyMap<string, Partner>,
  academicYear: number,
): YearView {
  const programmes = register.programmes.filter(
    (programme) => programme.features.includes('double') && runsIn(programme, academicYear),
  )
  const programmeIds = new Set(programmes.map((programme) => programme.id))
  const cohorts = register.cohorts.filter(
    (cohort) => cohort.academicYear === academicYear && programmeIds.has(cohort.programmeId),
  )
  const partnerIds = new Set(
    programmes.flatMap((programme) => programme.partners.map((partner) => partner.partnerId)),
  )
  const partners = [...partnerIds].flatMap((id) => partnersById.get(id) ?? [])
  return { programmes, cohorts, partners }
}
