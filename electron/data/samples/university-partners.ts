import type { Language } from '../../../shared/kernel/record.ts'
import type { PartnerFields } from '../../../shared/partners/partner.ts'
import type { SampleRecord } from './sample-records.ts'
import { type PartnerSpec, universityData } from './university-data.ts'

/** Numbers that the sample gives to its partners in the ministry's platform start here; every sixth partner lacks one. */
const firstPartnerEpvoId = 90_001

/** The partners of the sample university, in the order of their specifications. */
export function buildPartners(
  newId: () => string,
  language: Language,
  today: string,
): SampleRecord<PartnerFields>[] {
  return universityData.partners.map((spec, index) => ({
    id: newId(),
    fields: partnerFields(spec, index, language, today),
  }))
}

function partnerFields(spec: PartnerSpec, index: number, language: Language, today: string): PartnerFields {
  const { texts } = universityData
  const hasEpvoId = index % 6 !== 5
  return {
    names: spec.names,
    country: spec.country,
    city: spec.city,
    website: `https://${spec.host}`,
    identifiers: hasEpvoId ? [{ scheme: 'epvo', value: String(firstPartnerEpvoId + index) }] : [],
    contacts: [
      {
        name: spec.contact,
        position: texts.coordinatorPosition[language],
        email: `partnerships@${spec.host}`,
        phone: spec.phone,
        isSignatory: index % 3 === 0,
      },
    ],
    rankings:
      index % 5 === 0
        ? [
            {
              system: 'qs',
              year: Number(today.slice(0, 4)),
              place: 501 + index * 10,
              source: texts.rankingSource[language],
            },
          ]
        : [],
    creditSystem: spec.creditSystem,
    ectsPerCredit: spec.ectsPerCredit,
    notes: texts.partnerNote[language],
  }
}
