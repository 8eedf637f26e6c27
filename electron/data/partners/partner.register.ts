import { agreementStatus } from '../../../shared/agreements/terms.ts'
import { lastActivityOn } from '../../../shared/agreements/agreement-rules.ts'
import { nameIn } from '../../../shared/kernel/localized.ts'
import type {
  Partner,
  partnerColumns,
  PartnerFilter,
  PartnerSummary,
} from '../../../shared/partners/partner.ts'
import { countryName } from '../../../shared/reference/countries.ts'
import { activityOf } from '../agreements/agreement.register.ts'
import { amongIds, oneOf, yesOrNo } from '../registers/filter-rules.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import { countryWords, inAllLanguages, searchableText } from '../registers/record-texts.ts'
import { byAlphabet, byValue, type RegisterDefinition } from '../registers/register-view.ts'

const inForce = new Set(['active', 'expiring', 'renewing'])

function recordOf(cache: RecordCache, id: string): Partner {
  const record = cache.partner.get(id)
  if (record === undefined) throw new Error(`no partner ${id} in memory`)
  return record
}

/** Partners as a register: how many agreements and programmes, and when something last happened. */
export const partnerRegister: RegisterDefinition<
  PartnerSummary,
  PartnerFilter,
  (typeof partnerColumns)[number]
> = {
  entity: 'partner',
  text(cache, id) {
    const { names, country, city, website, identifiers, contacts, notes } = recordOf(cache, id)
    const rest = [...identifiers.map(({ value }) => value), ...contacts.map(({ name }) => name)]
    return searchableText(inAllLanguages(names), [...countryWords(country), city, website, ...rest, notes])
  },
  summary(cache, id, on, language) {
    const record = recordOf(cache, id)
    const agreements = [...cache.agreementsOf(id)].flatMap(
      (agreement) => cache.agreement.get(agreement) ?? [],
    )
    const days = agreements.flatMap((agreement) => lastActivityOn(activityOf(cache, agreement), on) ?? [])
    return {
      id,
      revision: record.revision,
      isSample: record.isSample,
      names: record.names,
      country: record.country,
      city: record.city,
      website: record.website,
      identifiers: record.identifiers,
      name: nameIn(record.names, language),
      countryName: record.country === '' ? '' : countryName(record.country, language),
      agreementCount: agreements.length,
      activeAgreementCount: agreements.filter((agreement) => inForce.has(agreementStatus(agreement, on)))
        .length,
      programmeCount: cache.partnersOfProgramme.sourcesOf(id).size,
      lastActivityOn: days.toSorted().at(-1) ?? null,
    }
  },
  columns: {
    name: byAlphabet((row) => row.name),
    countryName: byAlphabet((row) => row.countryName),
    city: byAlphabet((row) => row.city),
    agreementCount: byValue((row) => row.agreementCount),
    activeAgreementCount: byValue((row) => row.activeAgreementCount),
    programmeCount: byValue((row) => row.programmeCount),
    lastActivityOn: byValue((row) => row.lastActivityOn),
  },
  filters: [
    oneOf(
      'countries',
      (filter) => filter.countries,
      (row) => (row.country === '' ? [] : [row.country]),
    ),
    yesOrNo(
      'hasActiveAgreement',
      (filter) => filter.hasActiveAgreement,
      (row) => row.activeAgreementCount > 0,
    ),
    yesOrNo(
      'hasProgramme',
      (filter) => filter.hasProgramme,
      (row) => row.programmeCount > 0,
    ),
    amongIds(),
  ],
  groups: {
    countryName: (row) => row.countryName,
    city: (row) => row.city,
  },
}
