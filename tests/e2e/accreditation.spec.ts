import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../../shared/kernel/calendar.ts'
import type { Day } from '../../shared/kernel/day.ts'
import { formatDay } from '../../shared/kernel/format.ts'
import type { Language } from '../../shared/kernel/record.ts'
import { aCohort, anAgreement, aPartner, aProgramme } from '../support/builders.ts'
import { type Desk, goTo, isTold, leave, section, sitDown, workspaceIsOpen } from '../support/pages/desk.ts'
import * as list from '../support/pages/list-page.ts'
import { readPdfText } from '../support/pdf-text.ts'
import * as record from '../support/pages/record-page.ts'
import { seedWorkspace } from '../support/seeded-workspace.ts'

let folder: string
let desk: Desk | null = null
const path = (name: string): string => join(folder, name)

const thisYear = new Date().getFullYear()
/** Ends before the learners of this year and before the agreement of the programme. */
const certificateEnd: Day = dayOf(thisYear + 1, 6, 15)
const platformEnd: Day = dayOf(thisYear + 1, 1, 31)

async function start(language: Language): Promise<Desk> {
  await seedWorkspace(path('Аккредиттеу.qosdiplom'), async (client) => {
    const { institution } = await client.institution.get()
    const names = {
      kk: 'Сарыбел университеті',
      ru: 'Сарыбельский университет',
      en: 'Sarybel University',
    }
    await client.institution.save({
      revision: institution.revision,
      fields: { names, city: names, bin: '991240999991', epvoId: 31, rector: 'А. Сәрсенова', website: '' },
    })
    const partner = await client.partners.create({ fields: aPartner() })
    const agreement = await client.agreements.create({
      fields: anAgreement([partner.record.id], {
        term: { kind: 'fixed', endsOn: dayOf(thisYear + 6, 2, 28) },
      }),
    })
    const fields = aProgramme(partner.record.id, agreement.record.id)
    const programme = await client.programmes.create({ fields })
    await client.mobility.create({ fields: aCohort(programme.record.id, { academicYear: thisYear - 1 }) })
  })
  desk = await sitDown({ language, workspace: path('Аккредиттеу.qosdiplom') })
  await workspaceIsOpen(desk)
  return desk
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qosdiplom-accreditation-'))
})
afterEach(async ({ task }) => {
  if (desk !== null) await leave(desk, task)
  desk = null
  rmSync(folder, { recursive: true, force: true })
})

/** Opens a field that is searched, and takes the choice of that name. */
async function choose(person: Desk, field: string, offered: RegExp): Promise<void> {
  await record.choice(person, field).click()
  await person.page.getByRole('option', { name: offered }).first().click()
}

/** Enters IAAR's certificate of the programme by its form, with a condition, and saves it with the keys. */
async function enterCertificate(person: Desk): Promise<void> {
  const { page, t, language } = person
  await goTo(person, 'accreditation')
  await record.startNew(person, t('accreditation:new'))
  await record.choice(person, t('accreditation:field.object')).click()
  await page.getByRole('option', { name: t('accreditation:object.programme') }).click()
  await choose(person, t('common:entity.programme'), /6B06101/u)
  await choose(person, t('accreditation:field.agencyId'), /IAAR/u)
  const day = (value: Day) => formatDay(value, language)
  await record.field(person, t('accreditation:field.validFrom')).fill(day(dayOf(thisYear - 4, 6, 16)))
  await record.field(person, t('accreditation:field.validTo')).fill(day(certificateEnd))
  await record.field(person, t('accreditation:field.certificateNumber')).fill('AB 1234')
  await record
    .openRecord(person)
    .getByRole('button', { name: t('accreditation:condition.add') })
    .click()
  await record.field(person, t('accreditation:condition.text')).fill('Зертхананы жабдықтау')
  await record
    .field(person, t('accreditation:condition.dueOn'))
    .fill(day(addDays(dayOf(thisYear, 1, 1), -30)))
  await record.save(person)
}

/** What EPVO has of the programme: another last day, and a record without agency and days. */
function writePlatformRows(): string {
  const named = { codeEducProgramsId: '6B06101', nameOfEducPrograms: 'Информационные системы' }
  const rows = [
    {
      id: 501,
      universityId: 31,
      accredAgencyId: 6,
      startDate: dayOf(thisYear - 4, 6, 16),
      finishDate: platformEnd,
      ...named,
    },
    { id: 502, universityId: 31, accredAgencyId: 0, startDate: null, finishDate: null, ...named },
    { id: 503, universityId: 32, accredAgencyId: 6, startDate: null, finishDate: null, ...named },
  ]
  writeFileSync(path('epvo.json'), JSON.stringify(rows))
  return path('epvo.json')
}

