import type { Locator } from 'playwright-core'
import type { Desk } from './desk.ts'

/** More steps than the longest form has controls. */
const mostSteps = 120

/** Goes forward with the Tab key until the control has the focus. */
export async function tabTo({ page }: Pick<Desk, 'page'>, control: Locator): Promise<void> {
  await control.waitFor()
  for (let step = 0; step < mostSteps; step += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the Tab key does not lead to ${String(control)}`)
}

/** Goes to a text field and types in place of what is there. */
export async function typeInto(desk: Pick<Desk, 'page'>, field: Locator, text: string): Promise<void> {
  await tabTo(desk, field)
  await desk.page.keyboard.press('ControlOrMeta+A')
  await desk.page.keyboard.type(text)
}

/** Goes to a field that is searched by typing, and takes the first choice that is offered. */
export async function searchIn(
  desk: Pick<Desk, 'page'>,
  field: Locator,
  text: string,
  offered: string | RegExp,
): Promise<void> {
  const { page } = desk
  await tabTo(desk, field)
  await page.keyboard.type(text)
  await page.getByRole('option', { name: offered }).first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

/** Goes to a field with a few choices, opens it, and goes down to one. */
export async function chooseIn(desk: Pick<Desk, 'page'>, field: Locator, wanted: string): Promise<void> {
  const { page } = desk
  await tabTo(desk, field)
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: wanted, exact: true }).waitFor()
  for (let step = 0; step < mostSteps; step += 1) {
    const marked = page.locator('[role="option"][data-combobox-selected="true"]')
    if ((await marked.count()) === 1 && (await marked.innerText()) === wanted) break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
}
