import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest'
import { frameworkContentSchema } from '../../shared/frameworks/framework.ts'
import {
  type Desk,
  goTo,
  isTold,
  leave,
  makeSample,
  sitDown,
  workspaceIsOpen,
} from '../support/pages/desk.ts'

let folder: string
let desk: Desk

const file = () => join(folder, 'frameworks.qosdiplom')
const fixture = (name: string) => resolve('tests/fixtures/frameworks', name)
const row = (text: string | RegExp) => desk.page.getByRole('row').filter({ hasText: text })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qosdiplom-frameworks-'))
})
afterEach(({ task }) => leave(desk, task))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function load(name: string): Promise<void> {
  await desk.stubOpen([fixture(name)])
  await desk.page.getByRole('button', { name: desk.t('frameworks:load') }).click()
}

async function deed(name: string): Promise<void> {
  await desk.page.getByRole('button', { name: desk.t('frameworks:deeds') }).click()
  await desk.page.getByRole('menuitem', { name }).click()
}

/** What axe finds on the page as it stands. */
async function flaws(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: desk.page }).setLegacyMode(true).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
}

describe('standards of a workspace', () => {
  test('Q1: ESG 2015 is read in three languages; an edition that arrives as a file leaves it as it was', async () => {
    desk = await sitDown({ language: 'kk' })
    await makeSample(desk, 'university', file())
    const { page, t } = desk
    await goTo(desk, 'frameworks')
    await row(/ESG 2015/u)
      .getByRole('cell', { name: '73', exact: true })
      .waitFor()
    expect(await flaws()).toEqual([])
    await page.getByRole('link', { name: /ESG 2015/u }).click()
    await page.getByText('1.1.a', { exact: true }).waitFor()
    await page.getByText(t('frameworks:allLanguages')).click()
    await page.getByText(/approved by the university’s governing body/u).waitFor()
    expect(await flaws()).toEqual([])
    await page.getByRole('searchbox').fill('плагиат')
    await page.getByText('1.1.b', { exact: true }).waitFor({ state: 'detached' })
    const before = await exported('before.json')
    await page.getByRole('button', { name: t('frameworks:back') }).click()
    await load('esg.2027-test.json')
    await isTold(desk, t('frameworks:loaded'))
    await page.getByText('1.11.a', { exact: true }).waitFor()
    await page.getByRole('button', { name: t('frameworks:back') }).click()
    await page.getByRole('link', { name: /ESG 2015/u }).click()
    expect(await exported('after.json')).toBe(before)
  })

  it('shows what an edition changes, with both texts', async () => {
    desk = await sitDown({ language: 'ru', workspace: file() })
    await workspaceIsOpen(desk)
    const { page, t } = desk
    await goTo(desk, 'frameworks')
    await row(/ESG 2015/u)
      .getByRole('checkbox')
      .click()
    await row(/Вымышленное/u)
      .getByRole('checkbox')
      .click()
    await page.getByRole('button', { name: t('frameworks:compare.action') }).click()
    const added = page.getByRole('region', { name: t('frameworks:compare.added') })
    await added.getByText('1.11.a', { exact: true }).waitFor()
    const changed = page.getByRole('region', { name: t('frameworks:compare.changed') })
    await changed.getByText(/пересматривается ежегодно/u).waitFor()
    expect(await flaws()).toEqual([])
  })

  it('takes a crosswalk and a scale from files; a broken file is refused with every problem', async () => {
    desk = await sitDown({ language: 'ru', workspace: file() })
    await workspaceIsOpen(desk)
    const { page, t } = desk
    await goTo(desk, 'frameworks')
    await load('crosswalk.esg-2015.esg-2027-test.json')
    await isTold(desk, t('frameworks:supplementLoaded'))
    await load('scale-test.json')
    await row('Пробная шкала').waitFor()
    await row('Пробная шкала').getByRole('button').click()
    await row('Пробная шкала').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: t('common:action.undo') }).click()
    await row('Пробная шкала').waitFor()
    await load('broken-test.json')
    const dialog = page.getByRole('dialog', { name: t('frameworks:refused') })
    await dialog.getByText(/1\.1\.a/u).waitFor()
    await dialog.getByText(/1\.11/u).first().waitFor()
    await dialog
      .getByRole('button', { name: t('common:action.close') })
      .last()
      .click()
    expect(await row('2028').count()).toBe(0)
  })

  test('Q3: a copy takes an own criterion, shows what is missing, and is frozen once published', async () => {
    desk = await sitDown({ language: 'kk', workspace: file() })
    await workspaceIsOpen(desk)
    const { page, t } = desk
    await goTo(desk, 'frameworks')
    await page.getByRole('link', { name: /ESG 2015/u }).click()
    await deed(t('frameworks:copy'))
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: t('frameworks:field.code') }).fill('university')
    await dialog.getByRole('button', { name: t('frameworks:begin') }).click()
    const tree = page.getByRole('tree')
    await tree.getByRole('treeitem', { name: /^1\.3 / }).click()
    await page.keyboard.press('Insert')
    const own = tree.getByRole('treeitem', { name: /^1\.3\.own-1/ })
    await own.waitFor()
    const publish = page.getByRole('button', { name: t('frameworks:publish') })
    await expect.poll(() => publish.isDisabled()).toBe(true)
    await page.getByRole('complementary').getByRole('button', { name: '1.3.own-1' }).first().click()
    const field = page.getByRole('textbox', {
      name: `${t('frameworks:field.text')}: ${t('common:language.kk')}`,
    })
    await field.fill('Студенттік кеңес сабақтарды бағалайды')
    expect(await flaws()).toEqual([])
    await page.keyboard.press('Control+S')
    await isTold(desk, t('common:saved'))
    // The order can be changed by keys, and taken back.
    await own.click()
    await page.keyboard.press('Alt+ArrowUp')
    await page
      .getByRole('button', { name: t('common:action.undo'), exact: true })
      .first()
      .click()
    await expect.poll(() => publish.isDisabled()).toBe(false)
    await publish.click()
    await isTold(desk, t('frameworks:published'))
    await page.getByRole('searchbox').fill('Студенттік кеңес')
    await page.getByText(t('frameworks:own'), { exact: true }).waitFor()
    expect(await page.getByRole('tree').count()).toBe(0)
  })
})

/** What the open framework is written out as. */
async function exported(name: string): Promise<string> {
  const path = join(folder, name)
  await desk.stubSave(path)
  await deed(desk.t('frameworks:export'))
  await isTold(desk, name)
  const text = readFileSync(path, 'utf8')
  expect(frameworkContentSchema.parse(JSON.parse(text))).toMatchObject({ code: 'esg', version: '2015' })
  return text
}
