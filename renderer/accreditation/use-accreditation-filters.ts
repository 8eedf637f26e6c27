import { useQuery } from '@tanstack/react-query'
import {
  accreditationKindSchema,
  accreditationSourceSchema,
  accreditationStateSchema,
  type AccreditationFilter,
  objectKinds,
  objectKindSchema,
} from '../../shared/accreditation/accreditation.ts'
import { allAgencies } from '../../shared/accreditation/agency.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import type { FilterSpec } from '../components/FilterChips.tsx'
import { useRecordNames } from '../components/RecordSelect.tsx'
import { partnerSource } from '../partners/partner-list.ts'
import { programmeSource } from '../programmes/programme-list.ts'

/** What the agencies are called, by id. */
function useAgencyNames(): ReadonlyMap<string, string> {
  const language = useLanguage()
  const on = useToday()
  const list = useQuery(
    orpc.agencies.list.queryOptions({
      input: { text: '', filter: allAgencies, sort: [], offset: 0, limit: 1000, language, on },
    }),
  )
  return new Map((list.data?.rows ?? []).map(({ id, acronym, name }) => [id, acronym || name]))
}

/** The filters of the register of accreditations. */
export function useAccreditationFilters(
  filter: AccreditationFilter,
): readonly FilterSpec<AccreditationFilter>[] {
  const t = useText()
  const agencies = useAgencyNames()
  const partners = useRecordNames(partnerSource, filter.partnerId === null ? [] : [filter.partnerId])
  const programmes = useRecordNames(programmeSource, filter.programmeId === null ? [] : [filter.programmeId])
  return [
    {
      kind: 'set',
      id: 'states',
      title: t('accreditation:column.state'),
      facet: 'states',
      options: accreditationStateSchema.options,
      selected: ({ states }) => states,
      change: (values) => ({
        states: accreditationStateSchema.options.filter((state) => values.includes(state)),
      }),
      titleOf: (value) => t(`accreditation:state.${accreditationStateSchema.parse(value)}`),
    },
    {
      kind: 'days',
      id: 'ends',
      title: t('accreditation:filter.ends'),
      selected: ({ endsFrom, endsTo }) => ({ from: endsFrom, to: endsTo }),
      change: (endsFrom, endsTo) => ({ endsFrom, endsTo }),
    },
    {
      kind: 'set',
      id: 'objectKinds',
      title: t('accreditation:field.object'),
      facet: 'objectKinds',
      options: objectKinds,
      selected: (current) => current.objectKinds,
      change: (values) => ({ objectKinds: objectKinds.filter((kind) => values.includes(kind)) }),
      titleOf: (value) => t(`accreditation:object.${objectKindSchema.parse(value)}`),
    },
    {
      kind: 'set',
      id: 'agencyIds',
      title: t('accreditation:field.agencyId'),
      facet: 'agencyIds',
      selected: ({ agencyIds }) => agencyIds,
      change: (agencyIds) => ({ agencyIds: [...agencyIds] }),
      titleOf: (id) => agencies.get(id) ?? '…',
    },
    {
      kind: 'set',
      id: 'kinds',
      title: t('accreditation:field.kind'),
      facet: 'kinds',
      options: accreditationKindSchema.options,
      selected: ({ kinds }) => kinds,
      change: (values) => ({
        kinds: accreditationKindSchema.options.filter((kind) => values.includes(kind)),
      }),
      titleOf: (value) => t(`accreditation:kind.${accreditationKindSchema.parse(value)}`),
    },
    {
      kind: 'flag',
      id: 'isInternational',
      title: t('accreditation:field.isInternational'),
      selected: ({ isInternational }) => isInternational,
      change: (isInternational) => ({ isInternational }),
      yes: t('accreditation:scope.international'),
      no: t('accreditation:scope.national'),
    },
    {
      kind: 'set',
      id: 'sources',
      title: t('accreditation:field.source'),
      facet: 'sources',
      options: accreditationSourceSchema.options,
      selected: ({ sources }) => sources,
      change: (values) => ({
        sources: accreditationSourceSchema.options.filter((source) => values.includes(source)),
      }),
      titleOf: (value) => t(`accreditation:source.${accreditationSourceSchema.parse(value)}`),
    },
    {
      kind: 'flag',
      id: 'isIncomplete',
      title: t('accreditation:filter.incomplete'),
      selected: ({ isIncomplete }) => isIncomplete,
      change: (isIncomplete) => ({ isIncomplete }),
      yes: t('accreditation:filter.incompleteYes'),
      no: t('accreditation:filter.incompleteNo'),
    },
    {
      kind: 'flag',
      id: 'hasOpenConditions',
      title: t('accreditation:filter.conditions'),
      selected: ({ hasOpenConditions }) => hasOpenConditions,
      change: (hasOpenConditions) => ({ hasOpenConditions }),
      yes: t('accreditation:filter.conditionsYes'),
      no: t('accreditation:filter.conditionsNo'),
    },
    {
      kind: 'fixed',
      id: 'programmeId',
      title: t('common:entity.programme'),
      selected: ({ programmeId }) => (programmeId === null ? null : (programmes.get(programmeId) ?? '…')),
      remove: () => ({ programmeId: null }),
    },
    {
      kind: 'fixed',
      id: 'partnerId',
      title: t('common:entity.partner'),
      selected: ({ partnerId }) => (partnerId === null ? null : (partners.get(partnerId) ?? '…')),
      remove: () => ({ partnerId: null }),
    },
    {
      kind: 'fixed',
      id: 'ids',
      title: t('accreditation:filter.ids'),
      selected: ({ ids }) => (ids === null ? null : t('common:filter.chosenRecords', { count: ids.length })),
      remove: () => ({ ids: null }),
    },
  ]
}
