import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { BrowserWindow, dialog, nativeTheme, screen } from 'electron'
import { appOrigin } from './app-address.ts'
import type { Log } from './log.ts'
import type { SettingsFile } from './settings-file.ts'
import { shellTexts } from './texts.ts'
import { placeWindow, smallestWindow, type WindowState } from './window-state.ts'

/** The colour behind the page until it has painted: no flash of the other theme. */
const backgroundColour = (): string => (nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff')

function rememberBounds(window: BrowserWindow, settings: SettingsFile): void {
  const remember = (): void => {
    if (window.isDestroyed() || window.isMinimized()) return
    const state: WindowState = { ...window.getNormalBounds(), isMaximized: window.isMaximized() }
    settings.update({ window: state })
  }
  window.on('resize', remember)
  window.on('move', remember)
  window.on('maximize', remember)
  window.on('unmaximize', remember)
}

/** A page that holds unsaved changes says so when the window closes; the person decides. */
function askBeforeUnload(window: BrowserWindow, settings: SettingsFile): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const t = shellTexts(settings.current.preferences.language)
    const answer = dialog.showMessageBoxSync(window, {
      type: 'question',
      message: t('page.unsaved.message'),
      detail: t('page.unsaved.detail'),
      buttons: [t('page.unsaved.stay'), t('page.unsaved.leave')],
      defaultId: 0,
      cancelId: 0,
    })
    if (answer === 1) event.preventDefault()
  })
}

/** Offers to load the page anew when its process ended or does not answer. */
function watchPage(window: BrowserWindow, settings: SettingsFile, log: Log, quit: () => void): void {
  let isAsking = false
  const ask = async (kind: 'gone' | 'hanging'): Promise<void> => {
    if (isAsking || window.isDestroyed()) return
    isAsking = true
    const t = shellTexts(settings.current.preferences.language)
    const isGone = kind === 'gone'
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: isGone ? t('page.gone.message') : t('page.hanging.message'),
      detail: isGone ? t('page.gone.detail') : t('page.hanging.detail'),
      buttons: [t('page.gone.reload'), isGone ? t('page.gone.quit') : t('page.hanging.wait')],
      defaultId: 0,
      cancelId: 1,
    })
    isAsking = false
    if (response === 0 && !window.isDestroyed()) {
      if (!isGone) window.webContents.forcefullyCrashRenderer()
      window.webContents.reload()
    } else if (isGone) quit()
  }
  const report = (error: unknown): void => log.error('main', String(error))
  window.webContents.on('render-process-gone', (_event, details) => {
    log.error('main', `the page ended: ${details.reason}`)
    if (details.reason !== 'clean-exit' && !isAsking) ask('gone').catch(report)
  })
  window.on('unresponsive', () => {
    log.error('main', 'the page does not answer')
    ask('hanging').catch(report)
  })
}

/** Opens the window where it was left. It shows itself when the page has painted. */
export function openWindow(parts: {
  settings: SettingsFile
  log: Log
  preload: string
  isDevelopment: boolean
  quit(): void
}): BrowserWindow {
  const { settings, log } = parts
  const saved = settings.current.window
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
  const areas = [primary, ...others].map(({ workArea }) => workArea)
  const window = new BrowserWindow({
    ...placeWindow(saved, areas),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Qosdiplom',
    ...windowIcon(),
    backgroundColor: backgroundColour(),
    webPreferences: {
      preload: parts.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // The dictionaries would be fetched from the network.
      spellcheck: false,
      devTools: parts.isDevelopment,
    },
  })
  rememberBounds(window, settings)
  askBeforeUnload(window, settings)
  watchPage(window, settings, log, () => parts.quit())
  window.once('ready-to-show', () => {
    // Maximising shows the window, so it has to wait for the first paint as well.
    if (saved?.isMaximized === true) window.maximize()
    else window.show()
  })
  window.webContents.on('preload-error', (_event, _path, error) =>
    log.error('preload', error.stack ?? error.message),
  )
  return window
}

const iconFile = join(import.meta.dirname, '../../resources/icons/256x256.png')

/** Windows and macOS take the icon from the program's own file; a window on Linux has to be told. */
const windowIcon = (): { icon?: string } =>
  process.platform === 'linux' && existsSync(iconFile) ? { icon: iconFile } : {}

/** The address of the program's page. */
export const pageAddress = `${appOrigin}/index.html`

/** The preload beside the built main process. */
export const preloadFile = join(import.meta.dirname, '../preload/index.cjs')
