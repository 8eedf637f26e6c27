import { academicYearLabel } from '../../shared/kernel/calendar.ts'
import type { ProgrammeFields } from '../../shared/programmes/programme.ts'
import { useText } from '../app/i18n.ts'

/** The years in which a programme runs: `2021/22 – 2026/27`, or that it still does. */
export function useYearsText(): (programme: Pick<ProgrammeFields, 'firstYear' | 'lastYear'>) => string {
  const t = useText()
  return ({ firstYear, lastYear }) =>
    t('programmes:yearsRange', {
      from: academicYearLabel(firstYear),
      to: lastYear === null ? t('programmes:stillRunning') : academicYearLabel(lastYear),
    })
}
