import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Manifest, manifestSchema } from '../../../shared/exchange/manifest.ts'
import type { PackageRow } from '../../../shared/exchange/package.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import {
  formIdSchema,
  type FormId,
  type PackageState,
  type PackageSummary,
} from '../../../shared/ministry/ministry.ts'
import { chunksOf } from '../workspace/chunks.ts'
import type { Reader, Writer } from '../workspace/database.ts'
import type { PackageTable } from './ministry.table.ts'

/** Lower-case hexadecimal SHA-256. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A package to be stored: its bytes, what it says of itself, and which record each row came from. */
export type NewPackage = {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly manifest: Manifest
  readonly manifestSha256: string
  readonly rows: readonly PackageRow[]
}

/** Everything of a package but its bytes. */
const columns = [
  'id',
  'form',
  'academic_year',
  'taken_on',
  'revision',
  'file_name',
  'size',
  'manifest_sha256',
  'previous_manifest_sha256',
  'row_count',
  'warning_count',
  'is_sample',
  'created_at',
] as const

type SummaryRow = Pick<PackageTable, (typeof columns)[number]>

/** Packages with their state, newest first; undefined filters let everything through. */
export async function listPackages(
  db: Reader,
  filter: { form?: FormId; academicYear?: number; ids?: readonly string[] } = {},
): Promise<PackageSummary[]> {
  let query = db.selectFrom('package').select(columns).orderBy('created_at', 'desc').orderBy('id', 'desc')
  if (filter.form !== undefined) query = query.where('form', '=', filter.form)
  if (filter.academicYear !== undefined) query = query.where('academic_year', '=', filter.academicYear)
  if (filter.ids !== undefined) {
    if (filter.ids.length === 0) return []
    query = query.where('id', 'in', [...filter.ids])
  }
  const rows = await query.execute()
  const states = await readStates(db)
  return rows.map((row) => toSummary(row, states.get(row.id) ?? 'ready'))
}

/** The package; refuses with `not-found`. */
export async function getPackage(db: Reader, id: string): Promise<PackageSummary> {
  const [summary] = await listPackages(db, { ids: [id] })
  if (summary === undefined) throw new AppError('not-found', { entity: 'package' })
  return summary
}

/** The package with this manifest, if the workspace holds it. */
export async function findPackage(db: Reader, manifestSha256: string): Promise<PackageSummary | undefined> {
  const row = await db
    .selectFrom('package')
    .select('id')
    .where('manifest_sha256', '=', manifestSha256)
    .executeTakeFirst()
  return row === undefined ? undefined : getPackage(db, row.id)
}

/** The stored bytes, as they are; ask `verify` whether they are sound. */
export async function readPackageFile(
  db: Reader,
  id: string,
): Promise<{
  fileName: string
  bytes: Uint8Array
  manifestSha256: string
  manifest: Manifest
  sha256: string
}> {
  const row = await db
    .selectFrom('package')
    .select(['file_name', 'content', 'manifest_sha256', 'manifest_json', 'sha256'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', { entity: 'package' })
  const manifest = manifestSchema.parse(JSON.parse(row.manifest_json))
  return {
    fileName: row.file_name,
    bytes: row.content,
    manifestSha256: row.manifest_sha256,
    manifest,
    sha256: row.sha256,
  }
}

/** Which record each row of the package came from. */
export async function listPackageRows(db: Reader, id: string): Promise<PackageRow[]> {
  const rows = await db.selectFrom('package_row').selectAll().where('package_id', '=', id).execute()
  return rows.map(({ file, position, entity, record_id, label }) => ({
    file,
    row: position,
    record: entity === null || record_id === null ? null : { entity, id: record_id },
    label,
  }))
}

/** Revision and manifest hash that the next package of a form and year must name. */
export async function nextRevision(
  db: Reader,
  form: FormId,
  academicYear: number,
): Promise<{ revision: number; previousManifestSha256: string | null }> {
  const last = await db
    .selectFrom('package')
    .select(['revision', 'manifest_sha256'])
    .where('form', '=', form)
    .where('academic_year', '=', academicYear)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { revision: (last?.revision ?? 0) + 1, previousManifestSha256: last?.manifest_sha256 ?? null }
}

/** Stores a package for good; its rows can neither be changed nor removed. */
export async function insertPackage(tx: Writer, built: NewPackage): Promise<PackageSummary> {
  const { manifest } = built
  const row: SummaryRow = {
    id: tx.newId(),
    form: formIdSchema.parse(manifest.form),
    academic_year: manifest.period.academicYear,
    taken_on: manifest.period.on,
    revision: manifest.revision,
    file_name: built.fileName,
    size: built.bytes.length,
    manifest_sha256: built.manifestSha256,
    previous_manifest_sha256: manifest.previousManifestSha256,
    row_count: manifest.files[0]?.rows ?? 0,
    warning_count: manifest.warningsAccepted.length,
    is_sample: manifest.containsSamples ? 1 : 0,
    created_at: manifest.createdAt,
  }
  const { formVersion: form_version, mappingVersion: mapping_version } = manifest
  await tx.trx
    .insertInto('package')
    .values({
      ...row,
      form_version,
      mapping_version,
      sha256: sha256(built.bytes),
      manifest_json: JSON.stringify(manifest),
      content: built.bytes,
    })
    .execute()
  const rows = built.rows.map(({ file, row: position, record, label }) => ({
    package_id: row.id,
    file,
    position,
    entity: record?.entity ?? null,
    record_id: record?.id ?? null,
    label,
  }))
  for (const part of chunksOf(rows, 500)) await tx.trx.insertInto('package_row').values(part).execute()
  const summary = toSummary(row, 'ready')
  await tx.audit.append({
    action: 'create',
    entity: 'package',
    entityId: row.id,
    before: null,
    after: summary,
  })
  return summary
}

function toSummary(row: SummaryRow, state: PackageState): PackageSummary {
  return {
    id: row.id,
    form: row.form,
    academicYear: row.academic_year,
    on: row.taken_on,
    revision: row.revision,
    fileName: row.file_name,
    size: row.size,
    manifestSha256: row.manifest_sha256,
    createdAt: row.created_at,
    state,
    rowCount: row.row_count,
    warningCount: row.warning_count,
    isSample: row.is_sample === 1,
  }
}

const stateSchema = z.enum(['queued', 'sending', 'waiting', 'processing'])

/** The state of every package that left `ready`: its latest answer, else how its submissions stand. */
async function readStates(db: Reader): Promise<Map<string, PackageState>> {
  const states = new Map<string, PackageState>()
  const submissions = await db.selectFrom('submission').select(['package_id', 'state']).execute()
  for (const { package_id, state } of submissions) {
    if (state === 'blocked' && !states.has(package_id)) states.set(package_id, 'needs_attention')
    if (stateSchema.safeParse(state).success) states.set(package_id, 'sending')
  }
  const receipts = await db
    .selectFrom('receipt')
    .select(['package_id', 'status'])
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  for (const { package_id, status } of receipts) states.set(package_id, status)
  return states
}

/** Packages whose bytes or manifest are no longer those that were stored. Read one by one: they may be large. */
export async function listDamagedPackages(db: Reader): Promise<string[]> {
  const packages = await db.selectFrom('package').select('id').orderBy('id').execute()
  const damaged: string[] = []
  for (const { id } of packages) {
    const row = await db
      .selectFrom('package')
      .select(['content', 'sha256', 'file_name'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (row !== undefined && sha256(row.content) !== row.sha256) damaged.push(row.file_name)
  }
  return damaged
}
