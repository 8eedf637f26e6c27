import { basename } from 'node:path'
import { expect } from 'vitest'
import type { Language } from '../../../shared/kernel/record.ts'
import type { ReportKind } from '../../../shared/reports/report.ts'
import { type Desk, isTold } from './desk.ts'

/** Chooses which report is shown and written. */
export async function chooseReport({ page, t }: Desk, kind: ReportKind): Promise<void> {
  await page.getByRole('radio', { name: t(`reports:kind.${kind}`) }).check()
}

/** Types the academic year of the report. */
export async function chooseYear({ page, t }: Desk, year: string): Promise<void> {
  const field = page.getByRole('textbox', { name: t('reports:field.year') })
  await field.fill(year)
  await field.press('Enter')
}

/** Saves the report as PDF in a language. */
export async function savePdf(desk: Desk, language: Language, file: string): Promise<void> {
  const { page, t, stubSave } = desk
  await page
    .getByRole('radiogroup', { name: t('reports:field.language') })
    .getByText(t(`common:language.${language}`))
    .click()
  await stubSave(file)
  await page.getByRole('button', { name: t('reports:action.pdf') }).click()
  await isTold(desk, t('reports:saved', { name: basename(file) }))
}

/** A row of the totals by its title: this year, last year, change. */
export async function totalsRow({ page, t }: Desk, title: string): Promise<string[]> {
  const table = page.getByRole('table', { name: t('reports:section.totals') })
  const row = table.getByRole('row').filter({ has: page.getByRole('cell', { name: title, exact: true }) })
  return (await row.getByRole('cell').allInnerTexts()).slice(1)
}

/** Waits until this year's number in a row of the totals is that one. */
export async function totalsShow(desk: Desk, title: string, value: string): Promise<void> {
  await expect.poll(async () => (await totalsRow(desk, title))[0], { timeout: 10_000 }).toBe(value)
}
