import { app } from 'electron'
import { type SettingsFile, withRecent } from './settings-file.ts'

/** Remembers which workspace is open, for the next start and for the list of recent ones; null: it was closed. */
export function rememberWorkspace(settings: SettingsFile, path: string | null): void {
  if (path === null) {
    settings.update({ openWorkspace: null })
    return
  }
  const recentWorkspaces = withRecent(settings.current.recentWorkspaces, path, new Date().toISOString())
  settings.update({ openWorkspace: path, recentWorkspaces })
  app.addRecentDocument(path)
}
