import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AxeBuilder } from '@axe-core/playwright'
import { formatNumber } from '../../shared/kernel/format.ts'
import type { Language } from '../../shared/kernel/record.ts'
import { anAgreement, aPartner } from '../support/builders.ts'
import { type Desk, goTo, isTold, leave, rail, sitDown } from '../support/pages/desk.ts'
import * as list from '../support/pages/list-page.ts'
import { seedWorkspace } from '../support/seeded-workspace.ts'

let folder: string
let desk: Desk | null = null
const workspace = () => join(folder, 'Кестелер.qosdiplom')

async function start(language: Language): Promise<Desk> {
  desk = await sitDown({ language, userData: join(folder, 'settings'), workspace: workspace() })
  return desk
}

/** Three German agreements, two Polish ones and a Turkish one, which ends soon. */
async function seed(): Promise<void> {
  const names = (kk: string, ru: string) => ({ kk, ru, en: '' })
  await seedWorkspace(workspace(), async (client) => {
    const partner = async (country: string, kk: string, ru: string) =>
      (await client.partners.create({ fields: aPartner({ country, names: names(kk, ru) }) })).record.id
    const german = await partner('DE', 'Берлин университеті', 'Берлинский университет')
    const polish = await partner('PL', 'Лодзь университеті', 'Лодзинский университет')
    const turkish = await partner('TR', 'Әнкара университеті', 'Анкарский университет')
    const parties = [german, german, german, polish, polish, turkish]
    for (const [index, party] of parties.entries()) {
      const endsOn = party === turkish ? soon() : '2040-01-01'
      const fields = anAgreement([party], { number: `А-${index + 1}`, term: { kind: 'fixed', endsOn } })
      await client.agreements.create({ fields })
    }
  })
}

/** A day within the next three months. */
function soon(): string {
  return new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)
}

async function titles(person: Desk): Promise<string[]> {
  const texts = await list.grid(person).getByRole('columnheader').allInnerTexts()
  return texts.map((text) => text.trim()).filter((text) => text !== '')
}

/** Waits until the table begins with these columns. */
async function first(person: Desk, expected: readonly unknown[]): Promise<void> {
  await expect.poll(async () => (await titles(person)).slice(0, expected.length)).toEqual(expected)
}

/** The first cell of every line, group headings among them. */
const lines = (person: Desk) => async () => {
  const rows = list.grid(person).locator('[role="row"][data-index]')
  const texts = await rows.evaluateAll((found) =>
    found.map((row) => {
      const cell = row.hasAttribute('data-group') ? row.querySelector('strong') : row.children[1]
      return { place: Number(row.getAttribute('data-index')), text: cell?.textContent?.trim() ?? '' }
    }),
  )
  return texts.toSorted((a, b) => a.place - b.place).map(({ text }) => text)
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qosdiplom-tables-'))
  await seed()
})
afterEach(async ({ task }) => {
  if (desk !== null) await leave(desk, task)
  desk = null
  rmSync(folder, { recursive: true, force: true })
})

describe('the columns of a list', () => {
  it('are moved by dragging and by keys, the first one stays, and the order is there after a restart', async () => {
    const person = await start('kk')
    const { page, t } = person
    await goTo(person, 'agreements')
    await list.hasRecords(person, 6)
    const [number, partners, status, ends] = await titles(person)
    const header = (name: string | undefined) =>
      list.grid(person).getByRole('columnheader', { name: name ?? '', exact: true })
    const from = await header(status).boundingBox()
    const to = await header(partners).boundingBox()
    if (from === null || to === null) throw new Error('the titles are not on the screen')
    await page.mouse.move(from.x + 30, from.y + 12)
    await page.mouse.down()
    await page.mouse.move(to.x + 20, to.y + 12, { steps: 8 })
    await page.mouse.up()
    await first(person, [number, status, partners, ends])

    await list.grid(person).focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Alt+ArrowRight')
    await first(person, [number, partners, status, ends])
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: t('common:table.moveRight') }).click()
    await first(person, [number, partners, ends, status])
    await person.close()

    const again = await start('kk')
    await goTo(again, 'agreements')
    await first(again, [number, partners, ends, status])
    expect(again.complaints).toEqual([])
  })
})

