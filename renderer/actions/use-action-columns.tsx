import { useMemo } from 'react'
import { actionPrioritySchema, type ActionSummary, standingSchema } from '../../shared/actions/action.ts'
import { formatDay, formatNumber } from '../../shared/kernel/format.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import type { TableColumn } from '../components/DataTable.tsx'
import type { ActionColumn } from './action-list.ts'
import { originWords } from './origin-words.ts'
import { StandingBadge } from './StandingBadge.tsx'

type Column = TableColumn<ActionSummary, ActionColumn>

/** The columns of the list of actions. */
export function useActionColumns(): readonly Column[] {
  const t = useText()
  const language = useLanguage()
  return useMemo((): readonly Column[] => {
    const day = (value: string | null) => (value === null ? '' : formatDay(value, language))
    const nobody = (value: string) => (value === '' ? t('actions:filter.nobody') : value)
    return [
      {
        key: 'title',
        title: t('actions:field.title'),
        width: 380,
        sort: 'title',
        text: (row) => (row.title === '' ? t('actions:untitled') : row.title),
      },
      {
        key: 'standing',
        filter: 'standings',
        title: t('actions:column.standing'),
        width: 224,
        sort: 'standing',
        group: (value) => t(`actions:standing.${standingSchema.parse(value)}`),
        text: (row) => t(`actions:standing.${row.standing}`),
        render: (row) => <StandingBadge standing={row.standing} />,
      },
      {
        key: 'dueOn',
        filter: 'due',
        title: t('actions:field.dueOn'),
        width: 116,
        sort: 'dueOn',
        align: 'end',
        day: (row) => row.dueOn,
        text: (row) => day(row.dueOn),
      },
      {
        key: 'owner',
        filter: 'owners',
        title: t('actions:field.ownerId'),
        width: 180,
        sort: 'ownerName',
        group: nobody,
        text: (row) => row.ownerName,
      },
      {
        key: 'priority',
        filter: 'priorities',
        title: t('actions:field.priority'),
        width: 120,
        sort: 'priority',
        group: (value) => t(`actions:priority.${actionPrioritySchema.parse(value)}`),
        text: (row) => t(`actions:priority.${row.priority}`),
      },
      {
        key: 'origin',
        filter: 'originKinds',
        title: t('actions:column.origin'),
        width: 240,
        sort: 'originName',
        text: (row) => originWords(t, row),
      },
      {
        key: 'evidence',
        title: t('actions:column.evidence'),
        width: 120,
        sort: 'evidenceCount',
        align: 'end',
        number: (row) => row.evidenceCount,
        text: (row) => (row.evidenceCount === 0 ? '' : formatNumber(row.evidenceCount, language)),
      },
      {
        key: 'closedOn',
        title: t('actions:field.closedOn'),
        width: 116,
        sort: 'closedOn',
        align: 'end',
        isExtra: true,
        day: (row) => row.closedOn,
        text: (row) => day(row.closedOn),
      },
      {
        key: 'checkOn',
        title: t('actions:column.checkOn'),
        width: 150,
        sort: 'checkOn',
        align: 'end',
        isExtra: true,
        day: (row) => row.checkOn,
        text: (row) => day(row.checkOn),
      },
    ]
  }, [t, language])
}
