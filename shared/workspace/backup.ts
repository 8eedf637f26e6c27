import { z } from 'zod'
import { fileGrantSchema } from '../kernel/contract-base.ts'
import { entitySchema, localizedTextSchema } from '../kernel/record.ts'

/** Why a backup was written: by hand, or by itself, at the opening, while people worked, or before a large change. */
export const backupReasonSchema = z.enum(['manual', 'opened', 'activity', 'import', 'migration', 'restore'])
export type BackupReason = z.infer<typeof backupReasonSchema>

/** A backup of the open workspace, as its file tells. */
export const storedBackupSchema = z.object({
  /** File name inside the backups folder. */
  name: z.string(),
  at: z.iso.datetime(),
  reason: backupReasonSchema,
  /** Bytes. */
  size: z.number().int(),
  /** Number of applied migrations; null: the file has no readable header. */
  schemaVersion: z.number().int().nullable(),
})
export type StoredBackup = z.infer<typeof storedBackupSchema>

/** Where to restore from: a backup of the open workspace by its name, or a file that a person chose. */
export const backupSourceSchema = z.union([
  z.object({ name: z.string().max(200) }),
  z.object({ file: fileGrantSchema }),
])
export type BackupSource = z.infer<typeof backupSourceSchema>

/** The parts of a workspace that an integrity check looks at. */
export const integrityCheckSchema = z.enum(['file', 'references', 'audit', 'attachments', 'packages'])

export const integrityFindingSchema = z.object({
  check: integrityCheckSchema,
  /** What was found, in terms an administrator can search for; it holds no personal data. */
  detail: z.string(),
})

/** What is in a workspace, in numbers. */
export const workspaceContentsSchema = z.object({
  institution: localizedTextSchema,
  /** Live records. */
  counts: z.record(entitySchema, z.number().int()),
  attachments: z.number().int(),
  packages: z.number().int(),
  /** Number of changes ever made, which is the length of the audit trail. */
  changes: z.number().int(),
  lastChangeAt: z.iso.datetime().nullable(),
})
export type WorkspaceContents = z.infer<typeof workspaceContentsSchema>

/** What a restore would do. */
export const restorePreviewSchema = z.object({
  name: z.string(),
  size: z.number().int(),
  schemaVersion: z.number().int(),
  /** The version of this program; an older backup is brought up to it by the restore. */
  knownVersion: z.number().int(),
  now: workspaceContentsSchema,
  /** Null: the file is too damaged to be read. */
  backup: workspaceContentsSchema.nullable(),
  /** Empty: the backup is whole and can be restored. */
  findings: z.array(integrityFindingSchema),
})
export type RestorePreview = z.infer<typeof restorePreviewSchema>

export const restoreResultSchema = z.object({
  /** Name of the backup that was made of the replaced state. */
  safetyBackup: z.string(),
  contents: workspaceContentsSchema,
})
export type RestoreResult = z.infer<typeof restoreResultSchema>
