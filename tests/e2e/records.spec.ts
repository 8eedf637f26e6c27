import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Language } from '../../shared/kernel/record.ts'
import { allPartners, type Partner, type PartnerFields } from '../../shared/partners/partner.ts'
import { aCohort, anAgreement, aPartner, aProgramme } from '../support/builders.ts'
import { type Desk, goTo, isTold, leave, makeWorkspace, rail, sitDown } from '../support/pages/desk.ts'
import { chooseIn, searchIn, tabTo, typeInto } from '../support/pages/keyboard.ts'
import * as list from '../support/pages/list-page.ts'
import * as record from '../support/pages/record-page.ts'
import { asColleague, type Client, seedWorkspace } from '../support/seeded-workspace.ts'

let folder: string
let desk: Desk | null = null
const path = (name: string): string => join(folder, name)

async function start(language: Language, workspace?: string): Promise<Desk> {
  const userData = path('settings')
  desk = await sitDown(workspace === undefined ? { language, userData } : { language, userData, workspace })
  return desk
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qosdiplom-records-'))
})
afterEach(async ({ task }) => {
  if (desk !== null) await leave(desk, task)
  desk = null
  rmSync(folder, { recursive: true, force: true })
})

describe('the register by keyboard alone', () => {
  it('takes a partner, agreements of every term, a programme and its learners; deletes and brings back', async () => {
    const person = await start('kk')
    await makeWorkspace(person, path('Пернетақта.qosdiplom'))
    await partnerByKeys(person)
    await agreementsByKeys(person)
    await programmeByKeys(person)
    await cohortByKeys(person)
    expect(person.complaints).toEqual([])
  })
})

describe('a record that somebody else changed meanwhile', () => {
  it('is not overwritten: the person sees it and decides', async () => {
    await seedWorkspace(path('Ортақ.qosdiplom'), async (client) => {
      await client.partners.create({ fields: partnerOf('Алматы қаласының университеті') })
    })
    const person = await start('ru', path('Ортақ.qosdiplom'))
    const { t, page } = person
    await goTo(person, 'partners')
    await list.openRow(person, 'Алматы қаласының университеті')
    await record.field(person, t('partners:field.city')).fill('Талгар')
    await asColleague(path('Ортақ.qosdiplom'), async (client) => {
      const { id } = await firstPartner(client)
      const fields = { ...partnerOf('Алматы қаласының университеті'), website: 'https://colleague.example' }
      await client.partners.save({ id, revision: 1, fields })
    })
    await page.keyboard.press('ControlOrMeta+S')
    await record.openRecord(person).getByText(t('common:form.conflict.choice')).waitFor()
    await record
      .openRecord(person)
      .getByRole('button', { name: t('common:form.conflict.mine') })
      .click()
    await record.save(person)
    await asColleague(path('Ортақ.qosdiplom'), async (client) => {
      expect(await firstPartner(client)).toMatchObject({
        revision: 3,
        city: 'Талгар',
        website: 'https://colleague.example',
      })
    })
  })
})

describe('what was typed and not saved', () => {
  it('is there again after the program was closed', async () => {
    await seedWorkspace(path('Ортақ.qosdiplom'), async (client) => {
      await client.partners.create({ fields: partnerOf('Алматы қаласының университеті') })
    })
    const first = await start('kk', path('Ортақ.qosdiplom'))
    await goTo(first, 'partners')
    await list.openRow(first, 'Алматы қаласының университеті')
    await record.field(first, first.t('partners:field.city')).fill('Талғар')
    await first.page.getByText(first.t('common:form.unsaved')).waitFor()
    await rail(first)
      .getByRole('link', { name: first.t('common:place.agreements') })
      .click()
    const question = first.page.getByRole('dialog', { name: first.t('common:form.leave.title') })
    await question.getByRole('button', { name: first.t('common:form.leave.keep') }).click()
    await first.page.getByRole('heading', { level: 1, name: first.t('common:place.agreements') }).waitFor()
    await first.close()

    const second = await start('kk', path('Ортақ.qosdiplom'))
    await goTo(second, 'partners')
    await list.openRow(second, 'Алматы қаласының университеті')
    const discard = second.t('common:form.discard')
    await record.openRecord(second).getByRole('alert').getByRole('button', { name: discard }).waitFor()
    expect(await record.field(second, second.t('partners:field.city')).inputValue()).toBe('Талғар')
    await record.openRecord(second).getByRole('alert').getByRole('button', { name: discard }).click()
    expect(await record.field(second, second.t('partners:field.city')).inputValue()).toBe('')
  })
})

