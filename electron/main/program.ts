import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { app, type BrowserWindow, dialog, Menu, nativeTheme, session, shell } from 'electron'
import type { ServiceMessage } from '../../shared/shell/control.ts'
import { maxFolderFiles, type Preferences, type ShellEvent } from '../../shared/shell/shell.contract.ts'
import { serveApp } from './app-protocol.ts'
import { DataService } from './data-service.ts'
import { EventQueue } from './event-queue.ts'
import { FileGrants } from './file-grants.ts'
import { filesInFolder } from './folder-files.ts'
import { createLog, type Log } from './log.ts'
import { menuTemplate } from './menu.ts'
import { PageLink } from './page-link.ts'
import { leavePicture } from './picture.ts'
import { lockContents, lockSession } from './security.ts'
import { initialSettings, SettingsFile } from './settings-file.ts'
import { createShellRouter } from './shell-router.ts'
import type { StartArguments } from './start-arguments.ts'
import { languageOfSystem, type ShellText, shellTexts } from './texts.ts'
import { openWindow, pageAddress, preloadFile } from './window.ts'
import { rememberWorkspace } from './workspaces.ts'

const dataServiceFile = join(import.meta.dirname, '../data/index.js')
const pageFolder = join(import.meta.dirname, '../renderer')

/** The program with a window: puts its parts together and passes on what happens between them. */
export class Program {
  readonly #log: Log
  readonly #settings: SettingsFile
  readonly #events = new EventQueue<ShellEvent>()
  readonly #grants: FileGrants
  readonly #service: DataService
  readonly #link: PageLink
  #window: BrowserWindow | null = null
  #workspace: string | null = null
  #isQuitting = false

