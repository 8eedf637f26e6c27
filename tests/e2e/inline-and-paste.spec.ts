import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Language } from '../../shared/kernel/record.ts'
import { aCohort, aPartner, aProgramme } from '../support/builders.ts'
import { type Desk, goTo, isTold, leave, sitDown } from '../support/pages/desk.ts'
import {
  checkRegister,
  chooseRegister,
  importRows,
  mappingProposed,
  outcomesCounted,
  refusedCells,
  undoOffer,
} from '../support/pages/import-page.ts'
import * as list from '../support/pages/list-page.ts'
import { asColleague, type Client, seedWorkspace } from '../support/seeded-workspace.ts'

let folder: string
let desk: Desk | null = null
const path = (name: string): string => join(folder, name)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qosdiplom-inline-'))
})
afterEach(async ({ task }) => {
  if (desk !== null) await leave(desk, task)
  desk = null
  rmSync(folder, { recursive: true, force: true })
})

const workspace = 'Кесте.qosdiplom'

/** Opens a workspace with two partners in the list of partners. */
async function atPartners(language: Language): Promise<Desk> {
  await seedWorkspace(path(workspace), async (client) => {
    await client.partners.create({ fields: partnerOf('Абай университеті', 'Семей') })
    await client.partners.create({ fields: partnerOf('Сәтбаев университеті', 'Алматы') })
  })
  const person = await sitDown({ language, userData: path('settings'), workspace: path(workspace) })
  desk = person
  await goTo(person, 'partners')
  await list.hasRecords(person, 2)
  return person
}

const partnerOf = (name: string, city: string) =>
  aPartner({ names: { kk: name, ru: name, en: name }, country: 'KZ', city, website: '' })

async function partners(client: Client) {
  const { rows } = await client.partners.list({
    text: '',
    filter: { countries: [], hasActiveAgreement: null, hasProgramme: null, ids: null },
    sort: [{ column: 'name', descending: false }],
    offset: 0,
    limit: 100,
    on: '2026-11-22',
    language: 'kk',
  })
  return rows
}

