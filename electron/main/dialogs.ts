import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type BrowserWindow, dialog, type FileFilter } from 'electron'
import type { z } from 'zod'
import type { filePurposeSchema } from '../../shared/shell/shell.contract.ts'
import { safeFileName, withExtension } from './file-names.ts'
import type { ShellText, ShellTextKey } from './texts.ts'

export type FilePurpose = z.infer<typeof filePurposeSchema>

type FileKind = { open: ShellTextKey; save: ShellTextKey; type: ShellTextKey; extensions: readonly string[] }

const other = { open: 'dialog.open.other', save: 'dialog.save.other' } as const

/** The first extension is the one that a saved file gets. */
const kinds: Readonly<Record<FilePurpose, FileKind>> = {
  register: {
    ...other,
    open: 'dialog.open.register',
    type: 'dialog.type.register',
    extensions: ['xlsx', 'csv'],
  },
  attachment: { ...other, open: 'dialog.open.attachment', type: 'dialog.type.any', extensions: [] },
  package: {
    open: 'dialog.open.package',
    save: 'dialog.save.package',
    type: 'dialog.type.package',
    extensions: ['zip'],
  },
  answer: { ...other, open: 'dialog.open.answer', type: 'dialog.type.answer', extensions: ['json', 'zip'] },
  certificate: {
    ...other,
    open: 'dialog.open.certificate',
    type: 'dialog.type.certificate',
    extensions: ['pem', 'crt', 'cer'],
  },
  accreditations: {
    ...other,
    open: 'dialog.open.accreditations',
    type: 'dialog.type.accreditations',
    extensions: ['json', 'csv', 'xlsx'],
  },
  workspace: {
    open: 'dialog.open.workspace',
    save: 'dialog.save.workspace',
    type: 'dialog.type.workspace',
    extensions: ['qosdiplom'],
  },
  xlsx: { ...other, type: 'dialog.type.xlsx', extensions: ['xlsx'] },
  csv: { ...other, type: 'dialog.type.csv', extensions: ['csv'] },
  json: { ...other, type: 'dialog.type.json', extensions: ['json'] },
  pdf: { ...other, type: 'dialog.type.pdf', extensions: ['pdf'] },
  docx: { ...other, type: 'dialog.type.docx', extensions: ['docx'] },
  zip: { ...other, type: 'dialog.type.zip', extensions: ['zip'] },
  folder: { ...other, save: 'dialog.save.folder', type: 'dialog.type.any', extensions: [] },
  svg: { ...other, type: 'dialog.type.svg', extensions: ['svg'] },
  png: { ...other, type: 'dialog.type.png', extensions: ['png'] },
  any: { ...other, type: 'dialog.type.any', extensions: [] },
}

const everything = (t: ShellText): FileFilter => ({ name: t('dialog.type.any'), extensions: ['*'] })

function filters(t: ShellText, kind: FileKind): FileFilter[] {
  if (kind.extensions.length === 0) return [everything(t)]
  return [{ name: t(kind.type), extensions: [...kind.extensions] }, everything(t)]
}

/** Opens the system's dialog for existing files; an empty list: cancelled. */
export async function askForFiles(
  window: BrowserWindow,
  t: ShellText,
  ask: { purpose: FilePurpose; multiple: boolean; folder: string | null },
): Promise<string[]> {
  const kind = kinds[ask.purpose]
  const answer = await dialog.showOpenDialog(window, {
    title: t(kind.open),
    filters: filters(t, kind),
    properties: ask.multiple ? ['openFile', 'multiSelections'] : ['openFile'],
    ...(ask.folder === null ? {} : { defaultPath: ask.folder }),
  })
  return answer.canceled ? [] : answer.filePaths
}

/** Opens the system's dialog for a folder; null: cancelled. */
export async function askForFolder(
  window: BrowserWindow,
  t: ShellText,
  folder: string | null,
): Promise<string | null> {
  const answer = await dialog.showOpenDialog(window, {
    title: t('dialog.open.folder'),
    properties: ['openDirectory'],
    ...(folder === null ? {} : { defaultPath: folder }),
  })
  return answer.canceled ? null : (answer.filePaths[0] ?? null)
}

async function mayReplace(window: BrowserWindow, t: ShellText, path: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: t('dialog.replace.question', { name: basename(path) }),
    detail: t('dialog.replace.detail'),
    buttons: [t('dialog.replace.yes'), t('dialog.replace.no')],
    defaultId: 1,
    cancelId: 1,
  })
  return response === 0
}

/** Asks where to save; the answer has the extension of its kind; null: cancelled. */
export async function askForTarget(
  window: BrowserWindow,
  t: ShellText,
  ask: { purpose: FilePurpose; suggestedName: string; folder: string },
): Promise<string | null> {
  const kind = kinds[ask.purpose]
  const answer = await dialog.showSaveDialog(window, {
    title: t(kind.save),
    filters: filters(t, kind),
    defaultPath: join(ask.folder, withExtension(safeFileName(ask.suggestedName), kind.extensions)),
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  if (answer.canceled || answer.filePath === '') return null
  const path = withExtension(answer.filePath, kind.extensions)
  // The dialog asked about the name without the extension.
  if (path !== answer.filePath && existsSync(path) && !(await mayReplace(window, t, path))) return null
  return path
}
