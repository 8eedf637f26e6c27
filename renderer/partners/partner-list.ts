import {
  allPartners,
  partnerColumns,
  partnerFilterSchema,
  type PartnerFilter,
  type PartnerSummary,
} from '../../shared/partners/partner.ts'
import { data } from '../app/client.ts'
import type { RecordSource } from '../components/RecordSelect.tsx'
import type { ListSource } from '../components/table/use-listing.ts'

/** The register of partners as a list, by name. */
export const partnerList: ListSource<PartnerSummary, PartnerFilter, (typeof partnerColumns)[number]> = {
  topic: 'partners',
  list: data.partners.list,
  emptyFilter: allPartners,
  filterSchema: partnerFilterSchema,
  columns: partnerColumns,
  defaultSort: [{ column: 'name', descending: false }],
}

const shownOptions = 30

const asked = { filter: allPartners, sort: [{ column: 'name' as const, descending: false }], offset: 0 }

const option = ({ id, name, countryName }: PartnerSummary) => ({
  value: id,
  label: countryName === '' ? name : `${name}, ${countryName}`,
})

/** Finds and names partners for fields that choose one or several. */
export const partnerSource: RecordSource = {
  topic: 'partners',
  find: async (sought, { language, on }) => {
    const { rows } = await data.partners.list({ ...asked, text: sought, limit: shownOptions, language, on })
    return rows.map(option)
  },
  name: async (ids, { language, on }) => {
    const filter = { ...allPartners, ids: [...ids] }
    const { rows } = await data.partners.list({ ...asked, filter, text: '', limit: ids.length, language, on })
    return rows.map(option)
  },
}
