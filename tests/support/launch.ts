import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import type { Language } from '../../shared/kernel/record.ts'
import type { Preferences, ShellCommand } from '../../shared/shell/shell.contract.ts'

/** The Electron under test and how it is started on this machine; `scripts/e2e.mjs` names them. */
function environment() {
  const packaged = process.env['QOSDIPLOM_PACKAGED']
  const app = resolve(process.env['QOSDIPLOM_OUT'] ?? '.')
  const switches = (process.env['QOSDIPLOM_SWITCHES'] ?? '').split(' ').filter((text) => text !== '')
  return { packaged: packaged === undefined || packaged === '' ? null : packaged, app, switches }
}

export type LaunchOptions = {
  /** Folder of the settings; by default a new one, removed at the end. */
  userData?: string
  /** Language of the window; by default what the program chooses on this system. */
  language?: Language
  colourScheme?: Preferences['colourScheme']
  /** Workspace file named on the command line. */
  workspace?: string
  /** More arguments for the program. */
  args?: readonly string[]
}

export type LaunchedApp = {
  app: ElectronApplication
  page: Page
  /** Folder of the settings and the log. */
  userData: string
  /** Warnings and errors of the page's console and its uncaught errors, from the first moment. */
  complaints: string[]
  /** Lets the next dialogs for existing files answer with these; none: cancelled. */
  stubOpen: (paths: readonly string[]) => Promise<void>
  /** Lets the next dialogs for saving answer with this; null: cancelled. */
  stubSave: (path: string | null) => Promise<void>
  /** Presses the button of that number in the next native messages. */
  stubMessage: (button: number) => Promise<void>
  /** Chooses a command from the native menu. */
  chooseCommand: (command: ShellCommand) => Promise<void>
  /** Sets the size of the page in device-independent pixels. */
  resize: (width: number, height: number) => Promise<void>
  /** Kills every process of the program at once, as a power cut would; what it left stays. */
  kill: () => Promise<void>
  /** Ends the program and removes what it left in a folder of its own. */
  close: () => Promise<void>
}

/** Settings that differ from those of a first start, written before it. */
function writeSettings(folder: string, options: LaunchOptions): void {
  if (options.language === undefined && options.colourScheme === undefined) return
  const file = join(folder, 'settings.json')
  if (existsSync(file)) return
  mkdirSync(folder, { recursive: true })
  const preferences: Preferences = {
    language: options.language ?? 'ru',
    colourScheme: options.colourScheme ?? 'light',
    density: 'normal',
    railCollapsed: false,
    views: {},
  }
  const settings = { preferences, window: null, recentWorkspaces: [], openWorkspace: null, lastFolder: null }
  writeFileSync(file, JSON.stringify(settings))
}

/**
 * What to start. Without a path Playwright takes the Electron that `scripts/e2e.mjs` names in the environment, and holds
 * the program back until it is connected; the packaged program cannot be held back.
 */
function commandLine(options: LaunchOptions, userData: string): { executablePath?: string; args: string[] } {
  const { packaged, app, switches } = environment()
  const own = [`--user-data-dir=${userData}`, ...(options.args ?? [])]
  if (options.workspace !== undefined) own.push(`--workspace=${options.workspace}`)
  if (packaged !== null) return { executablePath: packaged, args: [...switches, ...own] }
  return { args: [...switches, app, ...own] }
}

/**
 * Playwright's connection to a window that is just being made can hang on a busy machine when the program could not be
 * held back; the start is repeated then. A program that does not start at all fails every time.
 */
async function start(options: LaunchOptions, userData: string): Promise<ElectronApplication> {
  const launch = {
    ...commandLine(options, userData),
    env: { HOME: homedir(), ...definedVariables(process.env) },
    timeout: 15_000,
  }
  for (let attempt = 1; attempt < 3; attempt++) {
    try {
      return await _electron.launch(launch)
    } catch (error) {
      if (!/Timeout/.test(String(error))) throw error
    }
  }
  return _electron.launch(launch)
}

/** How the command line of the program under test is called: the file, and the arguments that come first. */
export function commandLineProgram(): { file: string; first: string[] } {
  const { packaged, app, switches } = environment()
  if (packaged !== null) return { file: join(dirname(packaged), 'bin', 'qosdiplom'), first: [] }
  const electron = process.env['QOSDIPLOM_ELECTRON']
  if (electron === undefined) throw new Error('these tests are run by "npm run e2e"')
  return { file: electron, first: [...switches, '--log-level=3', app, '--cli', '--'] }
}

/** Whether the tests run on the packaged program. */
export const isPackagedRun = environment().packaged !== null

/** Starts the program and waits for its window. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'qosdiplom-e2e-'))
  writeSettings(userData, options)
  const app = await start(options, userData)
  const complaints: string[] = []
  const listen = (page: Page): void => {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
  }
  app.on('window', listen)
  const page = await app.firstWindow()
  page.setDefaultTimeout(30_000)

  return {
    app,
    page,
    userData,
    complaints,
    stubOpen: (paths) =>
      app.evaluate(
        ({ dialog }, filePaths) => {
          dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths })
        },
        [...paths],
      ),
    stubSave: (path) =>
      app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () =>
          Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' })
      }, path),
    stubMessage: (button) =>
      app.evaluate(({ dialog }, response) => {
        dialog.showMessageBox = () => Promise.resolve({ response, checkboxChecked: false })
        dialog.showMessageBoxSync = () => response
      }, button),
    chooseCommand: (command) =>
      app.evaluate(({ Menu }, id) => {
        Menu.getApplicationMenu()?.getMenuItemById(id)?.click()
      }, command),
    resize: (width, height) =>
      app.evaluate(
        ({ BrowserWindow }, size) => {
          const window = BrowserWindow.getAllWindows()[0]
          window?.unmaximize()
          window?.setContentSize(size.width, size.height)
        },
        { width, height },
      ),
    kill: async () => {
      const main = app.process()
      const ended = once(main, 'exit')
      // Playwright makes the program the leader of a group: the window and the data service die with it.
      process.kill(-(main.pid ?? 0), 'SIGKILL')
      await ended
    },
    close: async () => {
      await app.close()
      if (options.userData === undefined) rmSync(userData, { recursive: true, force: true })
    },
  }
}

function definedVariables(variables: NodeJS.ProcessEnv): Record<string, string> {
  const defined: Record<string, string> = {}
  for (const [name, value] of Object.entries(variables)) if (value !== undefined) defined[name] = value
  return defined
}
