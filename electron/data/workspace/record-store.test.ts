import { expect, it } from 'vitest'
import { onBothDialects, type TestDatabase } from '../../../tests/support/databases.ts'
import { aCohort, anAgreement, aPartner, aProgramme } from '../../../tests/support/builders.ts'
import { agreementStore } from '../agreements/agreement.repository.ts'
import { institutionStore } from '../institution/institution.repository.ts'
import { cohortStore } from '../mobility/cohort.repository.ts'
import { partnerStore } from '../partners/partner.repository.ts'
import { programmeStore } from '../programmes/programme.repository.ts'
import { verifyAuditTrail } from './audit-trail.ts'
import { withoutMeta } from '../../../shared/kernel/record.ts'

const anInstitution = {
  names: { kk: 'Астана университеті', ru: '', en: '' },
  city: { kk: 'Астана', ru: '', en: '' },
  bin: '990140000000',
  epvoId: 12,
  rector: 'Б. Ахметов',
  website: '',
}

/** One partner, an agreement with it, a programme under it and its cohort. */
async function insertFamily({ database }: TestDatabase) {
  return database.write(async (tx) => {
    const partner = await partnerStore.insert(tx, aPartner())
    const agreement = await agreementStore.insert(tx, anAgreement([partner.id]))
    const programme = await programmeStore.insert(tx, aProgramme(partner.id, agreement.id))
    const cohort = await cohortStore.insert(tx, aCohort(programme.id))
    return { partner, agreement, programme, cohort }
  })
}

