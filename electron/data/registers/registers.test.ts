import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aCohort, anAgreement, aPartner, aProgramme } from '../../../tests/support/builders.ts'
import {
  allAgreements,
  type AgreementFields,
  type AgreementFilter,
} from '../../../shared/agreements/agreement.ts'
import { allProgrammes } from '../../../shared/programmes/programme.ts'
import { agreementStore } from '../agreements/agreement.repository.ts'
import { cohortStore } from '../mobility/cohort.repository.ts'
import { partnerStore } from '../partners/partner.repository.ts'
import { programmeStore } from '../programmes/programme.repository.ts'
import { openTestService, type TestService } from '../testing.ts'
import type { Database } from '../workspace/database.ts'

const page = { text: '', sort: [], offset: 0, limit: 100, on: '2026-11-22', language: 'kk' } as const

describe('the register of agreements', () => {
  let test: TestService
  let partners: string[]
  const list = (input: Partial<Parameters<TestService['client']['agreements']['list']>[0]> = {}) =>
    test.client.agreements.list({ ...page, sort: [], filter: allAgreements, ...input })
  const numbers = async (input: Parameters<typeof list>[0]) =>
    (await list(input)).rows.map(({ number }) => number)
  const narrowed = (filter: Partial<AgreementFilter>) => numbers({ filter: { ...allAgreements, ...filter } })
  const add = (number: string, fields: Partial<AgreementFields> = {}) =>
    test.service.context
      .database()
      .write((tx) => agreementStore.insert(tx, anAgreement([partners[0] ?? ''], { number, ...fields })))

  beforeEach(async () => {
    test = await openTestService()
    partners = await test.service.context.database().write(async (tx) => {
      const german = await partnerStore.insert(
        tx,
        aPartner({ names: { kk: 'Берлин университеті', ru: '', en: '' } }),
      )
      const turkish = await partnerStore.insert(
        tx,
        aPartner({ country: 'TR', names: { kk: 'Әнкара университеті', ru: '', en: '' } }),
      )
      return [german.id, turkish.id]
    })
  })
  afterEach(() => test.close())

  it('shows what holds on the day asked for', async () => {
    await add('1', { term: { kind: 'fixed', endsOn: '2027-03-01' } })
    const [row] = (await list()).rows
    expect(row).toMatchObject({
      number: '1',
      partnerNames: 'Берлин университеті',
      countries: ['DE'],
      countryNames: 'Германия',
      status: 'expiring',
      endsOn: '2027-03-01',
      daysLeft: 99,
      noticeBy: null,
      isDeclarative: true,
      programmeCount: 0,
      attachmentCount: 0,
    })
    expect((await list({ on: '2028-01-01' })).rows[0]).toMatchObject({ status: 'lapsed', daysLeft: -306 })
  })

  it('sorts by the Kazakh alphabet, by value and by several columns, with what is missing at the end', async () => {
    await add('1', { title: 'Шарт', term: null })
    await add('2', { title: 'Әріптестік', term: { kind: 'fixed', endsOn: '2030-01-01' } })
    await add('3', { title: 'Келісім', term: { kind: 'fixed', endsOn: '2029-01-01' } })
    await add('4', { title: '', term: { kind: 'fixed', endsOn: '2029-01-01' } })
    await add('5', { title: 'Қосымша', term: { kind: 'fixed', endsOn: '2029-01-01' } })
    expect(await numbers({ sort: [{ column: 'title', descending: false }] })).toEqual([
      '2',
      '3',
      '5',
      '1',
      '4',
    ])
    expect(await numbers({ sort: [{ column: 'title', descending: true }] })).toEqual([
      '1',
      '5',
      '3',
      '2',
      '4',
    ])
    expect(
      await numbers({
        sort: [
          { column: 'endsOn', descending: false },
          { column: 'title', descending: true },
        ],
      }),
    ).toEqual(['5', '3', '4', '2', '1'])
  })

  it('sorts kinds and statuses in their own order', async () => {
    await add('1', { kind: 'annex', stage: 'draft', signedOn: null })
    await add('2', { kind: 'memorandum', stage: 'terminated', terminatedOn: '2025-01-01' })
    await add('3', { kind: 'contract' })
    expect(await numbers({ sort: [{ column: 'kind', descending: false }] })).toEqual(['2', '3', '1'])
    expect(await numbers({ sort: [{ column: 'status', descending: false }] })).toEqual(['1', '3', '2'])
  })

  it('finds every word in any order, with look-alike letters and in partner names', async () => {
    await add('12-45', { title: 'Қос дипломды келісім' })
    await add('12-46', { title: 'Меморандум', partnerIds: [partners[1] ?? ''] })
    expect(await numbers({ text: 'келiсiм ҚОС' })).toEqual(['12-45'])
    expect(await numbers({ text: 'əнкара' })).toEqual(['12-46'])
    expect(await numbers({ text: 'Türkiye' })).toEqual(['12-46'])
    expect(await numbers({ text: 'Франция' })).toEqual([])
    expect(await numbers({ text: 'Түркия 12 46' })).toEqual(['12-46'])
  })

  it('counts each facet over what the other filters leave', async () => {
    await add('1', { kind: 'memorandum' })
    await add('2', { kind: 'agreement' })
    await add('3', { kind: 'agreement', partnerIds: [partners[1] ?? ''] })
    await add('4', { kind: 'agreement', stage: 'draft', signedOn: null })
    const answer = await list({ filter: { ...allAgreements, kinds: ['agreement'], countries: ['DE'] } })
    expect(answer.rows.map(({ number }) => number)).toEqual(['2', '4'])
    expect([answer.total, answer.unfiltered]).toEqual([2, 4])
    expect(answer.facets).toMatchObject({
      kinds: { agreement: 2, memorandum: 1 },
      countries: { DE: 2, TR: 1 },
      statuses: { active: 1, draft: 1 },
    })
  })

  it('narrows by partner, by end of term, by activity and by ids', async () => {
    const first = await add('1', { term: { kind: 'fixed', endsOn: '2027-06-30' } })
    await add('2', {
      term: { kind: 'fixed', endsOn: '2028-06-30' },
      events: [{ on: '2026-10-01', kind: 'visit', note: '' }],
    })
    await add('3', { partnerIds: [partners[1] ?? ''], term: { kind: 'perpetual' } })
    expect(await narrowed({ partnerId: partners[1] ?? null })).toEqual(['3'])
    expect(await narrowed({ endsFrom: '2027-06-30', endsTo: '2027-06-30' })).toEqual(['1'])
    expect(await narrowed({ endsTo: '2028-12-31' })).toEqual(['1', '2'])
    expect(await narrowed({ isDeclarative: false })).toEqual(['2'])
    expect(await narrowed({ ids: [first.id] })).toEqual(['1'])
    expect(await narrowed({ termKinds: ['perpetual'] })).toEqual(['3'])
    const renewal = await add('4', { predecessorId: first.id })
    const annex = await add('5', { kind: 'annex', parentId: renewal.id })
    expect(await narrowed({ relatedTo: first.id })).toEqual(['4'])
    expect(await narrowed({ relatedTo: renewal.id })).toEqual(['1', '5'])
    expect(await narrowed({ relatedTo: annex.id })).toEqual(['4'])
  })

  it('answers any window of the rows', async () => {
    for (let number = 1; number <= 7; number += 1) await add(`${number}`)
    expect(await numbers({ offset: 2, limit: 3, sort: [{ column: 'number', descending: false }] })).toEqual([
      '3',
      '4',
      '5',
    ])
    expect((await list({ offset: 6, limit: 3 })).rows).toHaveLength(1)
    expect((await list({ offset: 100, limit: 3 })).total).toBe(7)
  })

  it('shows a change at once, also one that another process made', async () => {
    const agreement = await add('1', { term: null })
    expect(await numbers({})).toEqual(['1'])
    await test.service.context
      .database()
      .write((tx) => agreementStore.update(tx, agreement, anAgreement([partners[0] ?? ''], { number: '1a' })))
    expect(await numbers({})).toEqual(['1a'])
    const second = await openSecondService(test)
    await second.database.write((tx) =>
      agreementStore.insert(tx, anAgreement([partners[1] ?? ''], { number: '2' })),
    )
    expect(await numbers({ text: 'әнкара' })).toEqual(['2'])
    await second.close()
  })

  it('counts programmes and files of an agreement, and learners of a programme', async () => {
    const agreement = await add('1')
    await test.service.context.database().write(async (tx) => {
      const programme = await programmeStore.insert(tx, aProgramme(partners[0] ?? '', agreement.id))
      await cohortStore.insert(tx, aCohort(programme.id, { academicYear: 2026, contingent: 31 }))
      await cohortStore.insert(tx, aCohort(programme.id, { academicYear: 2025, contingent: 24 }))
    })
    expect((await list()).rows[0]).toMatchObject({ programmeCount: 1, isDeclarative: false })
    const programmes = await test.client.programmes.list({ ...page, sort: [], filter: allProgrammes })
    expect(programmes.rows[0]).toMatchObject({
      format: '2+2',
      totalCredits: 240,
      contingent: 31,
      partnerNames: 'Берлин университеті',
    })
    expect(programmes.facets).toMatchObject({
      levels: { bachelor: 1 },
      features: { double: 1 },
      formats: { '2+2': 1 },
    })
    const onPage = await test.client.partners.list({
      ...page,
      sort: [{ column: 'programmeCount', descending: true }],
      filter: { countries: [], hasActiveAgreement: true, hasProgramme: null, ids: null },
    })
    expect(onPage.rows).toEqual([
      expect.objectContaining({
        name: 'Берлин университеті',
        agreementCount: 1,
        activeAgreementCount: 1,
        programmeCount: 1,
        lastActivityOn: '2026-11-22',
      }),
    ])
  })
})

async function openSecondService(test: TestService): Promise<{ database: Database; close(): Promise<void> }> {
  const { createService } = await import('../service.ts')
  const service = createService({ clock: () => new Date('2026-11-22T09:00:00.000Z'), actor: 'second' })
  await service.openWorkspace(test.path)
  return { database: service.context.database(), close: () => service.close() }
}
