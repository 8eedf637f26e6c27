import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as assessment from '../support/pages/assessment-page.ts'
import { type Desk, goTo, isTold, leave, makeSample, sitDown } from '../support/pages/desk.ts'

let folder: string
let desk: Desk

const path = (name: string): string => join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qosdiplom-assessment-'))
})
afterEach(({ task }) => leave(desk, task))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const sentence = 'Университеттің сапа саясаты Ғылыми кеңесте бекітілген, әрі ол жұртшылыққа ашық.'
const cycleName = '2026/27 оқу жылының өзін-өзі бағалауы'

describe('a self-assessment', () => {
  it('is written, sent back, approved and locked by three people, and its report is saved in Kazakh', async () => {
    desk = await sitDown({ language: 'kk' })
    const { page, t, stubSave } = desk
    await makeSample(desk, 'university', path('Үлгі.qosdiplom'))
    await goTo(desk, 'settings')
    await assessment.addPerson(desk, 'Айгүл Сәрсенова', 'administrator')
    await page
      .getByRole('dialog', { name: t('people:choose.title') })
      .getByRole('button', { name: /Айгүл Сәрсенова/u })
      .click()
    await assessment.addPerson(desk, 'Болат Жүнісов', 'contributor')
    await assessment.addPerson(desk, 'Гүлнар Омарова', 'manager')

    await assessment.workAs(desk, 'Гүлнар Омарова')
    await assessment.makeCycle(desk, cycleName)
    const first = await assessment.addProgramme(desk, '6B')
    await assessment.openCycle(desk, cycleName)
    await assessment.addProgramme(desk, '7M')

    await assessment.workAs(desk, 'Болат Жүнісов')
    await assessment.openCycle(desk, cycleName)
    await page.getByRole('main').getByRole('link', { name: first, exact: true }).click()
    await assessment.chooseLevel(desk, 3)
    await assessment.writeText(desk, sentence)
    await assessment.move(desk, 'submit')
    await page.getByText(t('assessment:stage.submitted'), { exact: true }).first().waitFor()
    // Nobody reviews their own text, and the role does not allow it.
    expect(await page.getByRole('button', { name: t('assessment:move.approve'), exact: true }).count()).toBe(
      0,
    )

    await assessment.workAs(desk, 'Гүлнар Омарова')
    await assessment.sendBack(desk, 'Шешімнің күнін қосыңыз.')
    await page.getByText(t('assessment:move.note', { note: 'Шешімнің күнін қосыңыз.' })).waitFor()

    await assessment.workAs(desk, 'Болат Жүнісов')
    await assessment.writeText(desk, ' Шешім 2026 жылғы 15 қыркүйекте қабылданған.')
    await assessment.move(desk, 'submit')
    await page.getByRole('button', { name: t('assessment:move.reopen'), exact: true }).waitFor()

    await assessment.workAs(desk, 'Гүлнар Омарова')
    await assessment.move(desk, 'approve')
    await page.getByText(t('assessment:stage.approved'), { exact: true }).first().waitFor()
    await page.getByRole('button', { name: t('assessment:section.title', { standard: '1.1' }) }).click()
    await page.getByRole('button', { name: t('assessment:section.lock') }).click()
    await page.getByText(t('assessment:section.lockedNote')).waitFor()

    await page.getByRole('button', { name: t('assessment:report.title') }).click()
    for (const format of ['docx', 'pdf'] as const) {
      await stubSave(path(`есеп.${format}`))
      await page.getByRole('button', { name: t(`assessment:report.${format}`) }).click()
      await isTold(desk, t('reports:saved', { name: `есеп.${format}` }))
    }
    const word = unzipSync(readFileSync(path('есеп.docx')))['word/document.xml']
    expect(strFromU8(word ?? new Uint8Array())).toContain(sentence)
    const pdf = execFileSync('pdftotext', [path('есеп.pdf'), '-'], { encoding: 'utf8' })
    expect(pdf.replaceAll(/\s+/gu, ' ')).toContain(sentence)
    expect(desk.complaints).toEqual([])
  })
})