describe('lists in Kazakh', () => {
  it('stand in the order of the Kazakh alphabet, with Kazakh days and numbers, and are searched and filtered', async () => {
    await seedWorkspace(path('Тізілім.qosdiplom'), async (client) => {
      for (const name of shuffled) await client.partners.create({ fields: partnerOf(name) })
      await seedProgramme(client)
    })
    const person = await start('kk', path('Тізілім.qosdiplom'))
    await goTo(person, 'partners')
    await list.hasRecords(person, inOrder.length)
    const { t, page } = person
    const name = t('partners:column.name')
    await list.columnShows(person, name, inOrder)
    await page.getByRole('columnheader', { name }).click()
    await list.columnShows(person, name, inOrder.toReversed())

    // With the Latin letter that looks like the Kazakh one, as it is typed without a Kazakh keyboard.
    await list.search(person, 'əлем')
    await list.columnShows(person, name, ['Әлем университеті'])
    await list.showsRecords(person, 1, inOrder.length)
    await list.search(person, '')
    await list.filterBy(person, t('partners:filter.countries'), 'Франция')
    const french = inOrder.toReversed().filter((partner) => partner.endsWith('институты'))
    await list.columnShows(person, name, french)
    await page.getByRole('button', { name: t('common:filter.clearAll') }).click()
    await list.hasRecords(person, inOrder.length)

    await goTo(person, 'agreements')
    await list.columnShows(person, t('agreements:column.endsOn'), ['31.12.2037'])
    await list.openRow(person, '№ 7')
    const lastDay = record.field(person, t('agreements:field.termEndsOn'))
    expect(await lastDay.inputValue()).toBe('31.12.2037')
    await record.openRecord(person).getByText('2037\u00A0ж. 31\u00A0желтоқсан').first().waitFor()
    await goTo(person, 'mobility')
    await list.columnShows(person, t('mobility:field.contingent'), ['12\u202F345'])
    expect(person.complaints).toEqual([])
  })
})

/** Names that begin with every Kazakh letter, in the order of the Kazakh alphabet. */
const inOrder = [
  'Алматы университеті',
  'Әлем университеті',
  'Бұлақ институты',
  'Ғылым академиясы',
  'Дала институты',
  'Ертіс университеті',
  'Зерде институты',
  'Кентау колледжі',
  'Қазына университеті',
  'Нұр академиясы',
  'Ңырақ институты',
  'Орда институты',
  'Өнер академиясы',
  'Сырдария университеті',
  'Туран университеті',
  'Ұстаз институты',
  'Үміт университеті',
  'Хан Тәңірі институты',
  'Һарун мектебі',
  'Шығыс университеті',
  'Ынтымақ институты',
  'Ілім академиясы',
  'Эверест институты',
  'Ясы университеті',
]
const shuffled = inOrder.map((_name, index) => inOrder[(index * 7) % inOrder.length] ?? '')

/** The partner that stands first in the workspace. */
async function firstPartner(client: Client): Promise<Partner> {
  const filter = allPartners
  const window = { text: '', filter, sort: [], offset: 0, limit: 1 }
  const [row] = (await client.partners.list({ ...window, on: '2026-11-22', language: 'kk' })).rows
  return (await client.partners.get({ id: row?.id ?? '' })).record
}

const partnerOf = (name: string): PartnerFields =>
  aPartner({
    names: { kk: name, ru: '', en: '' },
    country: name.endsWith('институты') ? 'FR' : 'KR',
    city: '',
    website: '',
  })

/** An agreement with the first partner, a programme under it, and its learners. */
async function seedProgramme(client: Client): Promise<void> {
  const { id: partnerId } = await firstPartner(client)
  const term = { kind: 'fixed', endsOn: '2037-12-31' } as const
  const agreement = await client.agreements.create({
    fields: anAgreement([partnerId], { number: '7', term }),
  })
  const programme = await client.programmes.create({ fields: aProgramme(partnerId, agreement.record.id) })
  const counts = { contingent: 12_345, funding: {} }
  await client.mobility.create({ fields: aCohort(programme.record.id, counts) })
}

/** Goes to a place by its number in the list of places. */
async function goByKeys(
  { page, t }: Desk,
  number: number,
  place: 'partners' | 'agreements' | 'programmes' | 'mobility',
) {
  await page.keyboard.press(`ControlOrMeta+${number}`)
  await page.getByRole('heading', { level: 1, name: t(`common:place.${place}`) }).waitFor()
}

/** Deletes the first row of the list and brings it back. */
async function deleteAndUndo(person: Desk, left: number): Promise<void> {
  const { page, t } = person
  await page.keyboard.press('Home')
  await page.keyboard.press('Delete')
  await list.hasRecords(person, left)
  await page.keyboard.press('ControlOrMeta+Z')
  await isTold(person, t('common:undone'))
  await list.hasRecords(person, left + 1)
}

