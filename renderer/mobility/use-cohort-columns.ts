import { useMemo } from 'react'
import { academicYearLabel } from '../../shared/kernel/calendar.ts'
import { formatNumber } from '../../shared/kernel/format.ts'
import type { CohortSummary } from '../../shared/mobility/cohort.ts'
import { levelSchema } from '../../shared/programmes/programme.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import type { TableColumn } from '../components/DataTable.tsx'
import type { CohortColumn } from './cohort-list.ts'

type Column = TableColumn<CohortSummary, CohortColumn>

/** The numbers of a cohort in the order in which learners pass through them, and how wide their titles are. */
const counts = [
  ['contingent', 116],
  ['applied', 130],
  ['outgoing', 140],
  ['incoming', 140],
  ['atPartner', 140],
  ['returned', 116],
  ['graduated', 116],
] as const

/** The columns of the list of cohorts. */
export function useCohortColumns(): readonly Column[] {
  const t = useText()
  const language = useLanguage()
  return useMemo((): readonly Column[] => {
    const number = (value: number) => formatNumber(value, language)
    return [
      {
        key: 'programmeName',
        title: t('mobility:field.programme'),
        width: 320,
        sort: 'programmeName',
        group: (value) => value,
        text: (row) => row.programmeName,
      },
      {
        key: 'academicYear',
        filter: 'academicYears',
        title: t('mobility:field.academicYear'),
        width: 116,
        sort: 'academicYear',
        group: (value) => academicYearLabel(Number(value)),
        text: (row) => academicYearLabel(row.academicYear),
      },
      {
        key: 'level',
        filter: 'levels',
        title: t('mobility:field.level'),
        width: 130,
        sort: 'level',
        group: (value) => t(`programmes:levels.${levelSchema.parse(value)}`),
        text: (row) => t(`programmes:levels.${row.level}`),
      },
      ...counts.map(([key, width]): Column => ({
        key,
        title: t(`mobility:field.${key}`),
        width,
        align: 'end',
        sort: key,
        noSum: t('mobility:noSum'),
        text: (row) => number(row[key]),
        number: (row) => row[key],
      })),
      {
        key: 'withdrawnTotal',
        title: t('mobility:field.withdrawn'),
        width: 116,
        align: 'end',
        sort: 'withdrawnTotal',
        noSum: t('mobility:noSum'),
        text: (row) => number(row.withdrawnTotal),
        number: (row) => row.withdrawnTotal,
      },
      {
        key: 'foreignCitizens',
        title: t('mobility:field.foreignCitizens'),
        width: 140,
        align: 'end',
        text: (row) => number(row.foreignCitizens),
        number: (row) => row.foreignCitizens,
        isExtra: true,
      },
      {
        key: 'partnerNames',
        title: t('mobility:field.partners'),
        width: 260,
        sort: 'partnerNames',
        group: (value) => value,
        text: (row) => row.partnerNames,
        isExtra: true,
      },
    ]
  }, [t, language])
}
