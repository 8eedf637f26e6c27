import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type LaunchedApp, launchApp } from '../support/launch.ts'

const firstScreen = '[data-app-state="welcome"]'
const openWorkspace = '[data-app-state="ready"]'

describe('the first start', () => {
  let launched: LaunchedApp
  beforeAll(async () => {
    launched = await launchApp()
    await launched.page.waitForSelector(firstScreen)
  })
  afterAll(() => launched.close())

  it('opens a window with the first screen and a title', async () => {
    expect(await launched.page.getByRole('button').count()).toBeGreaterThan(1)
    expect(await launched.page.title()).toContain('Qosdiplom')
    const window = await launched.app.evaluate(({ BrowserWindow }) => {
      const first = BrowserWindow.getAllWindows()[0]
      return { isVisible: first?.isVisible(), title: first?.getTitle() }
    })
    expect(window).toEqual({ isVisible: true, title: await launched.page.title() })
  })

  it('shows letters in the bundled font', async () => {
    const family = await launched.page.evaluate(async () => {
      await document.fonts.ready
      return {
        used: getComputedStyle(document.body).fontFamily,
        loaded: [...document.fonts].filter(({ status }) => status === 'loaded').map((font) => font.family),
      }
    })
    expect(family.used).toMatch(/Noto Sans/)
    expect(family.loaded.join(' ')).toMatch(/Noto Sans/)
  })

  it('complains about nothing', () => {
    expect(launched.complaints).toEqual([])
  })
})

describe.each([
  { language: 'kk', menu: 'Көрініс', html: 'kk' },
  { language: 'ru', menu: 'Вид', html: 'ru' },
  { language: 'en', menu: 'View', html: 'en' },
] as const)('the window in $language', ({ language, menu, html }) => {
  it('has menu and page in that language', async () => {
    const launched = await launchApp({ language })
    try {
      await launched.page.waitForSelector(firstScreen)
      const labels = await launched.app.evaluate(({ Menu }) =>
        Menu.getApplicationMenu()?.items.map(({ label }) => label),
      )
      expect(labels).toContain(menu)
      expect(await launched.page.getAttribute('html', 'lang')).toBe(html)
    } finally {
      await launched.close()
    }
  })
})

describe('a workspace', () => {
  let folder: string
  let launched: LaunchedApp | null = null
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'qosdiplom-smoke-'))
  })
  afterEach(async () => {
    await launched?.close()
    launched = null
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const userData = (): string => join(folder, 'settings')
  const file = (): string => join(folder, 'Бірінші.qosdiplom')

  it('is made by the first screen: the data service answers', async () => {
    launched = await launchApp({ language: 'en', userData: userData() })
    await launched.page.waitForSelector(firstScreen)
    await launched.stubSave(file())
    await launched.page.getByRole('button', { name: 'New workspace' }).first().click()
    await launched.page.waitForSelector(openWorkspace)
    expect(readFileSync(file()).subarray(0, 15).toString()).toBe('SQLite format 3')
    expect(launched.complaints).toEqual([])
  })

  it('is open again at the next start', async () => {
    launched = await launchApp({ userData: userData() })
    await launched.page.waitForSelector(openWorkspace)
    await expect.poll(() => launched?.page.title()).toContain('Бірінші')
  })

  it('goes on working in the same window when the data service ends unexpectedly', async () => {
    launched = await launchApp({ userData: userData() })
    const { page, app } = launched
    await page.waitForSelector(openWorkspace)
    const servicePid = (): Promise<number | undefined> =>
      app.evaluate(
        ({ app: electron }) =>
          electron
            .getAppMetrics()
            .find(({ serviceName, name }) => (name ?? serviceName) === 'Qosdiplom data service')?.pid,
      )
    const first = await servicePid()
    if (first === undefined) throw new Error('there is no data service')
    process.kill(first, 'SIGKILL')
    await expect.poll(servicePid, { timeout: 15_000 }).not.toBe(first)
    await expect.poll(servicePid, { timeout: 15_000 }).toBeDefined()
    await page.locator('a[href$="#/partners"]').first().click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expect.poll(() => page.title()).toContain('Бірінші')
  })
})
