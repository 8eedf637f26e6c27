import {
  accreditationColumns,
  accreditationFilterSchema,
  type AccreditationFilter,
  type AccreditationSummary,
  allAccreditations,
} from '../../shared/accreditation/accreditation.ts'
import {
  agencyColumns,
  agencyFilterSchema,
  type AgencyFilter,
  type AgencySummary,
  allAgencies,
} from '../../shared/accreditation/agency.ts'
import { data } from '../app/client.ts'
import type { RecordSource } from '../components/RecordSelect.tsx'
import type { ListSource } from '../components/table/use-listing.ts'

/** The register of accreditations as a list; those that end first come first. */
export const accreditationList: ListSource<
  AccreditationSummary,
  AccreditationFilter,
  (typeof accreditationColumns)[number]
> = {
  topic: 'accreditation',
  list: data.accreditation.list,
  emptyFilter: allAccreditations,
  filterSchema: accreditationFilterSchema,
  columns: accreditationColumns,
  defaultSort: [{ column: 'endsOn', descending: false }],
}

/** The register of agencies as a list, by what people call them. */
export const agencyList: ListSource<AgencySummary, AgencyFilter, (typeof agencyColumns)[number]> = {
  topic: 'agencies',
  list: data.agencies.list,
  emptyFilter: allAgencies,
  filterSchema: agencyFilterSchema,
  columns: agencyColumns,
  defaultSort: [{ column: 'acronym', descending: false }],
}

const shownOptions = 30

const asked = { filter: allAgencies, sort: [{ column: 'acronym' as const, descending: false }], offset: 0 }

/** What people call an agency: its acronym, with the name where it says more. */
export const agencyTitle = ({ acronym, name }: Pick<AgencySummary, 'acronym' | 'name'>): string =>
  acronym === '' || name === '' || name === acronym ? acronym || name : `${acronym} · ${name}`

const option = (row: AgencySummary) => ({ value: row.id, label: agencyTitle(row) })

/** Finds and names agencies for fields that choose one. */
export const agencySource: RecordSource = {
  topic: 'agencies',
  find: async (sought, { language, on }) => {
    const { rows } = await data.agencies.list({ ...asked, text: sought, limit: shownOptions, language, on })
    return rows.map(option)
  },
  name: async (ids, { language, on }) => {
    const filter = { ...allAgencies, ids: [...ids] }
    const { rows } = await data.agencies.list({ ...asked, filter, text: '', limit: ids.length, language, on })
    return rows.map(option)
  },
}
