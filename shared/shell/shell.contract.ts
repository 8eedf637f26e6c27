import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { refusalSchema } from '../kernel/app-error.ts'
import { fileGrantSchema, procedure } from '../kernel/contract-base.ts'
import { languageSchema } from '../kernel/record.ts'

/** Most files that a chosen or dropped folder gives; one more than is added at a time, so that too many are noticed. */
export const maxFolderFiles = 2001

/** What a chosen file is for: decides the dialog's title and file types. */
export const filePurposeSchema = z.enum([
  'register',
  'attachment',
  'package',
  'answer',
  'certificate',
  'accreditations',
  'workspace',
  'xlsx',
  'csv',
  'json',
  'pdf',
  'docx',
  'zip',
  /** A folder that is made: no extension, and nothing may stand there. */
  'folder',
  'svg',
  'png',
  'any',
])

export const colourSchemeSchema = z.enum(['light', 'dark', 'auto'])

/** What the program remembers on this computer, outside any workspace. */
export const preferencesSchema = z.object({
  language: languageSchema,
  colourScheme: colourSchemeSchema,
  density: z.enum(['compact', 'normal', 'comfortable']),
  railCollapsed: z.boolean(),
  /** Screen → its remembered filters, sort, columns and widths; the page validates them when it reads them. */
  views: z.record(z.string(), z.unknown()),
})
export type Preferences = z.infer<typeof preferencesSchema>

/** Commands of the native menu and its shortcuts, carried out by the page. */
export const shellCommandSchema = z.enum([
  'new-record',
  'save',
  'find',
  'palette',
  'import',
  'print',
  'undo',
  'open-workspace',
  'new-workspace',
  'close-workspace',
  'backup',
  'settings',
  'shortcuts',
])
export type ShellCommand = z.infer<typeof shellCommandSchema>

export const shellEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), command: shellCommandSchema }),
  /** Files dropped on the window, and those inside dropped folders. */
  z.object({
    kind: z.literal('dropped'),
    files: z.array(fileGrantSchema),
    inFolders: z.array(fileGrantSchema),
  }),
  /** A workspace file was opened from outside (file manager, second start): the page opens it. */
  z.object({ kind: z.literal('open'), file: fileGrantSchema }),
  /** The workspace named at the start could not be opened. */
  z.object({ kind: z.literal('refused'), name: z.string(), refusal: refusalSchema }),
])
export type ShellEvent = z.infer<typeof shellEventSchema>

/** What only the shell (Electron's main process) can do for the page. */
export const shellContract = {
  info: procedure.output(
    z.object({ version: z.string(), electron: z.string(), platform: z.string(), locale: z.string() }),
  ),
  preferences: procedure.output(preferencesSchema),
  savePreferences: procedure.input(preferencesSchema.partial()).output(preferencesSchema),
  /** Opens the system's dialog; an empty list: the person cancelled. */
  chooseFiles: procedure
    .input(z.object({ purpose: filePurposeSchema, multiple: z.boolean() }))
    .output(z.array(fileGrantSchema)),
  /** Opens the system's dialog for a folder and gives the files in it; null: the person cancelled. */
  chooseFolder: procedure.output(z.array(fileGrantSchema).nullable()),
  /** Asks where to save; null: the person cancelled. */
  chooseTarget: procedure
    .input(z.object({ purpose: filePurposeSchema, suggestedName: z.string().max(200) }))
    .output(fileGrantSchema.nullable()),
  /** Shows a file that was granted in the system's file manager. */
  reveal: procedure.input(z.object({ file: fileGrantSchema })).output(z.void()),
  recentWorkspaces: procedure.output(
    z.array(z.object({ file: fileGrantSchema, folder: z.string(), openedAt: z.iso.datetime() })),
  ),
  forgetWorkspace: procedure.input(z.object({ file: fileGrantSchema })).output(z.void()),
  print: procedure.output(z.void()),
  /** Gives the page the clipboard as the paste keys do: in the event of a paste. */
  paste: procedure.output(z.void()),
  /** What happens meanwhile, in order and from the connection on; nothing is lost before the page begins to listen. */
  events: procedure.output(eventIterator(shellEventSchema)),
}