async function partnerByKeys(person: Desk): Promise<void> {
  const { page, t } = person
  await goByKeys(person, 2, 'partners')
  await record.startNew(person, t('partners:new'))
  const names = t('partners:field.names')
  await typeInto(person, record.field(person, `${names}: ${t('common:language.kk')}`), 'Өнер академиясы')
  await typeInto(person, record.field(person, `${names}: ${t('common:language.ru')}`), 'Академия искусств')
  await typeInto(person, record.field(person, `${names}: ${t('common:language.en')}`), 'Academy of Arts')
  await searchIn(person, record.choice(person, t('partners:field.country')), 'түрк', /Түркия/)
  await record.save(person)
  await typeInto(person, record.field(person, t('partners:field.city')), 'Анкара')
  await record.save(person)
  await record.close(person)
  await list.hasRecords(person, 1)
  await list.columnShows(person, t('partners:field.city'), ['Анкара'])
  await deleteAndUndo(person, 0)
  await page.keyboard.press('Enter')
  await record.openRecord(person).getByRole('heading', { level: 2, name: 'Өнер академиясы' }).waitFor()
  await record.close(person)
}

async function agreementsByKeys(person: Desk): Promise<void> {
  const { page, t } = person
  await goByKeys(person, 3, 'agreements')
  for (const [index, kind] of (['fixed', 'perpetual', 'auto_renewed'] as const).entries()) {
    await record.startNew(person, t('agreements:new'))
    await typeInto(person, record.field(person, t('agreements:field.number')), `Қ-${index + 1}`)
    await searchIn(person, record.choice(person, t('agreements:field.partnerIds')), 'өнер', /Өнер академиясы/)
    await chooseIn(person, record.choice(person, t('agreements:field.stage')), t('agreements:stage.signed'))
    await typeInto(person, record.field(person, t('agreements:field.signedOn')), '01.09.2021')
    await tabTo(person, record.openRecord(person).getByRole('radio', { checked: true }))
    for (let step = 0; step <= index; step += 1) await page.keyboard.press('ArrowDown')
    await record
      .openRecord(person)
      .getByRole('radio', { name: t(`agreements:term.${kind}`), checked: true })
      .waitFor()
    if (kind === 'fixed')
      await typeInto(person, record.field(person, t('agreements:field.termEndsOn')), '+6y')
    await record.save(person)
    await record.close(person)
  }
  await list.hasRecords(person, 3)
  await list.columnShows(person, t('agreements:field.number'), ['№ Қ-1', '№ Қ-2', '№ Қ-3'])
  // The third is in whichever of its five-year periods today is.
  const renewed: unknown = expect.stringMatching(/^31\.08\.20\d[16]$/)
  await list.columnShows(person, t('agreements:column.endsOn'), ['31.08.2027', '', renewed])
  await deleteAndUndo(person, 2)
}

/** The format typed as people write it makes the plan; the strip shows who hosts each semester. */
async function programmeByKeys(person: Desk): Promise<void> {
  const { page, t } = person
  await goByKeys(person, 4, 'programmes')
  await record.startNew(person, t('programmes:new'))
  const names = t('programmes:field.names')
  await typeInto(person, record.field(person, `${names}: ${t('common:language.kk')}`), 'Дизайн')
  await typeInto(person, record.field(person, t('programmes:field.code')), '6B02105')
  await searchIn(person, record.choice(person, t('programmes:partners.add')), 'өнер', /Өнер академиясы/)
  await typeInto(person, record.field(person, t('programmes:plan.formatLabel')), '2+2')
  await stripShows(person, '2+2', 4)
  await record.save(person)
  await record.close(person)
  await list.hasRecords(person, 1)
  await list.columnShows(person, t('programmes:field.format'), ['2+2'])
  await deleteAndUndo(person, 0)
  await page.keyboard.press('Enter')
  await typeInto(person, record.field(person, t('programmes:plan.formatLabel')), '1 жыл + 3 жыл')
  await stripShows(person, '1+3', 2)
  await record.save(person)
  await record.close(person)
  await list.columnShows(person, t('programmes:field.format'), ['1+3'])
}

/** The strip has eight semesters under that format, so many of them at the partner. */
async function stripShows(person: Desk, format: string, atPartner: number): Promise<void> {
  const name = person.t('programmes:plan.stripLabel', { format })
  const strip = record.openRecord(person).getByRole('list', { name })
  await strip.waitFor()
  expect(await strip.getByRole('button', { name: /^\d-семестр: / }).count()).toBe(8)
  expect(await strip.getByRole('button', { name: /^\d-семестр: Өнер академиясы/ }).count()).toBe(atPartner)
}

async function cohortByKeys(person: Desk): Promise<void> {
  const { page, t } = person
  await goByKeys(person, 5, 'mobility')
  await record.startNew(person, t('mobility:new'))
  await searchIn(person, record.choice(person, t('mobility:field.programme')), 'диз', /Дизайн/)
  await typeInto(person, record.field(person, t('mobility:field.academicYear')), '2025/26')
  await typeInto(person, record.field(person, t('mobility:field.contingent')), '1189')
  await record.save(person)
  await record.close(person)
  await list.columnShows(person, t('mobility:field.contingent'), ['1\u202F189'])
  await deleteAndUndo(person, 0)
  await page.keyboard.press('Enter')
  await typeInto(person, record.field(person, t('mobility:field.outgoing')), '24')
  await record.save(person)
  await record.close(person)
  await list.columnShows(person, t('mobility:field.outgoing'), ['24'])
}
