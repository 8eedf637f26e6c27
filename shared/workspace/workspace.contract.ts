import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { fileGrantSchema, procedure, progressSchema } from '../kernel/contract-base.ts'
import { entitySchema, idSchema, languageSchema, recordReferenceSchema } from '../kernel/record.ts'
import {
  backupSourceSchema,
  integrityFindingSchema,
  restorePreviewSchema,
  restoreResultSchema,
  storedBackupSchema,
} from './backup.ts'

export const sampleKindSchema = z.enum(['university', 'national'])
export type SampleKind = z.infer<typeof sampleKindSchema>

/** What the open workspace is. Null state: none is open. */
export const workspaceStateSchema = z.object({
  /** File name without folder and extension. */
  name: z.string(),
  /** Why nothing can be written (the file itself may not be, or its folder), or null. A newer file is refused, not opened. */
  readOnly: z.enum(['file', 'folder']).nullable(),
  isSample: z.boolean(),
  lastBackupAt: z.iso.datetime().nullable(),
  counts: z.record(entitySchema, z.number().int()),
  outbox: z.object({ waiting: z.number().int(), failed: z.number().int(), isPaused: z.boolean() }),
})
export type WorkspaceState = z.infer<typeof workspaceStateSchema>

/** Topics whose answers may have changed; the page refreshes by them. */
export const changeTopicSchema = z.enum([
  'institution',
  'people',
  'frameworks',
  'assessment',
  'evidence',
  'actions',
  'agencies',
  'accreditation',
  'stakeholders',
  'surveys',
  'partners',
  'agreements',
  'programmes',
  'mobility',
  'attachments',
  'imports',
  'ministry',
  'views',
  'workspace',
])
export const changeSchema = z.object({ topics: z.array(changeTopicSchema) })
export type Change = z.infer<typeof changeSchema>

export const auditRowSchema = z.object({
  sequence: z.number().int(),
  at: z.iso.datetime(),
  actor: z.string(),
  action: z.enum(['create', 'change', 'remove', 'restore']),
  record: recordReferenceSchema.nullable(),
  /** Names of the fields that changed. */
  fields: z.array(z.string()),
})

export const workspaceContract = {
  state: procedure.output(workspaceStateSchema.nullable()),
  create: procedure
    .input(z.object({ at: fileGrantSchema, sample: sampleKindSchema.nullable(), language: languageSchema }))
    .output(workspaceStateSchema),
  open: procedure.input(z.object({ file: fileGrantSchema })).output(workspaceStateSchema),
  close: procedure.output(z.void()),
  /** A stream of what changed, from any window or process of this service. */
  changes: procedure.output(eventIterator(changeSchema)),
  backup: procedure.output(z.object({ name: z.string(), sha256: z.string(), size: z.number().int() })),
  /** The newest whole backup of a file that cannot be opened; null: there is none. */
  rescue: procedure.input(z.object({ file: fileGrantSchema })).output(storedBackupSchema.nullable()),
  /** Makes a new workspace out of a backup beside the file that cannot be opened, which stays as it is, and opens it. */
  openBackup: procedure
    .input(z.object({ file: fileGrantSchema, name: z.string().max(200) }))
    .output(workspaceStateSchema),
  /** The backups of the open workspace, newest first. */
  backups: procedure.output(z.array(storedBackupSchema)),
  /** Reads and checks a whole backup and says what restoring it would change. */
  restorePreview: procedure.input(backupSourceSchema).output(restorePreviewSchema),
  /**
   * Puts a backup in place of everything in the workspace, after a backup of the present state. Can be stopped until the
   * stage `replacing`.
   */
  restore: procedure.input(backupSourceSchema).output(eventIterator(progressSchema, restoreResultSchema)),
  integrity: procedure.output(
    z.object({
      ok: z.boolean(),
      findings: z.array(integrityFindingSchema),
      auditRows: z.number().int(),
    }),
  ),
  /** Audit rows of one record, newest first. */
  history: procedure.input(z.object({ entity: entitySchema, id: idSchema })).output(z.array(auditRowSchema)),
}
