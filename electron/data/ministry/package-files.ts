import { packageFileName } from '../../../shared/exchange/manifest.ts'
import { maxAnswerFileSize, readReceipt, receiptSchema } from '../../../shared/exchange/receipt.ts'
import type { Verification } from '../../../shared/exchange/verification.ts'
import { verifyPackage } from '../../../shared/exchange/verify-package.ts'
import { packageLimits } from '../../../shared/exchange/zip-read.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { FileGrant } from '../../../shared/kernel/contract-base.ts'
import type { PackageSummary, RecordedReceipt } from '../../../shared/ministry/ministry.ts'
import type { DataContext } from '../context.ts'
import { getInstitution } from '../institution/institution.router.ts'
import { formIds } from './forms.ts'
import { findPackage, insertPackage, nextRevision, readPackageFile, sha256 } from './package.repository.ts'
import { insertReceipt, listReceipts } from './receipt.repository.ts'
import { answerSubmission } from './submission.repository.ts'

/** Recomputes everything in a stored package and compares it with what was recorded when it was stored. */
export async function verifyStored(context: DataContext, id: string): Promise<Verification> {
  const { bytes, manifestSha256, fileName } = await readPackageFile(context.database().reader, id)
  return verifyPackage(bytes, { sha256, manifestSha256, fileName })
}

/** A file of which not even the archive was read. */
const unread: Verification = {
  ok: false,
  manifest: null,
  manifestSha256: null,
  packageSha256: '',
  faults: [{ file: '', fault: 'too-large', expected: '', found: '' }],
  signatures: [],
  filesChecked: 0,
}

/** Verifies a package file that a person chose. */
export async function verifyFile(context: DataContext, file: FileGrant): Promise<Verification> {
  if ((await context.files.size(file)) > packageLimits.archive) return unread
  return verifyPackage(await context.files.read(file), { sha256 })
}

/** Writes the stored bytes to a chosen file, after checking that they are still those that were stored. */
export async function saveStored(context: DataContext, id: string, to: FileGrant): Promise<void> {
  const stored = await readPackageFile(context.database().reader, id)
  if (sha256(stored.bytes) !== stored.sha256) {
    throw new AppError('ministry-package-damaged', { name: stored.fileName, file: stored.fileName })
  }
  await context.files.write(to, stored.bytes)
}

/**
 * Takes in a package of this university that was carried in as a file, so that it can be sent from here. A package that
 * the workspace holds already is that one.
 */
export async function adoptPackage(context: DataContext, file: FileGrant): Promise<PackageSummary> {
  const verification = await verifyFile(context, file)
  const { manifest, manifestSha256, faults } = verification
  if (manifest === null || manifestSha256 === null || !verification.ok) {
    throw new AppError('ministry-package-damaged', { name: file.name, file: faults[0]?.file || file.name })
  }
  const database = context.database()
  const known = await findPackage(database.reader, manifestSha256)
  if (known !== undefined) return known
  const institution = await getInstitution(database.reader)
  const form = formIds.find((id) => id === manifest.form)
  if (manifest.bin !== institution.bin || form === undefined) {
    throw new AppError('ministry-package-other-institution', { name: file.name, bin: manifest.bin })
  }
  const bytes = await context.files.read(file)
  const fileName = packageFileName(manifest, manifest.createdAt.slice(0, 10))
  return database.write(async (tx) => {
    const next = await nextRevision(tx.trx, form, manifest.period.academicYear)
    if (manifest.revision < next.revision)
      throw new AppError('ministry-revision-taken', { revision: manifest.revision })
    // Which records its rows came from is known to the workspace that built it.
    return insertPackage(tx, { fileName, bytes, manifest, manifestSha256, rows: [] })
  })
}

/** Records the answer to a package that was carried by hand. The same answer twice changes nothing. */
export async function importAnswer(
  context: DataContext,
  file: FileGrant,
): Promise<{ packageId: string; isNew: boolean; receipt: RecordedReceipt }> {
  if ((await context.files.size(file)) > maxAnswerFileSize)
    throw new AppError('ministry-answer-too-large', { name: file.name })
  const text = Buffer.from(await context.files.read(file)).toString('utf8')
  const claimed = claimedManifest(text)
  if (claimed === null) throw new AppError('ministry-answer-unreadable', { name: file.name })
  const answered = await findPackage(context.database().reader, claimed)
  if (answered === undefined) throw new AppError('ministry-answer-other-package', { name: file.name })
  const read = readReceipt(text, { manifestSha256: claimed, idempotencyKey: null })
  if (!read.ok) throw new AppError('ministry-answer-unreadable', { name: file.name })
  const isNew = await context.database().write(async (tx) => {
    const { receipt } = read
    const submissionId = await answerSubmission(tx, answered.id, receipt.idempotencyKey)
    return insertReceipt(tx, { packageId: answered.id, submissionId, road: 'hand', receipt, text })
  })
  const receipts = await listReceipts(context.database().reader, answered.id)
  const receipt = receipts.find(({ receiptId }) => receiptId === read.receipt.receiptId)
  if (receipt === undefined) throw new Error('a receipt that was just recorded is not there')
  return { packageId: answered.id, isNew, receipt }
}

/** The manifest hash that an answer says it belongs to. */
function claimedManifest(text: string): string | null {
  const read = readReceipt(text, { manifestSha256: '', idempotencyKey: null })
  if (read.ok || read.fault !== 'other-package') return null
  const parsed = receiptSchema.safeParse(JSON.parse(text))
  return parsed.success ? parsed.data.manifestSha256 : null
}
