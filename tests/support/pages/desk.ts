import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import type { RunnerTestCase } from 'vitest'
import type { Language } from '../../../shared/kernel/record.ts'
import { createI18n, type Translate } from '../../../shared/locales/i18n.ts'
import type { resources } from '../../../shared/locales/resources.ts'
import { type LaunchedApp, launchApp, type LaunchOptions } from '../launch.ts'

/** The open program as a person of one language has it: the window, and every text as it stands on the screen. */
export type Desk = LaunchedApp & { readonly language: Language; readonly t: Translate }

/** Starts the program in a language. */
export async function sitDown(options: LaunchOptions & { language: Language }): Promise<Desk> {
  const launched = await launchApp(options)
  return { ...launched, language: options.language, t: createI18n(options.language).t }
}

/** Leaves the desk after a test; of a failed one, a picture of the window stays in `test-results/`. */
export async function leave(desk: Desk, task: Readonly<RunnerTestCase>): Promise<void> {
  if (task.result?.state === 'fail') await keepPicture(desk, task.name)
  await desk.close()
}

async function keepPicture({ page, language }: Desk, test: string): Promise<void> {
  const folder = 'test-results'
  mkdirSync(folder, { recursive: true })
  const name = `${test.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)}-${language}.png`
  // The window may be gone; then there is nothing to picture.
  await page.screenshot({ path: join(folder, name), timeout: 5000 }).catch(() => undefined)
}

type PlaceId = keyof (typeof resources)['en']['common']['place']

/** Makes a new workspace from the first screen; the dialog answers with this file. */
export async function makeWorkspace({ page, t, stubSave }: Desk, file: string): Promise<void> {
  await page.locator('[data-app-state="welcome"]').waitFor()
  await stubSave(file)
  await page.getByRole('button', { name: t('workspace:welcome.create') }).click()
  await workspaceIsOpen({ page })
}

/** Makes a sample from the first screen; the dialog answers with this file. */
export async function makeSample(
  { page, t, stubSave }: Desk,
  sample: 'university' | 'national',
  file: string,
): Promise<void> {
  await page.locator('[data-app-state="welcome"]').waitFor()
  await stubSave(file)
  await page.getByRole('button', { name: t(`workspace:welcome.${sample}.title`) }).click()
  await workspaceIsOpen({ page })
}

/** Waits until a workspace is open. */
export async function workspaceIsOpen({ page }: Pick<Desk, 'page'>): Promise<void> {
  await page.locator('[data-app-state="ready"]').waitFor()
}

/** The list of places at the left. */
export function rail({ page, t }: Desk): Locator {
  return page.getByRole('navigation', { name: t('common:place.navigation') })
}

/** Goes to a place by the list at the left, and waits for its heading. */
export async function goTo(desk: Desk, place: PlaceId): Promise<void> {
  const { page, t } = desk
  await rail(desk)
    .getByRole('link', { name: t(`common:place.${place}`), exact: true })
    .click()
  await page.getByRole('heading', { level: 1, name: t(`common:place.${place}`) }).waitFor()
}

/** Waits for a message at the corner of the window. */
export async function isTold({ page }: Desk, text: string | RegExp): Promise<void> {
  await page.getByRole('alert').filter({ hasText: text }).first().waitFor()
}

/** A section of a page by its heading. */
export function section({ page }: Desk, title: string): Locator {
  return page.getByRole('region', { name: title, exact: true })
}
