import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  type Desk,
  goTo,
  isTold,
  leave,
  makeSample,
  sitDown,
  workspaceIsOpen,
} from '../support/pages/desk.ts'
import { grid, hasRecords } from '../support/pages/list-page.ts'

let folder: string
let desk: Desk

const file = () => join(folder, 'surveys.qosdiplom')

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qosdiplom-surveys-'))
})
afterEach(({ task }) => leave(desk, task))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const violations = async () => {
  const { violations: found } = await new AxeBuilder({ page: desk.page }).setLegacyMode(true).analyze()
  return found.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}

/** Answers as Google Forms exports them: 12 of one programme, 3 of another. */
function answers(): string {
  const row = (programme: string, mark: number, words: string, place: number) =>
    `2026-10-01,a${place}@mail.kz,${programme},${mark},${words}`
  const rows = [
    ...Array.from({ length: 12 }, (_, place) => row('Геология', 5, place === 0 ? 'Практика аз' : '', place)),
    ...Array.from({ length: 3 }, (_, place) => row('Тарих', 2, 'Гүлнар апай жақсы', place)),
  ]
  return ['Отметка времени,Электронная почта,Образовательная программа,[S14],Что изменить?', ...rows].join(
    '\n',
  )
}

describe('surveys and participation', () => {
  it('show results, take a file over with what is small left out, and undo it', async () => {
    desk = await sitDown({ language: 'kk' })
    await makeSample(desk, 'university', file())
    const { page, t } = desk
    await goTo(desk, 'surveys')
    await hasRecords(desk, 2)
    await grid(desk).getByRole('gridcell', { name: 'Студенттердің қанағаттануы' }).first().dblclick()
    await page.getByRole('heading', { name: t('surveys:results.questions') }).waitFor()
    expect(await violations()).toEqual([])

    const path = join(folder, 'answers.csv')
    writeFileSync(path, answers())
    await desk.stubOpen([path])
    await page.getByRole('link', { name: t('surveys:import.open') }).click()
    await page.getByRole('button', { name: t('surveys:import.choose') }).click()
    await page.getByText(t('surveys:import.layout.google')).waitFor()
    await page.getByText(t('surveys:import.answered', { count: 15 })).waitFor()
    expect(await violations()).toEqual([])
    await page
      .getByRole('group', { name: t('surveys:field.names') })
      .getByRole('textbox')
      .first()
      .fill('Күзгі сауалнама')
    await page.getByRole('button', { name: t('surveys:import.take') }).click()
    await isTold(desk, t('surveys:import.done'))
    await page.getByRole('heading', { name: 'Күзгі сауалнама' }).waitFor()
    await page.getByRole('button', { name: t('common:action.undo') }).click()
    await hasRecords(desk, 2)
  })

  it('keep a log whose report becomes evidence', async () => {
    desk = await sitDown({ language: 'ru', workspace: file() })
    await workspaceIsOpen(desk)
    const { page, t } = desk
    await goTo(desk, 'stakeholders')
    await hasRecords(desk, 3)
    expect(await violations()).toEqual([])
    await page.getByRole('button', { name: t('stakeholders:report.open') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('stakeholders:report.keep') })
      .click()
    await isTold(desk, new RegExp(t('stakeholders:report.kept', { name: '' })))
  })
})
