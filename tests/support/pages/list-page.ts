import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { formatNumber } from '../../../shared/kernel/format.ts'
import type { Desk } from './desk.ts'

/** The table of the present place. */
export function grid({ page }: Pick<Desk, 'page'>): Locator {
  return page.getByRole('main').getByRole('grid').first()
}

/** Waits until the place says that it has so many records, none of them filtered away. */
export async function hasRecords({ page, t, language }: Desk, count: number): Promise<void> {
  const words = t('common:table.rows', { count, all: formatNumber(count, language) })
  await page.getByRole('status').filter({ hasText: words }).first().waitFor()
}

/** Waits until so many of all records are shown. */
export async function showsRecords({ page, t, language }: Desk, shown: number, all: number): Promise<void> {
  const words = t('common:table.rowsOf', {
    shown: formatNumber(shown, language),
    all: formatNumber(all, language),
  })
  await page.getByRole('status').filter({ hasText: words }).first().waitFor()
}

/** The texts of a column, by its title, from the top of the list. */
export async function columnTexts(desk: Desk, title: string): Promise<string[]> {
  const table = grid(desk)
  const titles = await table.getByRole('columnheader').allInnerTexts()
  const place = titles.findIndex((text) => text.trim() === title)
  if (place === -1) throw new Error(`no column ${title} among ${titles.join(', ')}`)
  // Headings of groups and the line of sums are no records.
  const rows = table.locator('[role="row"][data-index]:not([data-group])')
  return rows.locator(`[role="gridcell"][aria-colindex="${place + 1}"]`).allInnerTexts()
}

/** Waits until a column, by its title, shows exactly these texts from the top of the list. */
export async function columnShows(desk: Desk, title: string, texts: readonly unknown[]): Promise<void> {
  await expect.poll(() => columnTexts(desk, title), { timeout: 10_000 }).toEqual(texts)
}

/** Opens the record whose row begins with that text. */
export async function openRow(desk: Desk, text: string): Promise<void> {
  await grid(desk).getByRole('gridcell', { name: text, exact: true }).click()
  await desk.page
    .getByRole('region', { name: desk.t('common:panel.record') })
    .getByRole('heading', { level: 2, name: text })
    .waitFor()
}

/** Types into the search of the list. */
export async function search({ page, t }: Desk, text: string): Promise<void> {
  await page.getByRole('searchbox', { name: t('common:filter.search') }).fill(text)
}

/** Chooses a value of a filter. */
export async function filterBy({ page, t }: Desk, title: string, value: string): Promise<void> {
  await page
    .getByRole('group', { name: t('common:filter.add') })
    .getByRole('button', { name: title, exact: true })
    .click()
  const values = page.getByRole('group', { name: title })
  await values.getByRole('checkbox', { name: new RegExp(`^${value}`) }).check()
  await page.keyboard.press('Escape')
  await values.waitFor({ state: 'hidden' })
}
