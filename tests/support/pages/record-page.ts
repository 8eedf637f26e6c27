import type { Locator } from 'playwright-core'
import { type Desk, isTold } from './desk.ts'

/** The record that is open beside its list. */
export function openRecord({ page, t }: Pick<Desk, 'page' | 't'>): Locator {
  return page.getByRole('region', { name: t('common:panel.record'), exact: true })
}

/** A text field of the open record. */
export function field(desk: Pick<Desk, 'page' | 't'>, name: string): Locator {
  return openRecord(desk).getByRole('textbox', { name, exact: true })
}

/** A field of the open record that offers choices. */
export function choice(desk: Pick<Desk, 'page' | 't'>, name: string): Locator {
  return openRecord(desk).getByRole('combobox', { name, exact: true })
}

/** Begins a new record with the keys for it. */
export async function startNew(desk: Desk, title: string): Promise<void> {
  await desk.page.keyboard.press('ControlOrMeta+N')
  await openRecord(desk).getByRole('heading', { level: 2, name: title }).waitFor()
}

/** Saves the open record with the keys for it. */
export async function save(desk: Desk): Promise<void> {
  await desk.page.keyboard.press('ControlOrMeta+S')
  await isTold(desk, desk.t('common:saved'))
  await openRecord(desk)
    .getByRole('button', { name: desk.t('common:action.save'), exact: true })
    .waitFor({ state: 'hidden' })
}

/** Closes the open record with Esc; the list has the focus then. */
export async function close(desk: Desk): Promise<void> {
  await desk.page.keyboard.press('Escape')
  await openRecord(desk).waitFor({ state: 'hidden' })
}