describe('a cell of a list', () => {
  it.each(['kk', 'ru', 'en'] as const)(
    'is edited by keys alone, goes on to the next, and is taken back (%s)',
    async (language) => {
      const person = await atPartners(language)
      const { page, t } = person
      const editor = (name: string) => list.grid(person).getByRole('textbox', { name, exact: true })
      await list.grid(person).focus()
      await page.keyboard.press('F2')
      await editor(t('partners:field.names')).waitFor()
      await page.keyboard.type('Абай атындағы университет')
      await page.keyboard.press('Tab')
      const country = list.grid(person).getByRole('combobox', { name: t('partners:field.country') })
      await country.waitFor()
      await country.selectOption('DE')
      await page.keyboard.press('Tab')
      await editor(t('partners:field.city')).waitFor()
      await page.keyboard.type('Берлин')
      await page.keyboard.press('Enter')
      await isTold(person, t('common:cell.saved', { field: t('partners:field.city') }))
      await list.columnShows(person, t('partners:field.city'), ['Берлин', 'Алматы'])
      expect(await list.grid(person).evaluate((grid) => grid === document.activeElement)).toBe(true)
      await page.keyboard.press('ControlOrMeta+Z')
      await list.columnShows(person, t('partners:field.city'), ['Семей', 'Алматы'])
      await page.keyboard.press('ControlOrMeta+Z')
      await expect
        .poll(async () => {
          let found: unknown[] = []
          await asColleague(path(workspace), async (client) => {
            found = (await partners(client)).map(({ names, country: code, city }) => [
              names[language],
              code,
              city,
            ])
          })
          return found[0]
        })
        .toEqual(['Абай атындағы университет', 'KZ', 'Семей'])
      expect(person.complaints).toEqual([])
    },
  )

  it('keeps what is wrong in its place and says why in the words of the form; Esc leaves the value', async () => {
    const person = await atPartners('ru')
    const { page, t } = person
    await list.grid(person).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    const city = list.grid(person).getByRole('textbox', { name: t('partners:field.city'), exact: true })
    await city.fill('Г'.repeat(1000))
    await page.keyboard.press('Enter')
    await page.getByText(t('common:field.tooLong', { limit: '200' })).waitFor()
    expect(await city.getAttribute('aria-invalid')).toBe('true')
    await page.keyboard.press('Escape')
    await city.waitFor({ state: 'hidden' })
    await list.columnShows(person, t('partners:field.city'), ['Семей', 'Алматы'])
  })

  it('for a number takes no words, and keeps them until they are corrected', async () => {
    await seedWorkspace(path(workspace), async (client) => {
      const partner = await client.partners.create({ fields: partnerOf('Абай университеті', 'Семей') })
      const programme = await client.programmes.create({ fields: aProgramme(partner.record.id, null) })
      await client.mobility.create({ fields: aCohort(programme.record.id) })
    })
    const person = await sitDown({ language: 'kk', userData: path('settings'), workspace: path(workspace) })
    desk = person
    const { page, t } = person
    await goTo(person, 'mobility')
    await list.hasRecords(person, 1)
    await list.grid(person).focus()
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    const count = list
      .grid(person)
      .getByRole('textbox', { name: t('mobility:field.contingent'), exact: true })
    await count.waitFor()
    await page.keyboard.type('көп')
    await page.keyboard.press('Enter')
    await page.getByText(t('common:field.invalid')).waitFor()
    expect([await count.inputValue(), await count.getAttribute('aria-invalid')]).toEqual(['көп', 'true'])
    await count.fill('57')
    await page.keyboard.press('Enter')
    await list.columnShows(person, t('mobility:field.contingent'), ['57'])
  })

  it('is not overwritten when somebody else saved the record meanwhile', async () => {
    const person = await atPartners('kk')
    const { page, t } = person
    await list.grid(person).focus()
    await page.keyboard.press('F2')
    const name = list.grid(person).getByRole('textbox', { name: t('partners:field.names'), exact: true })
    await name.waitFor()
    await asColleague(path(workspace), async (client) => {
      const [row] = await partners(client)
      if (row === undefined) throw new Error('no partner')
      await client.partners.save({
        id: row.id,
        revision: row.revision,
        fields: { ...partnerOf('Абай университеті', 'Семей'), website: 'https://colleague.example' },
      })
    })
    await name.fill('Менің атауым')
    await page.keyboard.press('Enter')
    await isTold(person, t('errors:conflict.what'))
    await page.keyboard.press('Escape')
    await list.columnShows(person, t('partners:column.name'), ['Абай университеті', 'Сәтбаев университеті'])
    await asColleague(path(workspace), async (client) => {
      const [row] = await partners(client)
      expect(row).toMatchObject({ revision: 2, website: 'https://colleague.example' })
    })
  })

  it('opens its record by Enter as long as no cell was chosen, and has computed ones that stay closed', async () => {
    const person = await atPartners('en')
    const { page, t } = person
    await list.grid(person).focus()
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('F2')
    expect(await list.grid(person).locator('[data-edited]').count()).toBe(0)
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: t('common:panel.record'), exact: true }).waitFor()
  })
})

/** Puts a copied table on the system's clipboard, as a spreadsheet does. */
async function copyInExcel({ app }: Desk, rows: readonly (readonly string[])[]): Promise<void> {
  const text = rows.map((cells) => cells.join('\t')).join('\r\n')
  await app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text)
}

const copied = [
  ['Пекин университеті', 'Қытай', 'Пекин'],
  ['Атлантида университеті', 'Атлантида', 'Атлантида'],
]