  /** Needs Electron to be ready. */
  constructor() {
    const userData = app.getPath('userData')
    this.#log = createLog(join(userData, 'logs'), { echo: !app.isPackaged })
    const language = languageOfSystem(app.getPreferredSystemLanguages())
    this.#settings = new SettingsFile(join(userData, 'settings.json'), initialSettings(language), (what) =>
      this.#log.error('main', what),
    )
    this.#grants = new FileGrants((grant, path) => this.#service.send({ type: 'grant', grant, path }))
    this.#service = new DataService(dataServiceFile, this.#log, {
      message: (message) => this.#onServiceMessage(message),
      restarted: () => this.#onServiceRestarted(),
      gaveUp: () => this.#onServiceGaveUp(),
    })
    const router = createShellRouter({
      window: () => this.#requireWindow(),
      settings: this.#settings,
      grants: this.#grants,
      events: this.#events,
      log: this.#log,
      onPreferences: (preferences) => this.#apply(preferences),
      onRecent: () => this.#buildMenu(),
    })
    this.#link = new PageLink({
      router,
      service: this.#service,
      log: this.#log,
      window: () => this.#window,
      onDropped: (paths) => this.#onDropped(paths),
    })
  }

  /** Opens the window and, beside it, the workspace that was named or was open last. */
  async run(args: StartArguments): Promise<void> {
    this.#log.info(
      'main',
      `Qosdiplom ${app.getVersion()} on Electron ${process.versions.electron}, ${process.platform}`,
    )
    this.#watchProcess()
    this.#service.start()
    this.#openAtStart(args)
    lockSession(session.defaultSession, this.#log)
    app.on('web-contents-created', (_event, contents) => lockContents(contents, this.#log))
    serveApp(pageFolder)
    this.#apply(this.#settings.current.preferences)
    const window = openWindow({
      settings: this.#settings,
      log: this.#log,
      preload: preloadFile,
      isDevelopment: !app.isPackaged,
      quit: () => app.quit(),
    })
    this.#window = window
    window.on('closed', () => {
      this.#window = null
    })
    await window.loadURL(pageAddress).catch((error: unknown) => {
      // A person may close the window before the page has come up.
      if (!this.#isQuitting && !window.isDestroyed()) throw error
    })
    if (args.screenshot !== null) await this.#leavePictureAndQuit(window, args.screenshot)
  }

  /** A second start or the file manager: comes to the front and opens what was asked for. */
  openAgain(args: StartArguments): void {
    const window = this.#window
    if (window !== null) {
      if (window.isMinimized()) window.restore()
      window.focus()
    }
    if (args.workspace !== null) this.#events.push({ kind: 'open', file: this.#grants.grant(args.workspace) })
  }

  #openAtStart(args: StartArguments): void {
    const path = args.workspace ?? this.#settings.current.openWorkspace
    // A file that was open last time and is gone now is not worth a message; a named one is.
    if (path === null || (args.workspace === null && !existsSync(path))) return
    this.#workspace = path
    this.#service.send({ type: 'open', path })
  }

  async #leavePictureAndQuit(window: BrowserWindow, file: string): Promise<void> {
    await leavePicture(window, file)
    app.quit()
  }

  #onServiceMessage(message: ServiceMessage): void {
    // On the way out the workspace is closed as well, but it is still the one to open next time.
    if (this.#isQuitting) return
    if (message.type === 'workspace') {
      this.#workspace = message.path
      rememberWorkspace(this.#settings, message.path)
      this.#buildMenu()
    }
    if (message.type === 'refused') {
      this.#workspace = null
      this.#settings.update({ openWorkspace: null })
      this.#events.push({ kind: 'refused', name: basename(message.path), refusal: message.refusal })
    }
  }

  #onServiceRestarted(): void {
    for (const [grant, path] of this.#grants.entries()) this.#service.send({ type: 'grant', grant, path })
    if (this.#workspace !== null) this.#service.send({ type: 'open', path: this.#workspace })
    this.#link.renewDataPort()
  }

  #onServiceGaveUp(): void {
    const t = this.#text()
    const answer = dialog.showMessageBoxSync({
      type: 'error',
      message: t('service.gone.message'),
      detail: t('service.gone.detail'),
      buttons: [t('service.gone.quit'), t('service.gone.log')],
      defaultId: 0,
      cancelId: 0,
    })
    if (answer === 1) this.#showLog()
    app.quit()
  }

  #onDropped({ files, folders }: { files: readonly string[]; folders: readonly string[] }): void {
    const grant = (path: string) => this.#grants.grant(path)
    const inFolders = folders.flatMap((folder) => filesInFolder(folder, maxFolderFiles))
    this.#events.push({
      kind: 'dropped',
      files: files.map(grant),
      inFolders: inFolders.slice(0, maxFolderFiles).map(grant),
    })
  }

  #apply(preferences: Preferences): void {
    const source = preferences.colourScheme === 'auto' ? 'system' : preferences.colourScheme
    if (nativeTheme.themeSource !== source) nativeTheme.themeSource = source
    this.#buildMenu()
  }

  #buildMenu(): void {
    const template = menuTemplate(
      this.#text(),
      {
        command: (command) => this.#events.push({ kind: 'command', command }),
        openRecent: (path) => this.#events.push({ kind: 'open', file: this.#grants.grant(path) }),
        showLog: () => this.#showLog(),
        showAbout: () => this.#showAbout(),
      },
      {
        recent: this.#settings.current.recentWorkspaces.map(({ path }) => path),
        isMac: process.platform === 'darwin',
        isDevelopment: !app.isPackaged,
      },
    )
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }

  #showLog(): void {
    shell.showItemInFolder(join(this.#log.folder, 'qosdiplom.log'))
  }

  #showAbout(): void {
    const t = this.#text()
    const { electron, chrome, node } = process.versions
    const options = {
      message: t('about.message', { version: app.getVersion() }),
      detail: t('about.detail', { electron, chrome, node }),
      buttons: [t('about.close')],
    }
    const shown =
      this.#window === null ? dialog.showMessageBox(options) : dialog.showMessageBox(this.#window, options)
    shown.catch((error: unknown) => this.#log.error('main', String(error)))
  }

  #text(): ShellText {
    return shellTexts(this.#settings.current.preferences.language)
  }

  #requireWindow(): BrowserWindow {
    if (this.#window === null) throw new Error('the window is closed')
    return this.#window
  }

  #watchProcess(): void {
    process.on('uncaughtException', (error) => this.#log.error('main', error.stack ?? error.message))
    process.on('unhandledRejection', (reason) => this.#log.error('main', String(reason)))
    app.on('child-process-gone', (_event, { type, reason }) => {
      if (reason !== 'clean-exit') this.#log.error('main', `a process of type ${type} ended: ${reason}`)
    })
    app.on('window-all-closed', () => app.quit())
    app.on('will-quit', (event) => {
      if (this.#isQuitting) return
      this.#isQuitting = true
      event.preventDefault()
      this.#settings.flush()
      this.#service
        .stop()
        .catch((error: unknown) => this.#log.error('main', String(error)))
        .finally(() => app.quit())
    })
  }
}
