import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aCohort, anAgreement, aPartner, aProgramme } from '../../../tests/support/builders.ts'
import type { AgreementFilter } from '../../../shared/agreements/agreement.ts'
import { agreementStore } from '../agreements/agreement.repository.ts'
import { cohortStore } from '../mobility/cohort.repository.ts'
import { partnerStore } from '../partners/partner.repository.ts'
import { programmeStore } from '../programmes/programme.repository.ts'
import { openTestService, type TestService } from '../testing.ts'

const everyAgreement = {
  statuses: [],
  kinds: [],
  termKinds: [],
  countries: [],
  partnerId: null,
  endsFrom: null,
  endsTo: null,
  isDeclarative: null,
  ids: null,
}
const everyCohort = { levels: [], academicYears: [], programmeId: null, ids: null }
const page = { text: '', sort: [], offset: 0, limit: 100, on: '2026-11-22', language: 'ru' } as const

const names = (ru: string) => ({ kk: '', ru, en: '' })
const fixed = (endsOn: string) => ({ kind: 'fixed' as const, endsOn })

describe('a register in groups', () => {
  let test: TestService
  const agreements = (input: Partial<Parameters<TestService['client']['agreements']['list']>[0]> = {}) =>
    test.client.agreements.list({ ...page, sort: [], filter: everyAgreement, ...input })
  const cohorts = (input: Partial<Parameters<TestService['client']['mobility']['list']>[0]> = {}) =>
    test.client.mobility.list({ ...page, sort: [], filter: everyCohort, ...input })
  const numbers = async (filter: Partial<AgreementFilter>) =>
    (await agreements({ filter: { ...everyAgreement, ...filter } })).rows.map(({ number }) => number)
  const words = ({ groups }: Awaited<ReturnType<typeof agreements>>) =>
    groups.map(({ value, count }) => [value, count])

  beforeEach(async () => {
    test = await openTestService()
    await test.service.context.database().write(async (tx) => {
      const german = await partnerStore.insert(tx, aPartner({ names: names('Берлин') }))
      const polish = await partnerStore.insert(tx, aPartner({ names: names('Варшава'), country: 'PL' }))
      await agreementStore.insert(
        tx,
        anAgreement([polish.id], { number: '3', owner: '', term: fixed('2020-01-01') }),
      )
      await agreementStore.insert(tx, anAgreement([german.id], { number: '1', term: fixed('2031-01-01') }))
      await agreementStore.insert(tx, anAgreement([german.id], { number: '2', term: fixed('2032-01-01') }))
      await agreementStore.insert(
        tx,
        anAgreement([german.id, polish.id], { number: '4', owner: 'А', term: fixed('2033-01-01') }),
      )
      const programme = await programmeStore.insert(tx, aProgramme(german.id, null))
      const other = await programmeStore.insert(tx, aProgramme(polish.id, null, { level: 'doctoral' }))
      await cohortStore.insert(tx, aCohort(programme.id, { academicYear: 2024, contingent: 10 }))
      await cohortStore.insert(tx, aCohort(programme.id, { academicYear: 2025, contingent: 12 }))
      await cohortStore.insert(tx, aCohort(other.id, { academicYear: 2025, contingent: 3 }))
    })
  })
  afterEach(() => test.close())

  it('brings the rows of a group together and counts them; several parties are a group of their own', async () => {
    const answer = await agreements({
      group: 'partnerNames',
      sort: [{ column: 'number', descending: true }],
    })
    expect(words(answer)).toEqual([
      ['Берлин', 2],
      ['Берлин, Варшава', 1],
      ['Варшава', 1],
    ])
    expect(answer.rows.map(({ number }) => number)).toEqual(['2', '1', '4', '3'])
  })

  it('puts statuses in the order in which they follow each other, not in that of the alphabet', async () => {
    expect(words(await agreements({ group: 'status' }))).toEqual([
      ['active', 3],
      ['lapsed', 1],
    ])
  })

  it('keeps the direction in which the column of the group was sorted', async () => {
    const { groups, rows } = await cohorts({
      group: 'academicYear',
      sort: [
        { column: 'contingent', descending: false },
        { column: 'academicYear', descending: true },
      ],
    })
    expect(groups.map(({ value, count }) => [value, count])).toEqual([
      ['2025', 2],
      ['2024', 1],
    ])
    expect(rows.map(({ contingent }) => contingent)).toEqual([3, 12, 10])
  })

  it('puts records without a value into a group at the end', async () => {
    expect(words(await agreements({ group: 'owner' })).at(-1)).toEqual(['', 1])
  })

  it('groups what text and filter leave in, and tells the groups with the beginning of the list only', async () => {
    const filter = { ...everyAgreement, countries: ['PL'] }
    expect(words(await agreements({ group: 'countryNames', filter }))).toHaveLength(2)
    const later = await agreements({ group: 'countryNames', offset: 1, limit: 1 })
    expect(later.groups).toEqual([])
    expect(later.rows).toHaveLength(1)
  })

  it('has no groups when none are asked for, or the column does not make any', async () => {
    expect((await agreements()).groups).toEqual([])
    expect((await agreements({ group: 'endsOn' })).groups).toEqual([])
  })

  it('adds learners up within one academic year and never over several', async () => {
    expect((await cohorts()).sums).toMatchObject({ contingent: null, outgoing: null })
    expect((await cohorts({ filter: { ...everyCohort, academicYears: [2025] } })).sums).toMatchObject({
      contingent: 15,
    })
    const byYear = await cohorts({ group: 'academicYear' })
    expect(byYear.groups.map(({ sums }) => sums['contingent'])).toEqual([10, 15])
    const byLevel = await cohorts({ group: 'level' })
    expect(byLevel.groups.map(({ sums }) => sums['contingent'])).toEqual([null, 3])
  })

  it('is narrowed by days of every column that has them, and by text however it is written', async () => {
    expect(await numbers({ endsFrom: '2031-01-01', endsTo: '2032-01-01' })).toEqual(['1', '2'])
    expect(await numbers({ endsTo: '2020-01-01' })).toEqual(['3'])
    expect(await numbers({ noticeFrom: '2000-01-01' })).toEqual([])
    expect(await numbers({ signedTo: '2000-01-01' })).toEqual([])
    expect(await numbers({ ownerHas: 'АЙГҮЛ' })).toEqual(['1', '2'])
    expect(await numbers({ numberHas: '4', ownerHas: '' })).toEqual(['4'])
  })
})
