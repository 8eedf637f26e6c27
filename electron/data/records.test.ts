import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aCohort, anAgreement, aPartner, aProgramme } from '../../tests/support/builders.ts'
import { refusalOf } from '../../tests/support/refusal-of.ts'
import { openTestService, type TestService } from './testing.ts'

describe('records over the contract', () => {
  let test: TestService
  beforeEach(async () => {
    test = await openTestService()
  })
  afterEach(() => test.close())

  async function family() {
    const { record: partner } = await test.client.partners.create({ fields: aPartner() })
    const { record: agreement } = await test.client.agreements.create({ fields: anAgreement([partner.id]) })
    const { record: programme } = await test.client.programmes.create({
      fields: aProgramme(partner.id, agreement.id),
    })
    const { record: cohort } = await test.client.mobility.create({ fields: aCohort(programme.id) })
    return { partner, agreement, programme, cohort }
  }

  it('are created, read, changed, removed and restored', async () => {
    const { agreement } = await family()
    const opened = await test.client.agreements.get({ id: agreement.id })
    expect(opened.record).toEqual(agreement)
    const { record } = await test.client.agreements.save({
      ...agreement,
      fields: { ...agreement, number: '13' },
    })
    expect(record).toMatchObject({ number: '13', revision: 2 })
    const { record: other } = await test.client.agreements.create({
      fields: anAgreement(agreement.partnerIds),
    })
    const { removed } = await test.client.agreements.remove({ records: [other] })
    expect(removed).toEqual([{ id: other.id, revision: 2 }])
    expect(await refusalOf(test.client.agreements.get({ id: other.id }))).toMatchObject({ code: 'not-found' })
    expect((await test.client.agreements.restore({ ids: [other.id] })).restored).toEqual([
      { id: other.id, revision: 3 },
    ])
  })

  it('are refused with errors and name every problem', async () => {
    const fields = anAgreement(['01a2027b-d680-7586-b657-edac99be9432'], { signedOn: null })
    const refusal = await refusalOf(test.client.agreements.create({ fields }))
    expect(refusal).toMatchObject({ code: 'invalid-record', params: { count: 2 } })
    expect(refusal.problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ rule: 'signed-without-date', field: 'signedOn', severity: 'error' }),
        expect.objectContaining({ rule: 'reference-missing', field: 'partnerIds.0', severity: 'error' }),
      ]),
    )
    expect(await test.client.agreements.validate({ id: null, fields })).toEqual(refusal.problems)
  })

  it('are saved with warnings, which are returned', async () => {
    const { problems } = await test.client.partners.create({
      fields: aPartner({ names: { kk: 'Алтай', ru: '', en: '' } }),
    })
    expect(problems.map(({ severity }) => severity)).not.toContain('error')
    expect(problems).toContainEqual(expect.objectContaining({ rule: 'name-missing', field: 'names.ru' }))
  })

  it('warn of a second partner with the same name in the same country, written otherwise', async () => {
    await test.client.partners.create({
      fields: aPartner({ names: { kk: 'Шығыс университеті', ru: '', en: '' } }),
    })
    const twin = aPartner({ names: { kk: 'ШЫҒЫС  УНИВЕРСИТЕТI', ru: '', en: '' } })
    const problems = await test.client.partners.validate({ id: null, fields: twin })
    expect(problems).toContainEqual(expect.objectContaining({ rule: 'partner-twice', severity: 'warning' }))
    const abroad = await test.client.partners.validate({ id: null, fields: { ...twin, country: 'FR' } })
    expect(abroad.map(({ rule }) => rule)).not.toContain('partner-twice')
  })

  it('refuse a chain of agreements that comes back to its beginning', async () => {
    const { agreement } = await family()
    const next = await test.client.agreements.create({
      fields: anAgreement(agreement.partnerIds, { predecessorId: agreement.id }),
    })
    const refusal = await refusalOf(
      test.client.agreements.save({ ...agreement, fields: { ...agreement, predecessorId: next.record.id } }),
    )
    expect(refusal.problems).toContainEqual(
      expect.objectContaining({ rule: 'agreement-circle', field: 'predecessorId' }),
    )
  })

  it('refuse a second cohort of a programme in a year, but not a save of the first', async () => {
    const { cohort, programme } = await family()
    const refusal = await refusalOf(test.client.mobility.create({ fields: aCohort(programme.id) }))
    expect(refusal.problems).toContainEqual(
      expect.objectContaining({ rule: 'cohort-twice', field: 'academicYear' }),
    )
    const { record } = await test.client.mobility.save({ ...cohort, fields: { ...cohort, graduated: 7 } })
    expect(record.graduated).toBe(7)
  })

  it('refuse a save from an outdated revision', async () => {
    const { programme } = await family()
    await test.client.programmes.save({ ...programme, fields: { ...programme, notes: 'a' } })
    const refusal = await refusalOf(
      test.client.programmes.save({ ...programme, fields: { ...programme, notes: 'b' } }),
    )
    expect(refusal.code).toBe('conflict')
  })

  it('refuse input that is not of the contract before any work is done', async () => {
    const { partner } = await family()
    const refusal = await refusalOf(
      test.client.partners.save({ id: partner.id, revision: 0, fields: aPartner() }),
    )
    expect(refusal).toEqual({ code: 'invalid-input', params: { field: 'revision' }, problems: [] })
  })

  it('propose a renewal with the same parties and without dates', async () => {
    const { agreement } = await family()
    const draft = await test.client.agreements.draftRenewal({ id: agreement.id })
    expect(draft).toMatchObject({
      partnerIds: agreement.partnerIds,
      title: agreement.title,
      stage: 'draft',
      number: '',
      signedOn: null,
      startsOn: null,
      term: null,
      predecessorId: agreement.id,
    })
    const { record } = await test.client.agreements.create({ fields: draft })
    expect(record.predecessorId).toBe(agreement.id)
  })

  it('have a history, newest first, with the names of the changed fields', async () => {
    const { agreement } = await family()
    await test.client.agreements.save({
      ...agreement,
      fields: { ...agreement, number: '13', owner: 'Ерлан' },
    })
    const history = await test.client.workspace.history({ entity: 'agreement', id: agreement.id })
    expect(history.map(({ action, actor, fields }) => ({ action, actor, fields }))).toEqual([
      { action: 'change', actor: 'tester', fields: ['number', 'owner'] },
      { action: 'create', actor: 'tester', fields: [] },
    ])
  })

  it('are found by every word, partners first and the best title first', async () => {
    const { partner, agreement, programme } = await family()
    await test.client.partners.create({
      fields: aPartner({ names: { kk: 'Батыс', ru: '', en: '' }, notes: 'шығыс жақта' }),
    })
    const { hits, total } = await test.client.search.find({ text: 'ШЫҒЫС унив', limit: 10, language: 'kk' })
    expect(hits[0]).toEqual({
      record: { entity: 'partner', id: partner.id },
      title: 'Шығыс университеті',
      subtitle: 'Германия · Berlin',
    })
    expect(hits.map(({ record: { id } }) => id)).toEqual(expect.arrayContaining([agreement.id, programme.id]))
    expect(total).toBe(4)
    expect(await test.client.search.find({ text: '  ', limit: 10, language: 'kk' })).toEqual({
      hits: [],
      total: 0,
    })
  })
})

describe('the institution', () => {
  it('is there from the beginning and is saved with its problems checked', async () => {
    const test = await openTestService()
    const { institution } = await test.client.institution.get()
    const fields = { ...institution, names: { kk: 'Астана университеті', ru: '', en: '' }, bin: '123' }
    expect(await refusalOf(test.client.institution.save({ revision: 1, fields }))).toMatchObject({
      code: 'invalid-record',
    })
    const saved = await test.client.institution.save({ revision: 1, fields: { ...fields, bin: '' } })
    expect(saved).toMatchObject({ revision: 2, names: { kk: 'Астана университеті' } })
    expect(
      await refusalOf(test.client.institution.save({ revision: 1, fields: { ...fields, bin: '' } })),
    ).toMatchObject({ code: 'conflict' })
    await test.close()
  })
})