onBothDialects('record stores', (current) => {
  it('gives back every field of every kind of record as it was saved', async () => {
    const { database } = current()
    const partnerFields = aPartner({
      identifiers: [
        { scheme: 'ror', value: 'https://ror.org/03v4gjf40' },
        { scheme: 'pic', value: '999986096' },
      ],
      contacts: [
        { name: 'Ö. Müller', position: 'Leiter', email: 'm@example.org', phone: '+49', isSignatory: true },
      ],
      rankings: [{ system: 'qs', year: 2026, place: 147, source: 'topuniversities.com' }],
      ectsPerCredit: 1.5,
    })
    const stored = await database.write(async (tx) => {
      const institution = await institutionStore.insert(tx, anInstitution)
      const partner = await partnerStore.insert(tx, partnerFields, { isSample: true })
      const agreementFields = anAgreement([partner.id], {
        term: { kind: 'auto_renewed', everyYears: 5, noticeMonths: 6 },
        signatories: [
          { partnerId: null, name: 'Б. Ахметов', position: 'ректор' },
          { partnerId: partner.id, name: 'A. Schmidt', position: 'president' },
        ],
        events: [{ on: '2025-05-01', kind: 'visit', note: 'делегация' }],
      })
      const agreement = await agreementStore.insert(tx, agreementFields)
      const programmeFields = aProgramme(partner.id, agreement.id, { languages: ['en', 'kk'], epvoId: null })
      const programme = await programmeStore.insert(tx, programmeFields)
      const cohortFields = aCohort(programme.id)
      const cohort = await cohortStore.insert(tx, cohortFields)
      return {
        institution,
        partner,
        agreement,
        programme,
        cohort,
        agreementFields,
        programmeFields,
        cohortFields,
      }
    })

    expect(withoutMeta(stored.institution)).toEqual(anInstitution)
    expect(withoutMeta(stored.partner)).toEqual(partnerFields)
    expect(withoutMeta(stored.agreement)).toEqual(stored.agreementFields)
    expect(withoutMeta(stored.programme)).toEqual(stored.programmeFields)
    expect(withoutMeta(stored.cohort)).toEqual(stored.cohortFields)
    expect([stored.partner.isSample, stored.agreement.isSample]).toEqual([true, false])
    expect(await partnerStore.listAll(database.reader)).toEqual([stored.partner])
    expect(await agreementStore.get(database.reader, stored.agreement.id)).toEqual(stored.agreement)
  })

  it.each([
    ['no term', null],
    ['a fixed term', { kind: 'fixed', endsOn: '2031-01-31' }],
    ['a perpetual term', { kind: 'perpetual' }],
    ['a term that renews itself without notice', { kind: 'auto_renewed', everyYears: 1, noticeMonths: 0 }],
  ] as const)('keeps an agreement with %s', async (_title, term) => {
    const { database } = current()
    const agreement = await database.write(async (tx) => {
      const partner = await partnerStore.insert(tx, aPartner())
      return agreementStore.insert(tx, anAgreement([partner.id], { term }))
    })
    expect((await agreementStore.get(database.reader, agreement.id)).term).toEqual(term)
  })

  it('changes fields and lists, raises the revision and keeps the time of creation', async () => {
    const test = current()
    const { agreement } = await insertFamily(test)
    test.clock.forward(60_000)
    const fields = {
      ...withoutMeta(agreement),
      number: '77',
      events: [{ on: '2026-01-10', kind: 'meeting', note: '' } as const],
    }
    const saved = await test.database.write((tx) => agreementStore.update(tx, agreement, fields))
    expect(saved).toEqual({ ...agreement, ...fields, revision: 2, updatedAt: '2026-11-22T09:01:00.000Z' })
    expect(await agreementStore.get(test.database.reader, agreement.id)).toEqual(saved)
  })

  it('writes nothing when a save changes nothing', async () => {
    const test = current()
    const { partner } = await insertFamily(test)
    const saved = await test.database.write((tx) => partnerStore.update(tx, partner, withoutMeta(partner)))
    expect(saved).toEqual(partner)
    expect((await verifyAuditTrail(test.database.reader)).rows).toBe(4)
  })

  it('refuses a save from an outdated revision and leaves the record as it is', async () => {
    const test = current()
    const { partner } = await insertFamily(test)
    await test.database.write((tx) => partnerStore.update(tx, partner, aPartner({ city: 'Leipzig' })))
    const stale = test.database.write((tx) => partnerStore.update(tx, partner, aPartner({ city: 'Bonn' })))
    await expect(stale).rejects.toMatchObject({ refusal: { code: 'conflict' } })
    expect((await partnerStore.get(test.database.reader, partner.id)).city).toBe('Leipzig')
  })

  it('refuses to remove a record that others need and says how many of which kind', async () => {
    const test = current()
    const { partner, agreement, programme } = await insertFamily(test)
    const removal = test.database.write((tx) => partnerStore.remove(tx, partner))
    await expect(removal).rejects.toMatchObject({
      refusal: {
        code: 'still-needed',
        params: { count: 2, kinds: 'agreement 1, programme 1' },
      },
    })
    await expect(test.database.write((tx) => agreementStore.remove(tx, agreement))).rejects.toMatchObject({
      refusal: { code: 'still-needed', params: { count: 1, kinds: 'programme 1' } },
    })
    await expect(test.database.write((tx) => programmeStore.remove(tx, programme))).rejects.toMatchObject({
      refusal: { code: 'still-needed', params: { count: 1, kinds: 'cohort 1' } },
    })
  })

  it('removes softly and restores with a new revision', async () => {
    const test = current()
    const { cohort } = await insertFamily(test)
    const removed = await test.database.write((tx) => cohortStore.remove(tx, cohort))
    expect(removed).toEqual({ id: cohort.id, revision: 2 })
    expect(await cohortStore.find(test.database.reader, cohort.id)).toBeUndefined()
    expect(await cohortStore.listAll(test.database.reader)).toEqual([])
    const restored = await test.database.write((tx) => cohortStore.restore(tx, cohort.id))
    expect(restored).toEqual({ id: cohort.id, revision: 3 })
    expect(await cohortStore.get(test.database.reader, cohort.id)).toEqual({ ...cohort, revision: 3 })
  })

  it('removes a framework agreement together with its annex, and restores both', async () => {
    const test = current()
    const { partner } = await insertFamily(test)
    const [parent, annex] = await test.database.write(async (tx) => {
      const framework = await agreementStore.insert(tx, anAgreement([partner.id]))
      const fields = anAgreement([partner.id], { kind: 'annex', parentId: framework.id })
      return [framework, await agreementStore.insert(tx, fields)] as const
    })
    await expect(test.database.write((tx) => agreementStore.remove(tx, parent))).rejects.toMatchObject({
      refusal: { code: 'still-needed', params: { kinds: 'agreement 1' } },
    })
    await test.database.write((tx) => agreementStore.removeMany(tx, [parent, annex]))
    expect(await agreementStore.find(test.database.reader, annex.id)).toBeUndefined()
    await expect(test.database.write((tx) => agreementStore.restore(tx, annex.id))).rejects.toMatchObject({
      refusal: { code: 'invalid-record' },
    })
    await test.database.write((tx) => agreementStore.restoreMany(tx, [annex.id, parent.id]))
    expect((await agreementStore.get(test.database.reader, annex.id)).parentId).toBe(parent.id)
  })

  it('refuses a record that points at a removed or unknown one and names the field', async () => {
    const test = current()
    const { cohort, programme } = await insertFamily(test)
    await test.database.write((tx) => cohortStore.remove(tx, cohort))
    await test.database.write((tx) => programmeStore.remove(tx, programme))
    const orphan = test.database.write((tx) => cohortStore.insert(tx, aCohort(programme.id)))
    await expect(orphan).rejects.toMatchObject({
      refusal: {
        code: 'invalid-record',
        problems: [{ rule: 'reference-missing', severity: 'error', field: 'programmeId' }],
      },
    })
  })

  it('lets a programme have one cohort in an academic year, also when one is restored', async () => {
    const test = current()
    const { cohort, programme } = await insertFamily(test)
    const second = test.database.write((tx) => cohortStore.insert(tx, aCohort(programme.id)))
    await expect(second).rejects.toMatchObject({ refusal: { problems: [{ rule: 'cohort-twice' }] } })
    await test.database.write((tx) => cohortStore.remove(tx, cohort))
    await test.database.write((tx) => cohortStore.insert(tx, aCohort(programme.id)))
    const restored = test.database.write((tx) => cohortStore.restore(tx, cohort.id))
    await expect(restored).rejects.toMatchObject({ refusal: { problems: [{ rule: 'cohort-twice' }] } })
  })

  it('lets a workspace have one institution', async () => {
    const { database } = current()
    await database.write((tx) => institutionStore.insert(tx, anInstitution))
    await expect(database.write((tx) => institutionStore.insert(tx, anInstitution))).rejects.toThrow(
      /unique/i,
    )
    expect(await institutionStore.listAll(database.reader)).toHaveLength(1)
  })

  it('leaves nothing behind when the work fails half-way', async () => {
    const { database } = current()
    const failing = database.write(async (tx) => {
      await partnerStore.insert(tx, aPartner())
      throw new Error('half-way')
    })
    await expect(failing).rejects.toThrow('half-way')
    expect(await partnerStore.listAll(database.reader)).toEqual([])
    expect(await verifyAuditTrail(database.reader)).toEqual({ rows: 0, brokenAt: null })
  })

  it('keeps what every change was, by whom, when and in which batch', async () => {
    const test = current()
    const batchId = '01a2027b-d680-7586-b657-edac99be9432'
    const partner = await test.database.write((tx) => partnerStore.insert(tx, aPartner()), { batchId })
    await test.database.write((tx) => partnerStore.update(tx, partner, aPartner({ city: 'Bonn' })))
    const rows = await test.database.reader.selectFrom('audit').selectAll().orderBy('sequence').execute()
    expect(rows.map(({ action, actor, at, batch_id }) => ({ action, actor, at, batch_id }))).toEqual([
      { action: 'create', actor: 'tester', at: '2026-11-22T09:00:00.000Z', batch_id: batchId },
      { action: 'change', actor: 'tester', at: '2026-11-22T09:00:00.000Z', batch_id: null },
    ])
    expect(JSON.parse(rows[1]?.before_json ?? '')).toEqual(aPartner())
    expect(JSON.parse(rows[1]?.after_json ?? '')).toEqual(aPartner({ city: 'Bonn' }))
  })

  it('lets nobody change or delete a row of the audit trail', async () => {
    const test = current()
    await insertFamily(test)
    const change = test.database.write((tx) => tx.trx.updateTable('audit').set({ actor: 'x' }).execute())
    await expect(change).rejects.toThrow(/append-only/)
    const deletion = test.database.write((tx) => tx.trx.deleteFrom('audit').execute())
    await expect(deletion).rejects.toThrow(/append-only/)
    expect(await verifyAuditTrail(test.database.reader)).toEqual({ rows: 4, brokenAt: null })
  })

  it('reads hundreds of records with a few statements and loses none', async () => {
    const { database } = current()
    const ids = await database.write(async (tx) => {
      const made: string[] = []
      for (let number = 0; number < 520; number += 1) {
        made.push((await partnerStore.insert(tx, aPartner({ city: `${number}` }))).id)
      }
      return made
    })
    const found = await partnerStore.listByIds(database.reader, ids)
    expect(found.map(({ city }) => city)).toEqual(ids.map((_id, number) => `${number}`))
  })
})
