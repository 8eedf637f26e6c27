import {
  type ActionFilter,
  actionPrioritySchema,
  originKindSchema,
  standingSchema,
} from '../../shared/actions/action.ts'
import { useText } from '../app/i18n.ts'
import type { FilterSpec } from '../components/FilterChips.tsx'
import { usePeopleOptions } from './use-people.ts'

/** The filters of the list and of the board of actions. */
export function useActionFilters(): readonly FilterSpec<ActionFilter>[] {
  const t = useText()
  const people = usePeopleOptions()
  return [
    {
      kind: 'set',
      id: 'standings',
      title: t('actions:filter.standings'),
      facet: 'standings',
      options: standingSchema.options,
      selected: ({ standings }) => standings,
      change: (values) => ({ standings: standingSchema.options.filter((each) => values.includes(each)) }),
      titleOf: (value) => t(`actions:standing.${standingSchema.parse(value)}`),
    },
    {
      kind: 'set',
      id: 'owners',
      title: t('actions:filter.owners'),
      facet: 'owners',
      selected: ({ owners }) => owners,
      change: (owners) => ({ owners: [...owners] }),
      titleOf: (id) =>
        people.find(({ value }) => value === id)?.label ?? (id === '' ? t('actions:filter.nobody') : '…'),
    },
    {
      kind: 'days',
      id: 'due',
      title: t('actions:filter.due'),
      selected: ({ dueFrom, dueTo }) => ({ from: dueFrom, to: dueTo }),
      change: (dueFrom, dueTo) => ({ dueFrom, dueTo }),
    },
    {
      kind: 'set',
      id: 'originKinds',
      title: t('actions:filter.origins'),
      facet: 'originKinds',
      options: originKindSchema.options,
      selected: ({ originKinds }) => originKinds,
      change: (values) => ({
        originKinds: originKindSchema.options.filter((each) => values.includes(each)),
      }),
      titleOf: (value) => t(`actions:originKind.${originKindSchema.parse(value)}`),
    },
    {
      kind: 'set',
      id: 'priorities',
      isExtra: true,
      title: t('actions:filter.priorities'),
      facet: 'priorities',
      options: actionPrioritySchema.options,
      selected: ({ priorities }) => priorities,
      change: (values) => ({
        priorities: actionPrioritySchema.options.filter((each) => values.includes(each)),
      }),
      titleOf: (value) => t(`actions:priority.${actionPrioritySchema.parse(value)}`),
    },
    {
      kind: 'fixed',
      id: 'assessmentId',
      title: t('actions:filter.assessment'),
      selected: ({ assessmentId }) => (assessmentId === null ? null : t('actions:filter.thisAssessment')),
      remove: () => ({ assessmentId: null }),
    },
    {
      kind: 'fixed',
      id: 'ids',
      title: t('common:place.actions'),
      selected: ({ ids }) => (ids === null ? null : t('actions:count', { count: ids.length })),
      remove: () => ({ ids: null }),
    },
  ]
}
