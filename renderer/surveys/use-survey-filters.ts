import { academicYearLabel } from '../../shared/kernel/calendar.ts'
import { audienceSchema } from '../../shared/stakeholders/involvement.ts'
import type { SurveyFilter } from '../../shared/surveys/survey.ts'
import { useText } from '../app/i18n.ts'
import type { FilterSpec } from '../components/FilterChips.tsx'
import { useProgrammeNames } from '../programmes/use-programme-names.ts'

/** The filters of the list of surveys. */
export function useSurveyFilters(): readonly FilterSpec<SurveyFilter>[] {
  const t = useText()
  const programmes = useProgrammeNames()
  return [
    {
      kind: 'set',
      id: 'audiences',
      title: t('surveys:field.audience'),
      facet: 'audiences',
      options: audienceSchema.options,
      selected: ({ audiences }) => audiences,
      change: (values) => ({ audiences: audienceSchema.options.filter((each) => values.includes(each)) }),
      titleOf: (value) => t(`stakeholders:audience.${audienceSchema.parse(value)}`),
    },
    {
      kind: 'set',
      id: 'years',
      title: t('surveys:field.academicYear'),
      facet: 'years',
      selected: ({ years }) => years,
      change: (years) => ({ years: [...years] }),
      titleOf: (value) => academicYearLabel(Number(value)),
    },
    {
      kind: 'set',
      id: 'programmeIds',
      title: t('surveys:field.programmeId'),
      facet: 'programmeIds',
      selected: ({ programmeIds }) => programmeIds,
      change: (programmeIds) => ({ programmeIds: [...programmeIds] }),
      titleOf: (id) => programmes.get(id) ?? '…',
    },
    {
      kind: 'flag',
      id: 'uncoded',
      title: t('surveys:filter.uncoded'),
      selected: ({ hasUncodedQuotes }) => hasUncodedQuotes,
      change: (hasUncodedQuotes) => ({ hasUncodedQuotes }),
      yes: t('surveys:filter.uncodedYes'),
      no: t('surveys:filter.uncodedNo'),
    },
    {
      kind: 'fixed',
      id: 'ids',
      title: t('surveys:filter.ids'),
      selected: ({ ids }) => (ids === null ? null : t('common:filter.chosenRecords', { count: ids.length })),
      remove: () => ({ ids: null }),
    },
  ]
}
