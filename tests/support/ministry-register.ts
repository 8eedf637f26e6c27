import type { Register } from '../../shared/reports/register.ts'
import type { AccreditationFields } from '../../shared/accreditation/accreditation.ts'
import type { AgencyFields } from '../../shared/accreditation/agency.ts'
import { anAccreditation, anAgency } from './accreditation-builders.ts'
import { metaOf, registerOf, testId } from './register-of.ts'

/** A valid business identification number of no organisation. */
export const testBin = '991240999991'

/**
 * A register whose forms of 2025/26 have no errors on 20 May 2026: double and joint programmes with foreign and domestic
 * partners, agreements of all three terms, and records that each form must leave out.
 */
export function ministryRegister(): Register {
  const register = registerOf({
    partners: [
      {
        number: 1,
        names: {
          kk: 'Берлин техникалық университеті',
          ru: 'Технический университет Берлина',
          en: 'TU Berlin',
        },
        country: 'DE',
        identifiers: [{ scheme: 'epvo', value: '4101' }],
        rankings: [
          { system: 'qs', year: 2024, place: 154, source: 'QS' },
          { system: 'qs', year: 2026, place: 147, source: 'QS' },
          { system: 'the', year: 2025, place: 140, source: 'THE' },
          { system: 'qs', year: 2027, place: 1, source: 'QS' },
        ],
      },
      { number: 2, country: 'KZ', identifiers: [{ scheme: 'epvo', value: '77' }] },
      { number: 3, country: 'CZ' },
    ],
    agreements: [
      {
        key: 1,
        partners: [1],
        number: 'DE-01/2022',
        title: 'Қос диплом туралы келісім',
        subject: '=Совместная подготовка бакалавров',
        signedOn: '2022-03-14',
        startsOn: '2022-09-01',
        term: { kind: 'fixed', endsOn: '2027-08-31' },
      },
      {
        key: 2,
        partners: [3],
        number: 'CZ-7',
        subject: 'Магистратура',
        signedOn: '2019-01-10',
        startsOn: '2019-02-01',
        term: { kind: 'auto_renewed', everyYears: 5, noticeMonths: 6 },
      },
      {
        key: 3,
        partners: [2],
        number: 'KZ-1',
        subject: 'Отандық',
        term: { kind: 'fixed', endsOn: '2030-01-01' },
      },
      {
        key: 4,
        partners: [1],
        number: 'OLD',
        subject: 'Өткен',
        term: { kind: 'fixed', endsOn: '2026-05-19' },
      },
      { key: 5, partners: [1], number: 'NEW', subject: 'Келесі', startsOn: '2026-09-01' },
      { key: 6, partners: [3], number: 'DRAFT', stage: 'draft', signedOn: null },
      { key: 7, partners: [3], number: 'ENDED', stage: 'terminated', terminatedOn: '2025-01-01' },
    ],
    programmes: [
      {
        number: 1,
        partners: [[1, 1]],
        code: '6B06101',
        epvoId: 501,
        registerStatus: 'included',
        format: '2+2',
      },
      {
        number: 2,
        partners: [[3, 2]],
        code: '7M04101',
        level: 'master',
        epvoId: 502,
        registerStatus: 'updated',
        features: ['double', 'joint'],
        format: '1s+3s',
        award: 'main_and_additional',
        delivery: 'blended',
      },
      {
        number: 3,
        partners: [[2, 3]],
        code: '6B06102',
        registerStatus: 'included',
        features: ['joint'],
        epvoId: 503,
      },
      { number: 4, partners: [[1, 1]], code: '6B06103', registerStatus: 'excluded', epvoId: 504 },
      {
        number: 5,
        partners: [[1, 1]],
        code: '6B06104',
        registerStatus: 'included',
        lastYear: 2024,
        epvoId: 505,
      },
      { number: 6, partners: [[1, 1]], code: '6B06105', registerStatus: 'included', features: ['global'] },
    ],
    cohorts: [
      {
        number: 1,
        programme: 1,
        academicYear: 2025,
        contingent: 24,
        foreignCitizens: 3,
        funding: { own: 20, state_grant: 4 },
      },
      { number: 2, programme: 2, academicYear: 2025, contingent: 10, funding: { scholarship: 10 } },
      { number: 3, programme: 3, academicYear: 2025, contingent: 5, funding: { own: 5 } },
      { number: 4, programme: 1, academicYear: 2024, contingent: 20, funding: { own: 20 } },
    ],
    agencies: [
      agencyOf(1, anAgency('IAAR', { epvoIds: [6] })),
      agencyOf(2, anAgency('ASIIN', { epvoIds: [1, 2] })),
    ],
    accreditations: [
      accreditationOf(1, { agencyId: testId('i', 11) }),
      // EPVO says the same as the university: one row.
      accreditationOf(2, { agencyId: testId('i', 11), source: 'epvo', sourceId: '77', decision: null }),
      accreditationOf(3, { agencyId: testId('i', 12), isInternational: true }),
      accreditationOf(4, {
        object: { kind: 'institution' },
        kind: 'institutional',
        agencyId: testId('i', 11),
      }),
      accreditationOf(5, { validTo: '2025-06-15', agencyId: testId('i', 12), validFrom: '2020-06-16' }),
      accreditationOf(6, {
        object: { kind: 'programme', programmeId: testId('g', 2) },
        decision: 'negative',
      }),
    ],
  })
  const { institution } = register
  return { ...register, institution: { ...institution, bin: testBin, epvoId: 31 } }
}

const agencyOf = (number: number, fields: AgencyFields) => ({
  ...metaOf(testId('i', 10 + number)),
  ...fields,
})

const accreditationOf = (number: number, fields: Partial<AccreditationFields>) => ({
  ...metaOf(testId('i', 20 + number)),
  ...anAccreditation(testId('g', 1), fields),
})

/** The period of the register above. */
export const ministryPeriod = { academicYear: 2025, on: '2026-05-20' } as const
