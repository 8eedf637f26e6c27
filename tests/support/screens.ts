import type { Page } from 'playwright-core'

/** One screen to be pictured: how to get there in a window with the sample university open. */
export type Screen = {
  readonly name: string
  open(page: Page): Promise<void>
}

/** Goes to an address of the program, afresh even when it is the present one. */
async function go(page: Page, path: string): Promise<void> {
  await page.keyboard.press('Escape')
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, path)
  await page.locator('main h1, main h2').first().waitFor()
}

/** A list with its first record open beside it. */
async function openFirstRecord(page: Page, path: string): Promise<void> {
  await go(page, path)
  await page.locator('[role="row"][aria-rowindex="2"] [data-column="0"]').first().click()
  await page.waitForFunction((place) => window.location.hash.startsWith(`#${place}/`), path)
}

async function openSampleCycle(page: Page): Promise<void> {
  await go(page, '/assessment')
  await page.locator('main a[href*="/assessment/cycle/"]').first().click()
  await page.locator('main svg[role="img"]').first().waitFor()
}

const place = (name: string, path: string): Screen => ({ name, open: (page) => go(page, path) })
const record = (name: string, path: string): Screen => ({ name, open: (page) => openFirstRecord(page, path) })

/** Every screen of the program. `welcome` is the first screen, shown without a workspace. */
export const screens: readonly Screen[] = [
  { name: 'welcome', open: (page) => page.locator('[data-app-state="welcome"]').waitFor() },
  place('overview', '/'),
  place('partners', '/partners'),
  record('partner', '/partners'),
  place('agreements', '/agreements'),
  record('agreement', '/agreements'),
  place('programmes', '/programmes'),
  record('programme', '/programmes'),
  place('mobility', '/mobility'),
  record('cohort', '/mobility'),
  place('year-entry', '/mobility/entry'),
  place('accreditation', '/accreditation'),
  record('accreditation-record', '/accreditation'),
  place('accreditation-plan', '/accreditation/plan'),
  place('accreditation-import', '/accreditation/import'),
  place('agencies', '/agencies'),
  place('cycles', '/assessment'),
  { name: 'cycle', open: openSampleCycle },
  {
    name: 'assessment',
    open: async (page) => {
      await openSampleCycle(page)
      await page.locator('main a[href*="/assessment/work/"]').first().click()
      await page.locator('[contenteditable]').waitFor()
    },
  },
  place('comparison', '/assessment/compare'),
  place('ministry', '/ministry'),
  place('form', '/ministry/VP-32'),
  place('receivers', '/ministry/receivers'),
  place('reports', '/reports'),
  place('imports', '/imports'),
  place('frameworks', '/frameworks'),
  {
    name: 'framework',
    open: async (page) => {
      await go(page, '/frameworks')
      await page.getByRole('link', { name: /ESG 2015/u }).click()
      await page.getByText('1.1.a', { exact: true }).waitFor()
    },
  },
  place('settings', '/settings'),
  {
    name: 'palette',
    open: async (page) => {
      await go(page, '/agreements')
      await page.keyboard.press('Control+K')
      await page.getByRole('dialog').waitFor()
    },
  },
]
