import { useQuery } from '@tanstack/react-query'
import { academicYearLabel, academicYearOf } from '../../shared/kernel/calendar.ts'
import { nameIn } from '../../shared/kernel/localized.ts'
import {
  levels,
  levelSchema,
  type ProgrammeFilter,
  programmeFeatureSchema,
  registerStatusSchema,
} from '../../shared/programmes/programme.ts'
import { countryName } from '../../shared/reference/countries.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import type { FilterSpec } from '../components/FilterChips.tsx'

/** So many academic years can be chosen from, the next one first. */
const offeredYears = 15

/** The academic years that filters offer: the next one, this one and those before. */
export function useOfferedYears(): string[] {
  const next = academicYearOf(useToday()) + 1
  return Array.from({ length: offeredYears }, (_, back) => String(next - back))
}

/** The filters of the register of programmes. */
export function useProgrammeFilters(filter: ProgrammeFilter): readonly FilterSpec<ProgrammeFilter>[] {
  const t = useText()
  const language = useLanguage()
  const years = useOfferedYears()
  const partner = useQuery(
    orpc.partners.get.queryOptions({
      input: { id: filter.partnerId ?? '' },
      enabled: filter.partnerId !== null,
    }),
  ).data?.record
  const agreement = useQuery(
    orpc.agreements.get.queryOptions({
      input: { id: filter.agreementId ?? '' },
      enabled: filter.agreementId !== null,
    }),
  ).data?.record

  return [
    {
      kind: 'set',
      id: 'levels',
      title: t('programmes:field.level'),
      facet: 'levels',
      options: levels,
      selected: (current) => current.levels,
      change: (values) => ({ levels: levelSchema.array().parse(values) }),
      titleOf: (value) => t(`programmes:levels.${levelSchema.parse(value)}`),
    },
    {
      kind: 'set',
      id: 'features',
      title: t('programmes:filter.features'),
      facet: 'features',
      options: programmeFeatureSchema.options,
      selected: (current) => current.features,
      change: (values) => ({ features: programmeFeatureSchema.array().parse(values) }),
      titleOf: (value) => t(`programmes:features.${programmeFeatureSchema.parse(value)}`),
    },
    {
      kind: 'set',
      id: 'registerStatuses',
      title: t('programmes:field.registerStatus'),
      facet: 'registerStatuses',
      options: registerStatusSchema.options,
      selected: (current) => current.registerStatuses,
      change: (values) => ({ registerStatuses: registerStatusSchema.array().parse(values) }),
      titleOf: (value) => t(`programmes:registerStatuses.${registerStatusSchema.parse(value)}`),
    },
    {
      kind: 'set',
      id: 'countries',
      title: t('programmes:filter.countries'),
      facet: 'countries',
      selected: (current) => current.countries,
      change: (values) => ({ countries: [...values] }),
      titleOf: (value) => countryName(value, language),
    },
    {
      kind: 'set',
      id: 'formats',
      title: t('programmes:field.format'),
      facet: 'formats',
      selected: (current) => current.formats,
      change: (values) => ({ formats: [...values] }),
      titleOf: (value) => value,
    },
    {
      kind: 'choice',
      id: 'runningIn',
      title: t('programmes:filter.runningIn'),
      options: years,
      selected: (current) => (current.runningIn === null ? null : String(current.runningIn)),
      change: (value) => ({ runningIn: value === null ? null : Number(value) }),
      titleOf: (value) => academicYearLabel(Number(value)),
    },
    {
      kind: 'flag',
      id: 'hasProblems',
      title: t('programmes:filter.hasProblems'),
      selected: (current) => current.hasProblems,
      change: (hasProblems) => ({ hasProblems }),
      yes: t('programmes:filter.withProblems'),
      no: t('programmes:filter.withoutProblems'),
    },
    {
      kind: 'fixed',
      id: 'partnerId',
      title: t('programmes:filter.partner'),
      selected: ({ partnerId }) =>
        partnerId === null ? null : partner === undefined ? '…' : nameIn(partner.names, language),
      remove: () => ({ partnerId: null }),
    },
    {
      kind: 'fixed',
      id: 'agreementId',
      title: t('programmes:filter.agreement'),
      selected: ({ agreementId }) =>
        agreementId === null ? null : agreement === undefined ? '…' : agreement.number || agreement.title,
      remove: () => ({ agreementId: null }),
    },
    {
      kind: 'fixed',
      id: 'ids',
      title: t('programmes:filter.ids'),
      selected: ({ ids }) => (ids === null ? null : t('programmes:count', { count: ids.length })),
      remove: () => ({ ids: null }),
    },
  ]
}
