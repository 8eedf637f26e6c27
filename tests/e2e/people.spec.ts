import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../shared/people/person.ts'
import {
  type Desk,
  goTo,
  leave,
  makeSample,
  section,
  sitDown,
  workspaceIsOpen,
} from '../support/pages/desk.ts'

let folder: string
let desk: Desk

const file = () => join(folder, 'people.qosdiplom')

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qosdiplom-people-'))
})
afterEach(({ task }) => leave(desk, task))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function addPerson(name: string, role: Role): Promise<void> {
  const { page, t } = desk
  await section(desk, t('people:title'))
    .getByRole('button', { name: t('people:add') })
    .click()
  const dialog = page.getByRole('dialog', { name: t('people:add') })
  await dialog.getByRole('textbox', { name: t('people:name') }).fill(name)
  if (role !== 'administrator') {
    await dialog.getByRole('combobox', { name: t('people:role') }).click()
    await page.getByRole('option', { name: t(`people:roles.${role}`) }).click()
  }
  await dialog.getByRole('button', { name: t('common:action.save') }).click()
  await dialog.waitFor({ state: 'detached' })
}

describe('people of a workspace', () => {
  it('are entered in the settings; the chooser asks who works, and the role limits what is written', async () => {
    desk = await sitDown({ language: 'kk' })
    await makeSample(desk, 'university', file())
    const { page, t } = desk
    await goTo(desk, 'settings')
    await addPerson('Айгүл Сәрсенова', 'administrator')
    // From now on somebody must be chosen.
    const chooser = page.getByRole('dialog', { name: t('people:choose.title') })
    await chooser.getByRole('button', { name: /Айгүл Сәрсенова/u }).click()
    await addPerson('Болат Жүнісов', 'viewer')
    await page.getByRole('button', { name: `${t('people:working.label')}: Айгүл Сәрсенова` }).click()
    await page.getByRole('menuitem', { name: /Болат Жүнісов/u }).click()
    await page.getByRole('button', { name: `${t('people:working.label')}: Болат Жүнісов` }).waitFor()
    await section(desk, t('people:title'))
      .getByRole('button', { name: `${t('people:remove')}: Болат Жүнісов` })
      .click()
    await page
      .getByRole('alert')
      .filter({ hasText: t('people:roles.viewer').toLowerCase() })
      .waitFor()
    const rows = section(desk, t('people:title')).getByRole('row')
    expect(await rows.filter({ hasText: 'Болат Жүнісов' }).count()).toBe(1)
  })

  it('are asked again at the next start, the last one first; looking needs no choice', async () => {
    desk = await sitDown({ language: 'ru', workspace: file() })
    const { page, t } = desk
    await workspaceIsOpen(desk)
    const chooser = page.getByRole('dialog', { name: t('people:choose.title') })
    await chooser.waitFor()
    await chooser.getByRole('button', { name: t('people:choose.later') }).click()
    await goTo(desk, 'partners')
    expect(await page.getByText(t('people:working.nobody')).isVisible()).toBe(true)
  })
})
