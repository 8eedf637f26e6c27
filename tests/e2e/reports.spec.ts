import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPdfText } from '../support/pdf-text.ts'
import { type LaunchedApp, launchApp } from '../support/launch.ts'
import { runCommand } from '../support/run-command.ts'

const clock = (): Date => new Date()

describe('overview and reports in the window', () => {
  let folder: string
  let launched: LaunchedApp
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'qosdiplom-reports-'))
    await runCommand(folder, ['init', '--sample', 'university', '--lang', 'kk'], { clock })
    launched = await launchApp({ language: 'kk', workspace: join(folder, 'register.qosdiplom') })
    await launched.page.waitForSelector('[data-app-state="ready"]')
  })
  afterAll(async () => {
    await launched.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('opens the list behind a number, as long as the number says', async () => {
    const { page } = launched
    const link = page.locator('a[href*="statuses"][data-figure]').first()
    await link.waitFor()
    const figure = Number(await link.getAttribute('data-figure'))
    expect(figure).toBeGreaterThan(1)
    await link.click()
    await page.waitForURL(/#\/agreements\?statuses=/)
    await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(figure + 1))
  })

  it('writes the same PDF as the command line, with Kazakh letters to search for', async () => {
    const { page } = launched
    const fromWindow = join(folder, 'window.pdf')
    await page.locator('a[href$="#/reports"]').first().click()
    await launched.stubSave(fromWindow)
    await page.getByRole('button', { name: 'PDF түрінде сақтау' }).click()
    await page.getByText('Есеп сақталды: window.pdf').first().waitFor()
    await runCommand(folder, ['report', 'summary', '--lang', 'kk', '--out', 'command.pdf'], { clock })
    const bytes = readFileSync(fromWindow)
    expect(bytes.equals(readFileSync(join(folder, 'command.pdf')))).toBe(true)
    const text = readPdfText(bytes).pages.join(' ').replaceAll(/\s+/g, ' ')
    expect(text).toContain('Ректорға арналған жиынтық мәлімет')
    expect(text).toContain('Ағылшын тілі мұғалімін даярлау')
  })

  it('complains about nothing', () => {
    expect(launched.complaints).toEqual([])
  })
})
