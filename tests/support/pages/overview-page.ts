import { expect } from 'vitest'
import { formatNumber } from '../../../shared/kernel/format.ts'
import { type Desk, goTo } from './desk.ts'
import { grid } from './list-page.ts'

/** A number of the overview as it stands on the screen, and the place that it leads to. */
export type ShownFigure = { position: number; name: string; value: number; place: string }

/** The numbers of the overview that lead to lists of records. */
export async function figures(desk: Desk): Promise<ShownFigure[]> {
  await goTo(desk, 'overview')
  const links = desk.page.getByRole('main').locator('a[data-figure]')
  await links.first().waitFor()
  const shown = await links.evaluateAll((elements) =>
    elements.map((element, position) => ({
      position,
      name: element.getAttribute('aria-label') ?? '',
      value: Number(element.getAttribute('data-figure')),
      place: /#\/(\w+)/.exec(element.getAttribute('href') ?? '')?.[1] ?? '',
    })),
  )
  return shown.filter(({ place }) => place !== 'settings')
}

/** Opens a number and waits for the list of what it counts; of learners, for the list that adds up to it. */
export async function openFigure(desk: Desk, { position, value, place }: ShownFigure): Promise<void> {
  const { page, language } = desk
  await page.getByRole('main').locator('a[data-figure]').nth(position).click()
  await grid(desk).waitFor()
  if (place !== 'mobility') {
    const shown = page.getByRole('main').locator('[data-shown]').first()
    await expect.poll(() => shown.getAttribute('data-shown')).toBe(String(value))
    return
  }
  const contingent = page
    .getByRole('main')
    .getByRole('table')
    .getByRole('row')
    .last()
    .getByRole('cell')
    .first()
  await expect.poll(() => contingent.innerText()).toBe(formatNumber(value, language))
}
