import type { Locator } from 'playwright-core'
import { formatNumber } from '../../../shared/kernel/format.ts'
import type { RowOutcome } from '../../../shared/imports/import-result.ts'
import { type Desk, goTo } from './desk.ts'

/** Opens a register in the wizard, which shows its sheet and header. */
export async function chooseRegister(desk: Desk, file: string): Promise<void> {
  const { page, t, stubOpen } = desk
  await goTo(desk, 'imports')
  await stubOpen([file])
  await page.getByRole('button', { name: t('imports:file.choose') }).click()
  await page.getByText(t('imports:sheet.headerFound')).waitFor()
}

/** Sheet and rows of the header as the first step shows them. */
export async function headerFound({ page, t }: Desk) {
  const valueOf = (label: string) => page.getByRole('textbox', { name: label, exact: true }).inputValue()
  return {
    sheet: await page.getByRole('combobox', { name: t('imports:sheet.sheet'), exact: true }).inputValue(),
    firstRow: await valueOf(t('imports:sheet.firstRow')),
    lastRow: await valueOf(t('imports:sheet.lastRow')),
  }
}

/** Goes on to the columns; answers their proposed meanings, in the words of the screen, empty: not imported. */
export async function mappingProposed({ page, t }: Desk): Promise<string[]> {
  await page.getByRole('button', { name: t('imports:next.mapping') }).click()
  const rows = page.getByRole('table').getByRole('row')
  await rows.nth(1).waitFor()
  const fields = await rows.filter({ has: page.getByRole('combobox') }).all()
  return Promise.all(fields.map((row) => row.getByRole('combobox').first().inputValue()))
}

/** Goes on to the check and waits for it. */
export async function checkRegister({ page, t }: Desk): Promise<void> {
  await page.getByRole('button', { name: t('imports:next.check') }).click()
  await page.getByRole('group', { name: t('imports:check.filter') }).waitFor()
}

/** How many rows the check counts for each outcome. */
export async function outcomesCounted({ page, t, language }: Desk): Promise<Record<RowOutcome, number>> {
  const texts = await page
    .getByRole('group', { name: t('imports:check.filter') })
    .locator('label')
    .allInnerTexts()
  const countOf = (outcome: RowOutcome): number => {
    const title = t(`imports:outcome.${outcome}`)
    for (let count = 0; count < 1000; count += 1) {
      if (texts.includes(`${title}: ${formatNumber(count, language)}`)) return count
    }
    throw new Error(`no count for ${title} among ${texts.join(', ')}`)
  }
  return {
    new: countOf('new'),
    changed: countOf('changed'),
    same: countOf('same'),
    refused: countOf('refused'),
  }
}

/** Shows only the rows with that outcome, of which there are so many. */
export async function showOutcome({ page, t }: Desk, outcome: RowOutcome, count: number): Promise<void> {
  const chips = page.getByRole('group', { name: t('imports:check.filter') })
  await chips.getByText(new RegExp(`^${t(`imports:outcome.${outcome}`)}: `)).click()
  await page.locator(`[role="table"][aria-rowcount="${count + 1}"]`).waitFor()
  await page
    .getByRole('rowheader')
    .nth(count - 1)
    .waitFor()
}

/** A marked cell of the preview: where it stands, what it holds, and what is said about it. */
export type MarkedCell = { row: string; column: string; text: string; reason: string }

/** The cells with an error among the rows that are shown. */
export async function refusedCells({ page, t }: Desk): Promise<MarkedCell[]> {
  const table = page.getByRole('table', { name: t('imports:check.rows') })
  const titles = await table.getByRole('columnheader').allInnerTexts()
  const rows = await table
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })
    .all()
  const marked = rows.map(async (row): Promise<MarkedCell[]> => {
    const number = await row.getByRole('rowheader').innerText()
    const cells = await row.locator('[role="rowheader"], [role="cell"]').all()
    const found = cells.map(async (cell, column) =>
      (await cell.getAttribute('data-severity')) === 'error'
        ? [
            {
              row: number,
              column: titles[column] ?? '',
              text: await cell.innerText(),
              reason: (await cell.getAttribute('aria-description')) ?? '',
            },
          ]
        : [],
    )
    return (await Promise.all(found)).flat()
  })
  return (await Promise.all(marked)).flat()
}

/** Imports the rows that are taken and waits for the result. */
export async function importRows({ page, t }: Desk, count: number): Promise<void> {
  await page.getByRole('button', { name: t('imports:importRows', { count }) }).click()
  await page.getByText(t('imports:result.done', { count })).waitFor()
}

/** Saves the refused rows to a file. */
export async function saveRefusedRows({ page, t, stubSave }: Desk, file: string): Promise<void> {
  await stubSave(file)
  await page.getByRole('button', { name: t('imports:refused.save') }).click()
}

/** The import in the history that offers to be taken back. */
export function undoOffer({ page, t }: Desk): Locator {
  return page.getByRole('button', { name: t('imports:undo.action') })
}
