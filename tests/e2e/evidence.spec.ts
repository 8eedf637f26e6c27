import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { AxeBuilder } from '@axe-core/playwright'
import { createPdf } from '../support/small-pdf.ts'
import * as list from '../support/pages/list-page.ts'
import { type Desk, goTo, isTold, leave, makeWorkspace, sitDown } from '../support/pages/desk.ts'

let folder: string
let desk: Desk

const path = (...names: string[]) => join(folder, ...names)
/** One pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qosdiplom-evidence-'))
  mkdirSync(path('дәлелдер', 'ішкі'), { recursive: true })
  writeFileSync(path('дәлелдер', 'Сапа_саясаты.pdf'), createPdf('Quality policy'))
  writeFileSync(path('дәлелдер', 'ішкі', 'Сурет.png'), picture)
  writeFileSync(path('дәлелдер', 'ішкі', 'Саясат көшірмесі.pdf'), createPdf('Quality policy'))
})
afterEach(({ task }) => leave(desk, task))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Lets go of a file or folder of the disk over the window, as a file manager does. */
async function drop({ page }: Desk, file: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const drag = { x: 700, y: 400, data: { items: [], files: [file], dragOperationsMask: 1 } }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...drag })
  await session.detach()
}

describe('the library of evidence', () => {
  it('takes a dropped folder once per content, shows files, and removes with undo', async () => {
    desk = await sitDown({ language: 'kk' })
    const { page, t } = desk
    await makeWorkspace(desk, path('evidence.qosdiplom'))
    await goTo(desk, 'evidence')
    await drop(desk, path('дәлелдер'))
    await page.getByText(t('evidence:existing.title', { count: 1 })).waitFor()
    await list.hasRecords(desk, 2)

    await list.openRow(desk, 'Сапа саясаты')
    await page.getByRole('tab', { name: t('evidence:tabs.file') }).click()
    const drawn = page.getByRole('img', { name: 'Сапа_саясаты.pdf' })
    await drawn.waitFor()
    await expect.poll(() => hasInk(desk)).toBe(true)

    await page.keyboard.press('Escape')
    await list.openRow(desk, 'Сурет')
    await page.getByRole('tab', { name: t('evidence:tabs.file') }).click()
    const image = page.getByRole('img', { name: 'Сурет.png' })
    await expect
      .poll(() => image.evaluate((element) => element instanceof HTMLImageElement && element.naturalWidth))
      .toBe(1)
    expect(await seriousFindings(desk)).toEqual([])

    await page
      .getByRole('region', { name: t('common:panel.record') })
      .getByRole('button', { name: t('common:action.remove') })
      .click()
    await list.hasRecords(desk, 1)
    await page.keyboard.press('Control+Z')
    await list.hasRecords(desk, 2)
    expect(desk.complaints).toEqual([])
  })

  it('takes a link, notes that its page is gone, and names it among the findings', async () => {
    desk = await sitDown({ language: 'ru' })
    const { page, t } = desk
    await makeWorkspace(desk, path('links.qosdiplom'))
    await goTo(desk, 'evidence')
    await page
      .getByRole('button', { name: t('evidence:new'), exact: true })
      .first()
      .click()
    await page.locator('[name="names.ru"], [data-path="names"] input').first().fill('Страница качества')
    await page
      .getByRole('textbox', { name: t('evidence:field.url') })
      .fill('https://university.example/quality')
    await page.getByRole('button', { name: t('evidence:reachable.gone') }).click()
    await page.keyboard.press('Control+S')
    await isTold(desk, t('common:saved'))
    await list.hasRecords(desk, 1)
    await page.getByRole('button', { name: new RegExp(`^${t('evidence:checks.title')}`, 'u') }).click()
    const checks = page.getByRole('dialog', { name: t('evidence:checks.title') })
    await checks.getByRole('region', { name: /Нет файла или страницы/u }).waitFor()
    await checks.getByRole('region', { name: /Не используются/u }).waitFor()
    expect(await seriousFindings(desk)).toEqual([])
    expect(desk.complaints).toEqual([])
  })
})

/** What keeps people with aids from using the window. */
async function seriousFindings({ page }: Desk) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}

/** Whether the shown page of a PDF has something on it. */
function hasInk({ page }: Desk): Promise<boolean> {
  return page.locator('canvas').evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement) || canvas.width === 0) return false
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    return pixels.some((value, place) => place % 4 === 0 && value < 100 && (pixels[place + 3] ?? 0) > 0)
  })
}
