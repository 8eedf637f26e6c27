import { readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { RestoreResult, StoredBackup } from '../../../shared/workspace/backup.ts'
import type { WorkspaceCare } from '../context.ts'
import type { Report } from '../imports/progress-stream.ts'
import { syncFolder } from '../files.ts'
import { type Backup, backupFolder, copyContents, syncFile } from './backup.ts'
import { listBackups } from './backup-rotation.ts'
import { readContents } from './contents.ts'
import { Database, type Writer } from './database.ts'
import { openSqliteEngine } from './engine.ts'
import { type Inspection, inspectBackup } from './inspect-backup.ts'
import { checkIntegrity } from './integrity.ts'
import { migrateSqlite } from './migrate.ts'
import { openConnection } from './sqlite-connection.ts'

export type RestoreRequest = {
  /** The open workspace and its file. */
  readonly path: string
  readonly database: Database
  /** The backup: its file, and its name for people. */
  readonly source: { readonly path: string; readonly name: string }
  readonly clock: () => Date
  readonly actor: string
  readonly care: WorkspaceCare
  /** Writes the backup of the state that will be replaced. */
  readonly backUp: () => Promise<Backup>
  readonly report: Report
}

/** Steps that are reported while a restore runs. */
const steps = 4

/**
 * Puts a backup in place of what is in the open workspace. Everything that can go wrong is done beside the file first: the
 * backup is checked and copied, the copy is brought up to this version, the restore is written into its audit trail and
 * its outbox is paused; the present state is backed up; then the contents change in one transaction
 * (docs/decisions/0014-restore.md).
 * Refuses with `backup-damaged`, `restore-overtaken` and what opening a file refuses; nothing was replaced then.
 */
export async function restoreWorkspace(request: RestoreRequest): Promise<RestoreResult> {
  const { path, database, source, care, report } = request
  if (database.isReadOnly) throw new AppError('workspace-read-only')
  const draft = draftPath(path)
  const step = (stage: string, done: number) => report({ stage, done, total: steps })
  try {
    await step('checking', 0)
    const inspection = await inspectBackup(source.path, source.name, care.integrityChecks)
    assertWhole(inspection)
    await step('preparing', 1)
    await prepareDraft(source.path, draft, request.clock)
    await step('saving-present', 2)
    const safety = await request.backUp()
    const present = await inspectBackup(safety.path, safety.name, [])
    await signDraft(draft, request, {
      before: { ...present.head, backup: safety.name, sha256: safety.sha256 },
      after: { ...inspection.head, backup: source.name },
    })
    await step('replacing', 3)
    await database.replaceContents(draft, present.head ?? { sequence: 0, hash: '' })
    return { safetyBackup: safety.name, contents: await readContents(database.reader) }
  } finally {
    await removeDraft(draft)
  }
}

function assertWhole({ findings: [first] }: Inspection): void {
  if (first !== undefined) throw new AppError('backup-damaged', { detail: `${first.check}: ${first.detail}` })
}

/** A copy of the backup in the schema of this program. */
async function prepareDraft(source: string, draft: string, clock: () => Date): Promise<void> {
  await removeDraft(draft)
  await copyContents(source, draft, 'read-only-file')
  const connection = openConnection(draft, 'write')
  try {
    await migrateSqlite(connection, clock().toISOString())
  } finally {
    connection.close()
  }
}

/** What the audit row of a restore says: what was replaced and where it is kept, and what came back. */
type Circumstances = { readonly before: object; readonly after: object }
type Signing = Pick<RestoreRequest, 'clock' | 'actor' | 'care'>

/** Continues the chain of the backup with the row of its restore, pauses its outbox, and checks the whole once more. */
async function signDraft(
  draft: string,
  { clock, actor, care }: Signing,
  circumstances: Circumstances,
): Promise<void> {
  const database = await Database.open(async () => openSqliteEngine(draft, { readOnly: false }), {
    clock,
    actor,
  })
  try {
    await database.write((tx) => recordRestore(tx, care, circumstances))
    const [finding] = (await checkIntegrity(database, care.integrityChecks)).findings
    if (finding !== undefined)
      throw new AppError('backup-damaged', { detail: `${finding.check}: ${finding.detail}` })
  } finally {
    await database.close()
  }
}

async function recordRestore(
  tx: Writer,
  care: WorkspaceCare,
  { before, after }: Circumstances,
): Promise<void> {
  await tx.audit.append({
    action: 'restore',
    entity: 'workspace',
    entityId: 'workspace',
    before,
    after,
  })
  for (const prepare of care.onRestored) await prepare(tx)
}

/** The newest backup of a workspace file that is whole; null: there is none. The file itself is not looked at. */
export async function newestWholeBackup(path: string, care: WorkspaceCare): Promise<StoredBackup | null> {
  for (const backup of await listBackups(path)) {
    const source = storedBackupPath(path, backup.name)
    const found = await inspectBackup(source, backup.name, care.integrityChecks).catch(() => null)
    if (found?.findings.length === 0) return backup
  }
  return null
}

/**
 * Makes a new workspace beside a damaged one out of one of its backups, and returns its path. The damaged file stays as it
 * is. The new file appears whole, under its own name, or not at all.
 */
export async function restoreBeside(path: string, name: string, signing: Signing): Promise<string> {
  const source = storedBackupPath(path, name)
  const inspection = await inspectBackup(source, name, signing.care.integrityChecks)
  assertWhole(inspection)
  const target = await freePath(path, signing.clock)
  const draft = draftPath(target)
  try {
    await prepareDraft(source, draft, signing.clock)
    await signDraft(draft, signing, {
      before: { damaged: basename(path) },
      after: { ...inspection.head, backup: name },
    })
    await syncFile(draft)
    await rename(draft, target)
    await syncFolder(dirname(target))
    return target
  } finally {
    await removeDraft(draft)
  }
}

/** `register 2026-11-22.qosdiplom`, or with a number when that is taken. */
async function freePath(path: string, clock: () => Date): Promise<string> {
  const ending = extname(path)
  const stem = `${join(dirname(path), basename(path, ending))} ${clock().toISOString().slice(0, 10)}`
  const taken = new Set(await readdir(dirname(path)))
  for (let number = 1; ; number += 1) {
    const candidate = `${stem}${number === 1 ? '' : ` (${number})`}${ending}`
    if (!taken.has(basename(candidate))) return candidate
  }
}

const draftPath = (path: string): string => join(dirname(path), `.${basename(path)}.restore`)

async function removeDraft(draft: string): Promise<void> {
  for (const ending of ['', '-wal', '-shm', '-journal']) await rm(`${draft}${ending}`, { force: true })
}

/** The file of a backup of this workspace by its name; a name that is none of ours is refused. */
export function storedBackupPath(workspacePath: string, name: string): string {
  if (basename(name) !== name || name.startsWith('.')) throw new AppError('backup-missing', { name })
  return join(backupFolder(workspacePath), name)
}
