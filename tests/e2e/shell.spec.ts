import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type LaunchedApp, launchApp } from '../support/launch.ts'

const firstScreen = '[data-app-state="welcome"]'
const openWorkspace = '[data-app-state="ready"]'

let folder: string
let launched: LaunchedApp | null = null

/** A workspace made by the program itself, for the tests that open one. */
const workspace = (): string => join(folder, 'Тізілім.qosdiplom')

async function start(options: Parameters<typeof launchApp>[0] = {}): Promise<LaunchedApp> {
  launched = await launchApp({ language: 'en', ...options })
  return launched
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qosdiplom-shell-'))
  const { page, stubSave } = await start()
  await page.waitForSelector(firstScreen)
  await stubSave(workspace())
  await page.getByRole('button', { name: 'New workspace' }).first().click()
  await page.waitForSelector(openWorkspace)
  await launched?.close()
  launched = null
})

afterEach(async () => {
  await launched?.close()
  launched = null
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('opening a workspace from outside', () => {
  it('takes a file named on the command line', async () => {
    const { page } = await start({ workspace: workspace() })
    await page.waitForSelector(openWorkspace)
    await expect.poll(() => page.title()).toContain('Тізілім')
  })

  it('says so when the named file is not there, and stays usable', async () => {
    const { page } = await start({ workspace: join(folder, 'missing.qosdiplom') })
    await page.waitForSelector(firstScreen)
    await page.getByRole('alert').first().waitFor()
    expect(existsSync(join(folder, 'missing.qosdiplom'))).toBe(false)
  })

  it('takes a file dropped on the window', async () => {
    const { page } = await start()
    await page.waitForSelector(firstScreen)
    const session = await page.context().newCDPSession(page)
    const drop = { x: 400, y: 300, data: { items: [], files: [workspace()], dragOperationsMask: 1 } }
    await session.send('Input.dispatchDragEvent', { type: 'dragEnter', ...drop })
    await session.send('Input.dispatchDragEvent', { type: 'dragOver', ...drop })
    await session.send('Input.dispatchDragEvent', { type: 'drop', ...drop })
    await page.waitForSelector(openWorkspace)
    await expect.poll(() => page.title()).toContain('Тізілім')
  })

  it('hands the file of a second start to the window that is open', async () => {
    const { app, page, userData } = await start()
    await page.waitForSelector(firstScreen)
    const binary = await app.evaluate(() => process.execPath)
    const args = (await app.evaluate(() => process.argv.slice(1))).filter(
      (argument) => !/^--(inspect|remote)/.test(argument),
    )
    const second = spawn(binary, [...args, `--user-data-dir=${userData}`, workspace()], { stdio: 'ignore' })
    const code = await new Promise((resolve) => second.on('exit', resolve))
    expect(code).toBe(0)
    await page.waitForSelector(openWorkspace)
    await expect.poll(() => page.title()).toContain('Тізілім')
  })
})

describe('what the program remembers', () => {
  it('is the size of the window and the language', async () => {
    const userData = join(folder, 'remembered')
    const first = await start({ userData })
    await first.page.waitForSelector(firstScreen)
    await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1111, 777))
    await expect.poll(() => first.page.evaluate(() => window.outerWidth)).toBe(1111)
    await first.close()
    const second = await start({ userData })
    await second.page.waitForSelector(firstScreen)
    const size = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize())
    expect(size).toEqual([1111, 777])
    expect(await second.page.getAttribute('html', 'lang')).toBe('en')
  })

  it('is put aside when its file is damaged', async () => {
    const userData = mkdtempSync(join(folder, 'damaged-'))
    writeFileSync(join(userData, 'settings.json'), '{"preferences": {"language"')
    const { page } = await start({ userData })
    await page.waitForSelector(firstScreen)
    expect(readFileSync(join(userData, 'settings.damaged.json'), 'utf8')).toBe('{"preferences": {"language"')
  })
})

describe('the native menu', () => {
  it('speaks the language chosen in the window', async () => {
    const { app, page } = await start()
    await page.waitForSelector(firstScreen)
    const labels = (): Promise<string[] | undefined> =>
      app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))
    expect(await labels()).toContain('View')
    await page.getByRole('button', { name: /English/ }).click()
    await page.getByRole('menuitem', { name: 'Қазақша' }).click()
    await expect.poll(labels).toContain('Көрініс')
    await expect.poll(() => page.getAttribute('html', 'lang')).toBe('kk')
  })

  it('opens a workspace and lists it among the recent ones', async () => {
    const { app, page, stubOpen, chooseCommand } = await start()
    await page.waitForSelector(firstScreen)
    await stubOpen([workspace()])
    await chooseCommand('open-workspace')
    await page.waitForSelector(openWorkspace)
    await expect
      .poll(() =>
        app.evaluate(({ Menu }) =>
          Menu.getApplicationMenu()
            ?.getMenuItemById('recent')
            ?.submenu?.items.map(({ label }) => label),
        ),
      )
      .toEqual([expect.stringContaining('Тізілім.qosdiplom')])
  })
})

describe('a page that fails', () => {
  it('is loaded anew when the person asks for it, with the workspace still open', async () => {
    const { app, page, stubMessage } = await start({ workspace: workspace() })
    await page.waitForSelector(openWorkspace)
    await stubMessage(0)
    const loaded = app.evaluate(
      ({ BrowserWindow }) =>
        new Promise((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents
          contents?.once('did-finish-load', () => resolve(true))
          contents?.forcefullyCrashRenderer()
        }),
    )
    expect(await loaded).toBe(true)
    const state = await app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      for (let attempt = 0; attempt < 100; attempt++) {
        if (contents?.getTitle().includes('Тізілім') === true) return contents.getTitle()
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      return contents?.getTitle()
    })
    expect(state).toContain('Тізілім')
  })
})
