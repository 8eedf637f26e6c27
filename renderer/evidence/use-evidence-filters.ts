import { useQuery } from '@tanstack/react-query'
import {
  confidentialitySchema,
  type EvidenceFilter,
  evidenceKindSchema,
  validitySchema,
} from '../../shared/evidence/evidence.ts'
import { evidenceTypeSchema } from '../../shared/frameworks/framework.ts'
import { languageSchema } from '../../shared/kernel/record.ts'
import { languageName } from '../../shared/reference/languages.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import type { FilterSpec } from '../components/FilterChips.tsx'

/** The known ones among the chosen values. */
function known<Value extends string>(options: readonly Value[], values: readonly string[]): Value[] {
  return options.filter((option) => values.includes(option))
}

/** The title of a value that the schema knows, else the value itself. */
function titled<Value extends string>(options: readonly Value[], title: (value: Value) => string) {
  return (value: string): string => {
    const found = options.find((option) => option === value)
    return found === undefined ? value : title(found)
  }
}

/** The filters of the library of evidence. */
export function useEvidenceFilters(): readonly FilterSpec<EvidenceFilter>[] {
  const t = useText()
  const language = useLanguage()
  const people = useQuery(orpc.people.list.queryOptions()).data ?? []
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  const types = evidenceTypeSchema.options
  const validities = validitySchema.options
  const kinds = evidenceKindSchema.options
  const confidentialities = confidentialitySchema.options
  const languages = languageSchema.options
  return [
    {
      kind: 'set',
      id: 'types',
      title: t('evidence:filter.types'),
      facet: 'types',
      selected: (filter) => filter.types,
      change: (values) => ({ types: known(types, values) }),
      titleOf: titled(types, (type) => t(`evidence:type.${type}`)),
    },
    {
      kind: 'set',
      id: 'tags',
      title: t('evidence:filter.tags'),
      facet: 'tags',
      selected: (filter) => filter.tags,
      change: (tags) => ({ tags: [...tags] }),
      titleOf: (tag) => tag,
    },
    {
      kind: 'flag',
      id: 'isUsed',
      title: t('evidence:filter.used'),
      selected: (filter) => filter.isUsed,
      change: (isUsed) => ({ isUsed }),
      yes: t('evidence:filter.usedYes'),
      no: t('evidence:filter.usedNo'),
    },
    {
      kind: 'set',
      id: 'validities',
      title: t('evidence:filter.validities'),
      facet: 'validities',
      selected: (filter) => filter.validities,
      change: (values) => ({ validities: known(validities, values) }),
      titleOf: titled(validities, (validity) => t(`evidence:validity.${validity}`)),
      options: validities,
    },
    {
      kind: 'set',
      id: 'ownerIds',
      title: t('evidence:filter.owners'),
      facet: 'ownerIds',
      selected: (filter) => filter.ownerIds,
      change: (ownerIds) => ({ ownerIds: [...ownerIds] }),
      titleOf: (id) => nameOf.get(id) ?? '…',
    },
    {
      kind: 'set',
      id: 'kinds',
      isExtra: true,
      title: t('evidence:filter.kinds'),
      facet: 'kinds',
      selected: (filter) => filter.kinds,
      change: (values) => ({ kinds: known(kinds, values) }),
      titleOf: titled(kinds, (kind) => t(`evidence:kind.${kind}`)),
      options: kinds,
    },
    {
      kind: 'set',
      id: 'confidentialities',
      isExtra: true,
      title: t('evidence:filter.confidentialities'),
      facet: 'confidentialities',
      selected: (filter) => filter.confidentialities,
      change: (values) => ({ confidentialities: known(confidentialities, values) }),
      titleOf: titled(confidentialities, (value) => t(`evidence:confidentiality.${value}`)),
      options: confidentialities,
    },
    {
      kind: 'set',
      id: 'languages',
      isExtra: true,
      title: t('evidence:filter.languages'),
      facet: 'languages',
      selected: (filter) => filter.languages,
      change: (values) => ({ languages: known(languages, values) }),
      titleOf: titled(languages, (code) => languageName(code, language)),
      options: languages,
    },
    {
      kind: 'fixed',
      id: 'ids',
      title: t('evidence:filter.ids'),
      selected: ({ ids }) => (ids === null ? null : t('common:filter.chosenRecords', { count: ids.length })),
      remove: () => ({ ids: null }),
    },
  ]
}
