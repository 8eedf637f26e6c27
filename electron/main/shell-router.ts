import { dirname } from 'node:path'
import { implement } from '@orpc/server'
import { app, type BrowserWindow, shell } from 'electron'
import { AppError } from '../../shared/kernel/app-error.ts'
import type { FileGrant } from '../../shared/kernel/contract-base.ts'
import {
  maxFolderFiles,
  type Preferences,
  preferencesSchema,
  shellContract,
  type ShellEvent,
} from '../../shared/shell/shell.contract.ts'
import { askForFiles, askForFolder, askForTarget } from './dialogs.ts'
import type { EventQueue } from './event-queue.ts'
import type { FileGrants } from './file-grants.ts'
import { filesInFolder } from './folder-files.ts'
import type { Log } from './log.ts'
import type { SettingsFile } from './settings-file.ts'
import { shellTexts } from './texts.ts'

export type ShellRouterParts = {
  window(): BrowserWindow
  settings: SettingsFile
  grants: FileGrants
  events: EventQueue<ShellEvent>
  log: Log
  /** Language, colours or the like changed: menu and window follow. */
  onPreferences(preferences: Preferences): void
  /** The list of recent workspaces changed. */
  onRecent(): void
}

type Print = Pick<ShellRouterParts, 'window' | 'log'>

/** Shows the system's print dialog. A cancelled print is as good as a done one; a failed one goes to the log. */
function print({ window, log }: Print): Promise<void> {
  return new Promise((resolve) => {
    window().webContents.print({ printBackground: true }, (isDone, reason) => {
      if (!isDone && !/cancel/i.test(reason)) log.error('main', `printing failed: ${reason}`)
      resolve()
    })
  })
}

/** The procedures of the shell contract. */
export function createShellRouter(parts: ShellRouterParts) {
  const { settings, grants, events } = parts
  const os = implement(shellContract)
    .$context<object>()
    .use(async ({ next, errors }) => {
      try {
        return await next()
      } catch (error) {
        if (error instanceof AppError) throw errors.REFUSED({ data: error.refusal })
        parts.log.error('main', error instanceof Error ? (error.stack ?? error.message) : String(error))
        throw error
      }
    })
  const text = () => shellTexts(settings.current.preferences.language)
  const grantChosen = (path: string): FileGrant => {
    settings.update({ lastFolder: dirname(path) })
    return grants.grant(path)
  }
  const pathOf = (file: FileGrant): string => {
    const path = grants.path(file)
    if (path === undefined) throw new AppError('file-not-granted', { name: file.name })
    return path
  }
  return os.router({
    info: os.info.handler(() => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      platform: process.platform,
      locale: app.getLocale(),
    })),
    preferences: os.preferences.handler(() => settings.current.preferences),
    savePreferences: os.savePreferences.handler(({ input }) => {
      const named = Object.entries(input).filter(([, value]) => value !== undefined)
      const preferences = preferencesSchema.parse({
        ...settings.current.preferences,
        ...Object.fromEntries(named),
      })
      settings.update({ preferences })
      parts.onPreferences(preferences)
      return preferences
    }),
    chooseFiles: os.chooseFiles.handler(async ({ input }) => {
      const ask = { ...input, folder: settings.current.lastFolder }
      return (await askForFiles(parts.window(), text(), ask)).map(grantChosen)
    }),
    chooseFolder: os.chooseFolder.handler(async () => {
      const folder = await askForFolder(parts.window(), text(), settings.current.lastFolder)
      if (folder === null) return null
      settings.update({ lastFolder: folder })
      return filesInFolder(folder, maxFolderFiles).map((path) => grants.grant(path))
    }),
    chooseTarget: os.chooseTarget.handler(async ({ input }) => {
      const folder = settings.current.lastFolder ?? app.getPath('documents')
      const path = await askForTarget(parts.window(), text(), { ...input, folder })
      return path === null ? null : grantChosen(path)
    }),
    reveal: os.reveal.handler(({ input }) => shell.showItemInFolder(pathOf(input.file))),
    recentWorkspaces: os.recentWorkspaces.handler(() =>
      settings.current.recentWorkspaces.map(({ path, openedAt }) => ({
        file: grants.grant(path),
        folder: dirname(path),
        openedAt,
      })),
    ),
    forgetWorkspace: os.forgetWorkspace.handler(({ input }) => {
      const forgotten = pathOf(input.file)
      const recentWorkspaces = settings.current.recentWorkspaces.filter(({ path }) => path !== forgotten)
      settings.update({ recentWorkspaces })
      parts.onRecent()
    }),
    print: os.print.handler(() => print(parts)),
    paste: os.paste.handler(() => parts.window().webContents.paste()),
    events: os.events.handler(({ signal }) => events.take(signal)),
  })
}
