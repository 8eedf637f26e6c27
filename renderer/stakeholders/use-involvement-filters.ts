import { academicYearLabel } from '../../shared/kernel/calendar.ts'
import {
  activitySchema,
  audienceSchema,
  type InvolvementFilter,
} from '../../shared/stakeholders/involvement.ts'
import { useText } from '../app/i18n.ts'
import type { FilterSpec } from '../components/FilterChips.tsx'
import { useProgrammeNames } from '../programmes/use-programme-names.ts'

/** The filters of the log of participation. */
export function useInvolvementFilters(): readonly FilterSpec<InvolvementFilter>[] {
  const t = useText()
  const programmes = useProgrammeNames()
  return [
    {
      kind: 'set',
      id: 'audiences',
      title: t('stakeholders:field.audience'),
      facet: 'audiences',
      options: audienceSchema.options,
      selected: ({ audiences }) => audiences,
      change: (values) => ({ audiences: audienceSchema.options.filter((each) => values.includes(each)) }),
      titleOf: (value) => t(`stakeholders:audience.${audienceSchema.parse(value)}`),
    },
    {
      kind: 'set',
      id: 'activities',
      title: t('stakeholders:field.activity'),
      facet: 'activities',
      options: activitySchema.options,
      selected: ({ activities }) => activities,
      change: (values) => ({ activities: activitySchema.options.filter((each) => values.includes(each)) }),
      titleOf: (value) => t(`stakeholders:activity.${activitySchema.parse(value)}`),
    },
    {
      kind: 'set',
      id: 'years',
      title: t('stakeholders:field.academicYear'),
      facet: 'years',
      selected: ({ years }) => years,
      change: (years) => ({ years: [...years] }),
      titleOf: (value) => academicYearLabel(Number(value)),
    },
    {
      kind: 'days',
      id: 'period',
      title: t('stakeholders:filter.period'),
      selected: ({ from, to }) => ({ from, to }),
      change: (from, to) => ({ from, to }),
    },
    {
      kind: 'set',
      id: 'programmeIds',
      title: t('stakeholders:field.programmeId'),
      facet: 'programmeIds',
      selected: ({ programmeIds }) => programmeIds,
      change: (programmeIds) => ({ programmeIds: [...programmeIds] }),
      titleOf: (id) => programmes.get(id) ?? '…',
    },
    {
      kind: 'flag',
      id: 'hasEvidence',
      title: t('stakeholders:filter.hasEvidence'),
      selected: ({ hasEvidence }) => hasEvidence,
      change: (hasEvidence) => ({ hasEvidence }),
      yes: t('stakeholders:filter.evidenceYes'),
      no: t('stakeholders:filter.evidenceNo'),
    },
    {
      kind: 'flag',
      id: 'hasOutcome',
      title: t('stakeholders:filter.hasOutcome'),
      selected: ({ hasOutcome }) => hasOutcome,
      change: (hasOutcome) => ({ hasOutcome }),
      yes: t('stakeholders:filter.outcomeYes'),
      no: t('stakeholders:filter.outcomeNo'),
    },
    {
      kind: 'fixed',
      id: 'ids',
      title: t('stakeholders:filter.ids'),
      selected: ({ ids }) => (ids === null ? null : t('common:filter.chosenRecords', { count: ids.length })),
      remove: () => ({ ids: null }),
    },
  ]
}
