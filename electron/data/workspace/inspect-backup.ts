import { stat } from 'node:fs/promises'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { WorkspaceContents } from '../../../shared/workspace/backup.ts'
import { type ChainHead, readChainHead, verifyAuditTrail } from './audit-trail.ts'
import { readContents } from './contents.ts'
import { Database, type Reader } from './database.ts'
import { openSqliteEngine } from './engine.ts'
import { checkIntegrity, type IntegrityFinding } from './integrity.ts'
import { migrations } from './migrations/index.ts'
import { assertLooksLikeWorkspace, assertOurs } from './open-workspace.ts'
import { openConnection, readPragma } from './sqlite-connection.ts'
import { asRefusal } from './sqlite-errors.ts'

/** Number of migrations that this program knows. */
export const knownSchemaVersion = Object.keys(migrations).length

/** What a backup holds and whether it is whole; read without touching the file or its folder. */
export type Inspection = {
  readonly size: number
  readonly schemaVersion: number
  /** Null: too damaged to be read. */
  readonly contents: WorkspaceContents | null
  readonly head: ChainHead | null
  readonly findings: IntegrityFinding[]
}

type MoreChecks = readonly ((db: Reader) => Promise<IntegrityFinding[]>)[]

/**
 * Reads and checks a whole backup. Refuses a file that is no workspace, or one of a newer program; damage is a finding,
 * not a refusal.
 */
export async function inspectBackup(path: string, name: string, moreChecks: MoreChecks): Promise<Inspection> {
  await assertLooksLikeWorkspace(path)
  const size = (await stat(path)).size
  const schemaVersion = readVersion(path, name)
  if (typeof schemaVersion !== 'number') return unreadable(size, schemaVersion.detail)
  if (schemaVersion > knownSchemaVersion)
    throw new AppError('workspace-newer', { name, version: schemaVersion, known: knownSchemaVersion })
  try {
    const database = await Database.open(async () => openSqliteEngine(path, { readOnly: true }), {
      clock: () => new Date(0),
      actor: '',
      readOnly: 'file',
    })
    try {
      const findings =
        schemaVersion === knownSchemaVersion
          ? (await checkIntegrity(database, moreChecks)).findings
          : await checkOlder(database)
      const contents = await readContents(database.reader)
      return { size, schemaVersion, contents, head: await readChainHead(database.reader), findings }
    } finally {
      await database.close()
    }
  } catch (error) {
    return { ...unreadable(size, damageOf(error)), schemaVersion }
  }
}

/** A file of an older version: what can be checked before it is brought up to this one. */
async function checkOlder(database: Database): Promise<IntegrityFinding[]> {
  const { brokenAt } = await verifyAuditTrail(database.reader)
  const audit = brokenAt === null ? [] : [{ check: 'audit' as const, detail: `sequence ${brokenAt}` }]
  return [...database.checkFile(), ...audit]
}

function readVersion(path: string, name: string): number | { detail: string } {
  try {
    const connection = openConnection(path, 'read-only-file')
    try {
      assertOurs(connection, name)
      return Number(readPragma(connection, 'user_version'))
    } finally {
      connection.close()
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    return { detail: damageOf(error) }
  }
}

/** The words of SQLite about a damaged file; every other failure is passed on. */
function damageOf(error: unknown): string {
  const refusal = asRefusal(error)
  if (refusal instanceof AppError && refusal.refusal.code === 'workspace-damaged')
    return String(refusal.refusal.params['detail'])
  throw refusal
}

const unreadable = (size: number, detail: string): Inspection => ({
  size,
  schemaVersion: 0,
  contents: null,
  head: null,
  findings: [{ check: 'file', detail }],
})
