import { useMemo } from 'react'
import { academicYearLabel } from '../../shared/kernel/calendar.ts'
import { formatDay, formatNumber } from '../../shared/kernel/format.ts'
import {
  activitySchema,
  audienceSchema,
  type involvementColumns,
  type InvolvementSummary,
} from '../../shared/stakeholders/involvement.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import type { TableColumn } from '../components/DataTable.tsx'

type Column = TableColumn<InvolvementSummary, (typeof involvementColumns)[number]>

/** The columns of the log of participation. */
export function useInvolvementColumns(): readonly Column[] {
  const t = useText()
  const language = useLanguage()
  return useMemo(
    (): Column[] => [
      {
        key: 'on',
        title: t('stakeholders:field.on'),
        width: 120,
        sort: 'on',
        filter: 'period',
        day: (row) => row.on,
        text: (row) => formatDay(row.on, language),
      },
      {
        key: 'name',
        title: t('stakeholders:field.names'),
        width: 320,
        sort: 'name',
        text: (row) => (row.name === '' ? t('stakeholders:untitled') : row.name),
      },
      {
        key: 'audience',
        title: t('stakeholders:field.audience'),
        width: 150,
        sort: 'audience',
        filter: 'audiences',
        group: (value) => t(`stakeholders:audience.${audienceSchema.parse(value)}`),
        text: (row) => t(`stakeholders:audience.${row.audience}`),
      },
      {
        key: 'organisation',
        title: t('stakeholders:field.organisation'),
        width: 200,
        sort: 'organisation',
        group: (value) => value,
        text: (row) => row.organisation,
      },
      {
        key: 'activity',
        title: t('stakeholders:field.activity'),
        width: 220,
        sort: 'activity',
        filter: 'activities',
        group: (value) => t(`stakeholders:activity.${activitySchema.parse(value)}`),
        text: (row) => t(`stakeholders:activity.${row.activity}`),
      },
      {
        key: 'programme',
        title: t('stakeholders:field.programmeId'),
        width: 240,
        sort: 'programmeName',
        filter: 'programmeIds',
        group: (value) => value,
        text: (row) => row.programmeName,
      },
      {
        key: 'persons',
        title: t('stakeholders:field.personCount'),
        width: 110,
        align: 'end',
        sort: 'personCount',
        number: (row) => row.personCount,
        text: (row) => (row.personCount === null ? '' : formatNumber(row.personCount, language)),
      },
      {
        key: 'evidence',
        title: t('stakeholders:field.evidenceIds'),
        width: 130,
        align: 'end',
        sort: 'evidenceCount',
        filter: 'hasEvidence',
        number: (row) => row.evidenceCount,
        text: (row) => (row.evidenceCount === 0 ? '' : formatNumber(row.evidenceCount, language)),
      },
      {
        key: 'year',
        title: t('stakeholders:field.academicYear'),
        width: 120,
        sort: 'academicYear',
        filter: 'years',
        isExtra: true,
        group: (value) => academicYearLabel(Number(value)),
        text: (row) => academicYearLabel(row.academicYear),
      },
      {
        key: 'outcome',
        title: t('stakeholders:field.outcome'),
        width: 300,
        isExtra: true,
        text: (row) => row.outcome,
      },
    ],
    [t, language],
  )
}
