import { Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMemo } from 'react'
import { academicYearLabel } from '../../shared/kernel/calendar.ts'
import { formatNumber } from '../../shared/kernel/format.ts'
import {
  levelSchema,
  type ProgrammeSummary,
  registerStatusSchema,
} from '../../shared/programmes/programme.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import type { TableColumn } from '../components/DataTable.tsx'
import type { ProgrammeColumn } from './programme-list.ts'
import { RegisterStatusBadge } from './RegisterStatusBadge.tsx'

/** The columns of the register of programmes. */
export function useProgrammeColumns(): readonly TableColumn<ProgrammeSummary, ProgrammeColumn>[] {
  const t = useText()
  const language = useLanguage()
  return useMemo((): readonly TableColumn<ProgrammeSummary, ProgrammeColumn>[] => {
    const number = (value: number) => formatNumber(value, language)
    return [
      {
        key: 'name',
        title: t('programmes:field.name'),
        width: 320,
        sort: 'name',
        text: (row) => row.name,
        render: (row) => (row.name === '' ? <Text c="dimmed">{t('programmes:untitled')}</Text> : row.name),
      },
      { key: 'code', title: t('programmes:field.code'), width: 110, sort: 'code', text: (row) => row.code },
      {
        key: 'level',
        filter: 'levels',
        title: t('programmes:field.level'),
        width: 130,
        sort: 'level',
        group: (value) => t(`programmes:levels.${levelSchema.parse(value)}`),
        text: (row) => t(`programmes:levels.${row.level}`),
      },
      {
        key: 'format',
        filter: 'formats',
        title: t('programmes:field.format'),
        width: 96,
        sort: 'format',
        group: (value) => value,
        text: (row) => row.format,
      },
      {
        key: 'features',
        filter: 'features',
        title: t('programmes:field.features'),
        width: 190,
        text: (row) => row.features.map((feature) => t(`programmes:features.${feature}`)).join(', '),
      },
      {
        key: 'partnerNames',
        title: t('programmes:field.partners'),
        width: 260,
        sort: 'partnerNames',
        group: (value) => value,
        text: (row) => row.partnerNames,
      },
      {
        key: 'countryNames',
        filter: 'countries',
        title: t('programmes:field.countries'),
        width: 150,
        sort: 'countryNames',
        group: (value) => value,
        text: (row) => row.countryNames,
      },
      {
        key: 'registerStatus',
        filter: 'registerStatuses',
        title: t('programmes:field.registerStatus'),
        width: 170,
        sort: 'registerStatus',
        group: (value) => t(`programmes:registerStatuses.${registerStatusSchema.parse(value)}`),
        text: (row) => t(`programmes:registerStatuses.${row.registerStatus}`),
        render: (row) => <RegisterStatusBadge status={row.registerStatus} />,
      },
      {
        key: 'totalCredits',
        title: t('programmes:field.totalCredits'),
        width: 96,
        align: 'end',
        sort: 'totalCredits',
        text: (row) => (row.totalCredits === 0 ? '' : number(row.totalCredits)),
        number: (row) => row.totalCredits,
      },
      {
        key: 'contingent',
        title: t('programmes:field.contingent'),
        width: 116,
        align: 'end',
        sort: 'contingent',
        text: (row) => number(row.contingent),
        number: (row) => row.contingent,
      },
      {
        key: 'firstYear',
        title: t('programmes:field.firstYear'),
        width: 120,
        sort: 'firstYear',
        group: (value) => academicYearLabel(Number(value)),
        text: (row) => academicYearLabel(row.firstYear),
      },
      {
        key: 'lastYear',
        title: t('programmes:field.lastYear'),
        width: 120,
        text: (row) => (row.lastYear === null ? '' : academicYearLabel(row.lastYear)),
        isExtra: true,
      },
      {
        key: 'problemCount',
        title: t('programmes:field.problemCount'),
        width: 116,
        align: 'end',
        sort: 'problemCount',
        text: (row) => (row.problemCount === 0 ? '' : number(row.problemCount)),
        number: (row) => row.problemCount,
        render: (row) =>
          row.problemCount === 0 ? null : (
            <Group gap={4} wrap="nowrap" justify="flex-end" c="var(--qos-warn)">
              <IconAlertTriangle size={16} aria-hidden />
              {number(row.problemCount)}
            </Group>
          ),
      },
    ]
  }, [t, language])
}
