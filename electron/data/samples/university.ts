import type { Day } from '../../../shared/kernel/day.ts'
import type { Language } from '../../../shared/kernel/record.ts'
import { createRandom } from './random.ts'
import { createSampleIds, sampleBin, type SampleFile, type SampleRecords } from './sample-records.ts'
import { buildAccreditations } from './university-accreditations.ts'
import { buildAgreements } from './university-agreements.ts'
import { buildCohorts } from './university-cohorts.ts'
import { universityData } from './university-data.ts'
import { buildPartners } from './university-partners.ts'
import { buildProgrammes } from './university-programmes.ts'
import { buildInvolvements, buildSurveys } from './university-voices.ts'
import { hostOf } from './university-agreements.ts'

const seed = 20_231_004

/**
 * The records of a fictional university: partners, agreements of every kind and status, programmes of every level, some
 * of them with problems, and learner counts of four years. Days are relative to `today`, so the sample stays lively;
 * one-language texts (titles, notes) are in `language`.
 */
export function buildUniversity(today: Day, language: Language): SampleRecords {
  const random = createRandom(seed)
  const newId = createSampleIds(today, random)
  const partners = buildPartners(newId, language, today)
  const partnerIds = new Map(
    partners.map(({ id }, index) => [hostOf(universityData.partners[index]?.host ?? ''), id]),
  )
  const agreements = buildAgreements({ today, language, newId, partnerIds })
  const programmes = buildProgrammes({ today, newId, random, partners, agreements })
  const cohorts = buildCohorts({ today, language, newId, random, programmes })
  const accreditations = buildAccreditations({ today, language, newId, programmes, partners })
  const voices = { today, language, newId, programmeIds: programmes.map(({ id }) => id) }
  const { institution, rector } = universityData.texts
  return {
    institution: { ...institution, bin: sampleBin, epvoId: 9_999, rector: rector[language] },
    partners,
    agreements: [...agreements.values()],
    programmes,
    cohorts,
    accreditations,
    surveys: buildSurveys(voices),
    involvements: buildInvolvements(voices),
    files: buildFiles(agreements, language),
  }
}

function buildFiles(agreements: ReturnType<typeof buildAgreements>, language: Language): SampleFile[] {
  const { texts } = universityData
  return universityData.agreements.flatMap((spec) => {
    const agreement = agreements.get(spec.key)
    if (spec.files === 0 || agreement === undefined) return []
    const { number, title } = agreement.fields
    return [
      {
        owner: { entity: 'agreement', id: agreement.id },
        name: `${texts.fileName[language]}-${number}.pdf`,
        title: `${title} № ${number}`,
        text: texts.fileText[language],
      } satisfies SampleFile,
    ]
  })
}
