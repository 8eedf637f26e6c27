import { useQuery } from '@tanstack/react-query'
import { academicYearLabel } from '../../shared/kernel/calendar.ts'
import { nameIn } from '../../shared/kernel/localized.ts'
import type { CohortFilter } from '../../shared/mobility/cohort.ts'
import { levels, levelSchema } from '../../shared/programmes/programme.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import type { FilterSpec } from '../components/FilterChips.tsx'

/** The filters of the list of cohorts. */
export function useCohortFilters(filter: CohortFilter): readonly FilterSpec<CohortFilter>[] {
  const t = useText()
  const language = useLanguage()
  const programme = useQuery(
    orpc.programmes.get.queryOptions({
      input: { id: filter.programmeId ?? '' },
      enabled: filter.programmeId !== null,
    }),
  ).data?.record

  return [
    {
      kind: 'set',
      id: 'academicYears',
      title: t('mobility:filter.year'),
      facet: 'academicYears',
      selected: (current) => current.academicYears.map(String),
      change: (values) => ({ academicYears: values.map(Number) }),
      titleOf: (value) => academicYearLabel(Number(value)),
    },
    {
      kind: 'set',
      id: 'levels',
      title: t('mobility:field.level'),
      facet: 'levels',
      options: levels,
      selected: (current) => current.levels,
      change: (values) => ({ levels: levelSchema.array().parse(values) }),
      titleOf: (value) => t(`programmes:levels.${levelSchema.parse(value)}`),
    },
    {
      kind: 'fixed',
      id: 'programmeId',
      title: t('mobility:filter.programme'),
      selected: ({ programmeId }) =>
        programmeId === null ? null : programme === undefined ? '…' : nameIn(programme.names, language),
      remove: () => ({ programmeId: null }),
    },
    {
      kind: 'fixed',
      id: 'ids',
      title: t('mobility:filter.ids'),
      selected: ({ ids }) => (ids === null ? null : t('mobility:count', { count: ids.length })),
      remove: () => ({ ids: null }),
    },
  ]
}
