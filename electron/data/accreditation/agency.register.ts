import type {
  Agency,
  agencyColumns,
  AgencyFilter,
  AgencySummary,
} from '../../../shared/accreditation/agency.ts'
import { nameIn } from '../../../shared/kernel/localized.ts'
import { countryName } from '../../../shared/reference/countries.ts'
import { amongIds, oneOf, yesOrNo } from '../registers/filter-rules.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import { countryWords, inAllLanguages, searchableText } from '../registers/record-texts.ts'
import { byAlphabet, byValue, type RegisterDefinition } from '../registers/register-view.ts'

function recordOf(cache: RecordCache, id: string): Agency {
  const record = cache.agency.get(id)
  if (record === undefined) throw new Error(`no agency ${id} in memory`)
  return record
}

/** Agencies as a register, with the number of accreditations they gave. */
export const agencyRegister: RegisterDefinition<AgencySummary, AgencyFilter, (typeof agencyColumns)[number]> =
  {
    entity: 'agency',
    text(cache, id) {
      const { acronym, names, country, website, source } = recordOf(cache, id)
      return searchableText([acronym, ...inAllLanguages(names)], [...countryWords(country), website, source])
    },
    summary(cache, id, _on, language) {
      const record = recordOf(cache, id)
      return {
        ...record,
        name: nameIn(record.names, language),
        countryName: record.country === '' ? '' : countryName(record.country, language),
        accreditationCount: cache.links.sourcesOf(id).size,
      }
    },
    columns: {
      acronym: byAlphabet((row) => row.acronym),
      name: byAlphabet((row) => row.name),
      countryName: byAlphabet((row) => row.countryName),
      deqarId: byValue((row) => row.deqarId),
      validTo: byValue((row) => row.validTo),
      accreditationCount: byValue((row) => row.accreditationCount),
    },
    filters: [
      oneOf(
        'countries',
        (filter) => filter.countries,
        (row) => (row.country === '' ? [] : [row.country]),
      ),
      oneOf(
        'registers',
        (filter) => filter.registers,
        (row) => row.registers,
      ),
      yesOrNo(
        'isUsed',
        (filter) => filter.isUsed,
        (row) => row.accreditationCount > 0,
      ),
      amongIds(),
    ],
    groups: { countryName: (row) => row.countryName },
  }