describe('rows of a spreadsheet', () => {
  it.each(['kk', 'ru', 'en'] as const)(
    'are pasted into a list with a preview, bad cells named, and taken back (%s)',
    async (language) => {
      const person = await atPartners(language)
      const { page, t } = person
      await copyInExcel(person, copied)
      await list.grid(person).focus()
      await page.keyboard.press('ControlOrMeta+V')
      await page.getByText(t('imports:paste.into', { group: t('imports:group.partner') })).waitFor()
      expect(await mappingProposed(person)).toEqual([
        t('imports:field.partner.name'),
        t('imports:field.partner.country'),
        t('imports:field.partner.city'),
      ])
      await checkRegister(person)
      expect(await outcomesCounted(person)).toEqual({ new: 1, changed: 0, same: 0, refused: 1 })
      expect(await refusedCells(person)).toMatchObject([
        { row: '3', column: t('partners:field.country'), text: 'Атлантида' },
      ])
      await importRows(person, 1)
      await page.getByRole('button', { name: t('imports:result.finish') }).click()
      await list.hasRecords(person, 3)
      await goTo(person, 'imports')
      await undoOffer(person).click()
      await goTo(person, 'partners')
      await list.hasRecords(person, 2)
      expect(person.complaints).toEqual([])
    },
  )

  it('are pasted from the palette, too, and something else than a table is refused in words', async () => {
    const person = await atPartners('ru')
    const { page, t } = person
    const pasteByPalette = async () => {
      await page.keyboard.press('ControlOrMeta+K')
      await page.getByRole('textbox', { name: t('search:placeholder') }).fill(t('common:command.paste-rows'))
      await page.getByRole('button', { name: t('common:command.paste-rows') }).click()
    }
    await copyInExcel(person, [['одно слово']])
    await pasteByPalette()
    await isTold(person, t('errors:import-paste-empty.what'))
    await copyInExcel(person, copied)
    await pasteByPalette()
    await page.getByText(t('imports:sheet.headerFound')).waitFor()
    expect(await page.locator('tr[data-header] td').allInnerTexts()).toEqual([
      t('partners:column.name'),
      t('partners:field.country'),
      t('partners:field.city'),
    ])
  })

  it('leave the choice of the header to a click, and a text file that of its delimiter', async () => {
    const person = await atPartners('kk')
    const { page, t } = person
    writeFileSync(
      path('тізілім.csv'),
      'Серіктестер тізілімі\n\nЖоғары оқу орны;Ел;Қала\nПекин университеті;Қытай;Пекин\nБарлығы;1;\n',
    )
    await chooseRegister(person, path('тізілім.csv'))
    const delimiter = page.getByRole('combobox', { name: t('imports:sheet.delimiter') })
    expect(await delimiter.inputValue()).toBe(t('imports:delimiter.semicolon'))
    await page.locator('tr[data-row="4"] td').first().click()
    await page.locator('tr[data-row="4"][data-header]').waitFor()
    await page.locator('tr[data-row="3"] td').first().click()
    await page.locator('tr[data-row="3"][data-header]').waitFor()
    await mappingProposed(person)
    await checkRegister(person)
    const skipped = page.getByRole('table', { name: t('imports:skipped.title') })
    expect(await skipped.getByRole('row').allInnerTexts()).toEqual(
      expect.arrayContaining([
        expect.stringContaining(t('imports:skipped.kind.title')),
        expect.stringMatching(new RegExp(`${t('imports:skipped.kind.total')}\\s+1\\s+5`)),
      ]),
    )
  })
})

/** Lets go of a file of the disk over the window, as a file manager does. */
async function drop({ page }: Desk, file: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const drag = { x: 700, y: 400, data: { items: [], files: [file], dragOperationsMask: 1 } }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...drag })
  await session.detach()
}

describe('a file dropped on the window', () => {
  it('goes to the record whose files are open, and a register goes to the import', async () => {
    const person = await atPartners('kk')
    const { page, t } = person
    writeFileSync(path('хат.txt'), 'Хат')
    writeFileSync(path('тізілім.csv'), 'Жоғары оқу орны;Ел;Қала\nПекин университеті;Қытай;Пекин\n')
    await list.openRow(person, 'Абай университеті')
    await page.getByRole('tab', { name: t('partners:tabs.files') }).click()
    await drop(person, path('хат.txt'))
    await page.getByRole('button', { name: 'хат.txt', exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await goTo(person, 'overview')
    await drop(person, path('тізілім.csv'))
    await page.getByText(t('imports:sheet.headerFound')).waitFor()
    expect(person.complaints).toEqual([])
  })
})

describe('an open record on paper', () => {
  it('is readable from its first to its last field, without the window around it', async () => {
    const person = await atPartners('kk')
    await list.openRow(person, 'Абай университеті')
    const { app, t } = person
    const pdf = await app.evaluate(async ({ BrowserWindow }) => {
      const bytes = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
      })
      return bytes?.toString('base64') ?? ''
    })
    writeFileSync(path('жазба.pdf'), Buffer.from(pdf, 'base64'))
    const text = execFileSync('pdftotext', ['-layout', path('жазба.pdf'), '-'], { encoding: 'utf8' })
    for (const words of [
      'Абай университеті',
      t('partners:field.city'),
      'Семей',
      t('partners:field.creditSystem'),
      t('partners:field.notes'),
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('Сәтбаев университеті')
    expect(text).not.toContain(t('common:place.ministry'))
    expect(text).not.toContain(t('partners:new'))
    expect(text).not.toContain(t('partners:title'))
  })
})
