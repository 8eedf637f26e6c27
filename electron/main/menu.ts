import { basename, dirname } from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'
import type { ShellCommand } from '../../shared/shell/shell.contract.ts'
import type { ShellText } from './texts.ts'

/** What the menu can do outside the page. */
export type MenuActions = {
  command(command: ShellCommand): void
  openRecent(path: string): void
  showLog(): void
  showAbout(): void
}

const longestRecent = 10
const separator: MenuItemConstructorOptions = { type: 'separator' }

/** Ids let tests find the items; a command's id is the command. */
function fileMenu(
  t: ShellText,
  actions: MenuActions,
  recent: readonly string[],
  isMac: boolean,
): MenuItemConstructorOptions {
  const item = commandItem(actions)
  const recentItems = recent.slice(0, longestRecent).map((path) => ({
    label: `${basename(path)}  (${dirname(path)})`,
    click: () => actions.openRecent(path),
  }))
  return {
    label: t('menu.file'),
    submenu: [
      item('new-workspace', t('menu.newWorkspace')),
      item('open-workspace', t('menu.openWorkspace'), 'CmdOrCtrl+O'),
      {
        id: 'recent',
        label: t('menu.recent'),
        submenu: recentItems.length > 0 ? recentItems : [{ label: t('menu.noRecent'), enabled: false }],
      },
      item('close-workspace', t('menu.closeWorkspace'), 'CmdOrCtrl+Shift+W'),
      separator,
      item('new-record', t('menu.newRecord'), 'CmdOrCtrl+N'),
      item('save', t('menu.save'), 'CmdOrCtrl+S'),
      separator,
      item('import', t('menu.import'), 'CmdOrCtrl+I'),
      item('backup', t('menu.backup')),
      separator,
      item('print', t('menu.print'), 'CmdOrCtrl+P'),
      ...(isMac ? [] : [separator, item('settings', t('menu.settings'), 'CmdOrCtrl+,')]),
      ...(isMac ? [] : [separator, { role: 'quit' as const, label: t('menu.quit') }]),
    ],
  }
}

function editMenu(t: ShellText, actions: MenuActions, isMac: boolean): MenuItemConstructorOptions {
  const item = commandItem(actions)
  // In a text field the key belongs to the field; elsewhere the page takes back the last change of a record.
  const undo: MenuItemConstructorOptions = isMac
    ? { role: 'undo', label: t('menu.undo') }
    : { ...item('undo', t('menu.undo'), 'CmdOrCtrl+Z'), registerAccelerator: false }
  return {
    label: t('menu.edit'),
    submenu: [
      undo,
      { role: 'redo', label: t('menu.redo') },
      separator,
      { role: 'cut', label: t('menu.cut') },
      { role: 'copy', label: t('menu.copy') },
      { role: 'paste', label: t('menu.paste') },
      { role: 'selectAll', label: t('menu.selectAll') },
      separator,
      item('find', t('menu.find'), 'CmdOrCtrl+F'),
      item('palette', t('menu.palette'), 'CmdOrCtrl+K'),
    ],
  }
}

function viewMenu(t: ShellText, isDevelopment: boolean): MenuItemConstructorOptions {
  return {
    label: t('menu.view'),
    submenu: [
      { role: 'zoomIn', label: t('menu.zoomIn') },
      { role: 'zoomOut', label: t('menu.zoomOut') },
      { role: 'resetZoom', label: t('menu.zoomReset') },
      separator,
      { role: 'togglefullscreen', label: t('menu.fullScreen') },
      ...(isDevelopment ? [separator, { role: 'toggleDevTools' as const }] : []),
    ],
  }
}

function helpMenu(t: ShellText, actions: MenuActions, isMac: boolean): MenuItemConstructorOptions {
  const item = commandItem(actions)
  return {
    label: t('menu.help'),
    submenu: [
      item('shortcuts', t('menu.shortcuts'), 'CmdOrCtrl+/'),
      { id: 'log', label: t('menu.log'), click: () => actions.showLog() },
      ...(isMac
        ? []
        : [separator, { id: 'about', label: t('menu.about'), click: () => actions.showAbout() }]),
    ],
  }
}

/** The first menu of a Mac, named after the program. */
function programMenu(t: ShellText, actions: MenuActions): MenuItemConstructorOptions {
  const item = commandItem(actions)
  return {
    label: 'Qosdiplom',
    submenu: [
      { id: 'about', label: t('menu.about'), click: () => actions.showAbout() },
      separator,
      item('settings', t('menu.settings'), 'Cmd+,'),
      separator,
      { role: 'services', label: t('menu.services') },
      separator,
      { role: 'hide', label: t('menu.hide') },
      { role: 'hideOthers', label: t('menu.hideOthers') },
      { role: 'unhide', label: t('menu.showAll') },
      separator,
      { role: 'quit', label: t('menu.quit') },
    ],
  }
}

function commandItem(actions: MenuActions) {
  return (id: ShellCommand, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    id,
    label,
    click: () => actions.command(id),
    ...(accelerator === undefined ? {} : { accelerator }),
  })
}

/** The native menu in one language. `recent` holds paths of workspaces, newest first. */
export function menuTemplate(
  t: ShellText,
  actions: MenuActions,
  options: { recent: readonly string[]; isMac: boolean; isDevelopment: boolean },
): MenuItemConstructorOptions[] {
  const { recent, isMac, isDevelopment } = options
  return [
    ...(isMac ? [programMenu(t, actions)] : []),
    fileMenu(t, actions, recent, isMac),
    editMenu(t, actions, isMac),
    viewMenu(t, isDevelopment),
    ...(isMac ? [{ role: 'windowMenu' as const, label: t('menu.window') }] : []),
    helpMenu(t, actions, isMac),
  ]
}
