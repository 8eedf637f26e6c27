import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Language } from '../../shared/kernel/record.ts'
import { aPartner } from '../support/builders.ts'
import { type Desk, goTo, isTold, leave, sitDown } from '../support/pages/desk.ts'
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
