import {
  allInvolvements,
  involvementColumns,
  involvementFilterSchema,
  type InvolvementFilter,
  type InvolvementSummary,
} from '../../shared/stakeholders/involvement.ts'
import type { Translate } from '../../shared/locales/i18n.ts'
import { data } from '../app/client.ts'
import type { RecordSource } from '../components/RecordSelect.tsx'
import type { ListSource } from '../components/table/use-listing.ts'

/** The log of participation as a list, newest first. */
export const involvementList: ListSource<
  InvolvementSummary,
  InvolvementFilter,
  (typeof involvementColumns)[number]
> = {
  topic: 'stakeholders',
  list: data.stakeholders.list,
  emptyFilter: allInvolvements,
  filterSchema: involvementFilterSchema,
  columns: involvementColumns,
  defaultSort: [{ column: 'on', descending: true }],
}

const choice = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })

/** Finds and names evidence for fields that point at it. */
export const evidenceSource: RecordSource = {
  topic: 'stakeholders',
  find: async (text, { language }) =>
    (await data.stakeholders.evidenceChoices({ text, ids: null, language })).map(choice),
  name: async (ids, { language }) =>
    (await data.stakeholders.evidenceChoices({ text: '', ids: [...ids], language })).map(choice),
}

const titled = [
  'names',
  'on',
  'audience',
  'organisation',
  'activity',
  'content',
  'outcome',
  'programmeId',
  'evidenceIds',
  'personCount',
] as const

/** What people call a field of an involvement, by its path. */
export function involvementFieldTitle(t: Translate, path: string): string {
  const [name = ''] = path.split('.')
  const field = titled.find((candidate) => candidate === name)
  return field === undefined ? name : t(`stakeholders:field.${field}`)
}
