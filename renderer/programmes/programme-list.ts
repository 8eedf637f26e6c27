import {
  allProgrammes,
  programmeColumns,
  type ProgrammeFilter,
  programmeFilterSchema,
  type ProgrammeSummary,
} from '../../shared/programmes/programme.ts'
import { data } from '../app/client.ts'
import type { RecordSource } from '../components/RecordSelect.tsx'
import type { ListSource } from '../components/table/use-listing.ts'

export type ProgrammeColumn = (typeof programmeColumns)[number]

/** The register of programmes as the data service lists it. */
export const programmeList: ListSource<ProgrammeSummary, ProgrammeFilter, ProgrammeColumn> = {
  topic: 'programmes',
  list: data.programmes.list,
  emptyFilter: allProgrammes,
  filterSchema: programmeFilterSchema,
  columns: programmeColumns,
  defaultSort: [{ column: 'name', descending: false }],
}

const shownOptions = 30

const asked = { filter: allProgrammes, sort: [{ column: 'name' as const, descending: false }], offset: 0 }

const option = ({ id, name, code }: ProgrammeSummary) => ({
  value: id,
  label: code === '' ? name : `${code} · ${name}`,
})

/** Finds and names programmes for fields that choose one. */
export const programmeSource: RecordSource = {
  topic: 'programmes',
  find: async (sought, { language, on }) => {
    const { rows } = await data.programmes.list({ ...asked, text: sought, limit: shownOptions, language, on })
    return rows.map(option)
  },
  name: async (ids, { language, on }) => {
    const filter = { ...allProgrammes, ids: [...ids] }
    const { rows } = await data.programmes.list({
      ...asked,
      filter,
      text: '',
      limit: ids.length,
      language,
      on,
    })
    return rows.map(option)
  },
}