describe('a list in groups', () => {
  it('counts them, folds and unfolds them by keys, and is so after a restart', async () => {
    const person = await start('ru')
    const { page, t } = person
    await goTo(person, 'agreements')
    await page.getByRole('button', { name: t('common:table.group'), exact: true }).click()
    await page.getByRole('menuitemradio', { name: t('agreements:field.partnerIds') }).click()
    await expect
      .poll(lines(person))
      .toEqual([
        'Анкарский университет',
        '№ А-6',
        'Берлинский университет',
        '№ А-1',
        '№ А-2',
        '№ А-3',
        'Лодзинский университет',
        '№ А-4',
        '№ А-5',
      ])
    await list.grid(person).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowLeft')
    await expect
      .poll(lines(person))
      .toEqual([
        'Анкарский университет',
        '№ А-6',
        'Берлинский университет',
        'Лодзинский университет',
        '№ А-4',
        '№ А-5',
      ])
    await page.keyboard.press('Space')
    await page.getByText(t('common:table.selected', { count: 3 })).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('ControlOrMeta+A')
    await page.getByText(t('common:table.selected', { count: 6 })).waitFor()
    await page.keyboard.press('Escape')
    const axe = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    expect(axe.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    await person.close()

    const again = await start('ru')
    await goTo(again, 'agreements')
    await expect.poll(async () => (await lines(again)()).length).toBe(6)
    await list.grid(again).focus()
    await again.page.keyboard.press('ArrowDown')
    await again.page.keyboard.press('ArrowDown')
    await again.page.keyboard.press('Enter')
    await expect.poll(async () => (await lines(again)()).length).toBe(9)
    expect(again.complaints).toEqual([])
  })
})

describe('a saved view', () => {
  it('is kept, changed, renamed, deleted and brought back, found in rail and palette, with its count', async () => {
    const person = await start('ru')
    const { page, t } = person
    await goTo(person, 'agreements')
    await page.getByRole('button', { name: t('agreements:filter.ends'), exact: true }).click()
    await page.getByRole('button', { name: t('common:filter.nextMonths', { count: 3 }) }).click()
    await list.showsRecords(person, 1, 6)
    await page.getByRole('button', { name: t('common:views.keep') }).click()
    await page.getByRole('textbox', { name: t('common:views.name') }).fill('Скоро истекают')
    await page.keyboard.press('Enter')
    await isTold(person, t('common:views.created', { name: 'Скоро истекают' }))
    const link = (name: string, count: number) =>
      rail(person).getByRole('link', { name: `${name} ${formatNumber(count, 'ru')}` })
    await link('Скоро истекают', 1).waitFor()

    await page.getByRole('button', { name: t('common:table.group'), exact: true }).click()
    await page.getByRole('menuitemradio', { name: t('agreements:column.status') }).click()
    await page.getByText(t('common:views.changed'), { exact: true }).waitFor()
    await page.getByRole('button', { name: t('common:action.save'), exact: true }).click()
    await page.getByText(t('common:views.changed'), { exact: true }).waitFor({ state: 'hidden' })

    await goTo(person, 'partners')
    await page.keyboard.press('ControlOrMeta+K')
    await page.keyboard.type('скоро')
    await page.getByRole('button', { name: 'Скоро истекают' }).first().waitFor()
    await page.keyboard.press('Enter')
    await list.showsRecords(person, 1, 6)
    await page
      .getByRole('button', { name: t('common:table.groupedBy', { column: t('agreements:column.status') }) })
      .waitFor()

    await page.getByRole('button', { name: t('common:views.menu') }).click()
    await page.getByRole('menuitem', { name: t('common:views.rename') }).click()
    await page.getByRole('textbox', { name: t('common:views.name') }).fill('Срок три месяца')
    await page.keyboard.press('Enter')
    await link('Срок три месяца', 1).waitFor()

    await page.getByRole('button', { name: t('common:views.menu') }).click()
    await page.getByRole('menuitem', { name: t('common:action.remove') }).click()
    await link('Срок три месяца', 1).waitFor({ state: 'detached' })
    await page
      .getByRole('alert')
      .getByRole('button', { name: t('common:action.undo') })
      .click()
    await link('Срок три месяца', 1).waitFor()
    expect(person.complaints).toEqual([])
  })
})

describe('a filter of a column', () => {
  it('opens from the title of the column and from the list of further filters', async () => {
    const person = await start('kk')
    const { page, t } = person
    await goTo(person, 'agreements')
    await list.hasRecords(person, 6)
    await list
      .grid(person)
      .getByRole('columnheader', { name: t('agreements:field.number'), exact: true })
      .click({ button: 'right' })
    await page.getByRole('menuitem', { name: t('common:table.filterBy') }).click()
    await page.getByRole('textbox', { name: t('common:filter.contains') }).fill('а-6')
    await list.showsRecords(person, 1, 6)
    await page.keyboard.press('Enter')
    await page
      .getByRole('button', { name: t('common:filter.remove', { title: t('agreements:field.number') }) })
      .click()
    await list.hasRecords(person, 6)
    await page.getByRole('button', { name: t('common:filter.more') }).click()
    await page.getByRole('menuitem', { name: t('agreements:column.noticeBy') }).click()
    await page.getByRole('button', { name: t('common:filter.nextMonths', { count: 3 }) }).click()
    await list.showsRecords(person, 0, 6)
    expect(person.complaints).toEqual([])
  })
})

describe('rows of a list', () => {
  it('are as high as the person set it, in every list', async () => {
    const person = await start('kk')
    const { page, t } = person
    for (const [density, height] of [
      ['compact', 30],
      ['normal', 36],
      ['comfortable', 44],
    ] as const) {
      await goTo(person, 'settings')
      await page.getByText(t(`institution:look.densities.${density}`), { exact: true }).click()
      for (const place of ['partners', 'agreements'] as const) {
        await goTo(person, place)
        const row = list.grid(person).locator('[role="row"][data-index="0"]')
        await expect.poll(async () => (await row.boundingBox())?.height).toBe(height)
      }
    }
    expect(person.complaints).toEqual([])
  })
})