async function importPlatformRows(person: Desk): Promise<void> {
  const { page, t, stubOpen } = person
  await page
    .getByRole('main')
    .getByRole('link', { name: t('accreditation:import.open'), exact: true })
    .first()
    .click()
  await stubOpen([writePlatformRows()])
  await page.getByRole('button', { name: t('accreditation:import.choose') }).click()
  await page.getByText(t('accreditation:import.kind.epvo')).waitFor()
  const rows = page.getByRole('table', { name: t('accreditation:import.title') }).getByRole('row')
  expect(await rows.filter({ hasText: t('accreditation:import.note.agency-none') }).count()).toBe(1)
  expect(await rows.filter({ hasText: t('accreditation:import.note.other-university') }).count()).toBe(1)
  await page.getByRole('button', { name: t('accreditation:import.apply', { count: 2 }) }).click()
  await isTold(person, t('accreditation:import.done', { created: 2, changed: 0 }))
  await list.hasRecords(person, 3)
}

describe('accreditation in the window', () => {
  it.each(['kk', 'ru'] as const)(
    'Q14, Q15, Q16: a certificate, the rows of EPVO, the warning with both days and the letter to the agency, in %s',
    async (language) => {
      const person = await start(language)
      const { page, t, stubSave } = person
      await enterCertificate(person)
      await record.close(person)
      await importPlatformRows(person)
      await list.filterBy(person, t('accreditation:field.source'), t('accreditation:source.epvo'))
      await list.showsRecords(person, 2, 3)
      expect(await list.grid(person).getByText(t('accreditation:incomplete')).count()).toBe(1)

      await page.getByRole('link', { name: t('accreditation:plan.open'), exact: true }).click()
      const warnings = section(person, t('accreditation:plan.warningsTitle'))
      const sentence = t('accreditation:warning.ends-before-cohort', {
        endsOn: formatDay(certificateEnd, language),
        otherOn: formatDay(dayOf(thisYear + 3, 6, 30), language),
      })
      await warnings.getByText(sentence).waitFor()
      expect(await warnings.getByText('12-45').count()).toBe(1)

      const conflicts = section(person, t('accreditation:plan.conflictsTitle'))
      await conflicts.getByText(formatDay(platformEnd, language)).waitFor()
      await conflicts.getByRole('button', { name: t('accreditation:letter.open') }).click()
      const dialog = page.getByRole('dialog', { name: t('accreditation:letter.title') })
      const object = { kk: 'Ақпараттық жүйелер', ru: 'Информационные системы' }
      await dialog.getByText(object[language]).waitFor()
      await dialog.getByText('English', { exact: true }).click()
      await dialog.getByText('Information systems').waitFor()
      await stubSave(path('letter.pdf'))
      await dialog.getByRole('button', { name: t('accreditation:letter.savePdf') }).click()
      await isTold(person, t('accreditation:letter.saved'))
      const { pages } = readPdfText(readFileSync(path('letter.pdf')))
      expect(pages.join(' ').replaceAll(/\s+/gu, ' ')).toContain('Sarybel University')
      expect(person.complaints).toEqual([])
    },
  )

  it('an import is taken back with Ctrl-Z, the programme shows its accreditations, the DEQAR row is written', async () => {
    const person = await start('ru')
    const { page, t, stubSave } = person
    await enterCertificate(person)
    await record.close(person)
    await importPlatformRows(person)
    await page.keyboard.press('ControlOrMeta+Z')
    await list.hasRecords(person, 1)

    await list.openRow(person, '6B06101 Информационные системы')
    await stubSave(path('deqar.csv'))
    await record
      .openRecord(person)
      .getByRole('button', { name: t('accreditation:deqar.save') })
      .click()
    await isTold(person, t('accreditation:deqar.saved', { count: 1 }))
    expect(existsSync(path('deqar.csv'))).toBe(true)

    await goTo(person, 'programmes')
    await list.openRow(person, 'Информационные системы')
    await page.getByRole('tab', { name: t('programmes:tabs.accreditation') }).click()
    await record.openRecord(person).getByRole('gridcell', { name: 'IAAR' }).first().waitFor()
    expect(person.complaints).toEqual([])
  })

  it('Q17: agencies are there with their numbers; an own one is added', async () => {
    const person = await start('kk')
    const { page, t } = person
    await goTo(person, 'accreditation')
    await page.getByRole('link', { name: t('accreditation:agency.title'), exact: true }).click()
    await list.hasRecords(person, 17)
    await list.search(person, 'ASIIN')
    await list.showsRecords(person, 1, 17)
    expect(await list.columnTexts(person, t('accreditation:agency.field.epvoIds'))).toEqual(['1, 2'])
    await record.startNew(person, t('accreditation:agency.new'))
    await record.field(person, t('accreditation:agency.field.acronym')).fill('НККР')
    await record.save(person)
    await list.search(person, '')
    await list.hasRecords(person, 18)
  })
})
