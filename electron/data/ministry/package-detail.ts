import type { PackageDetail } from '../../../shared/ministry/ministry.ts'
import type { Reader } from '../workspace/database.ts'
import { findPackage, getPackage, readPackageFile } from './package.repository.ts'
import { listReceipts } from './receipt.repository.ts'
import { listAttempts, listSubmissions } from './submission.repository.ts'

/** A package with its way to the receiver and every answer. */
export async function getPackageDetail(db: Reader, id: string): Promise<PackageDetail> {
  const summary = await getPackage(db, id)
  const { manifest } = await readPackageFile(db, id)
  const { previousManifestSha256 } = manifest
  const submissions = []
  for (const submission of await listSubmissions(db, id)) {
    submissions.push({ ...submission, attempts: await listAttempts(db, submission.id) })
  }
  return {
    summary,
    manifest,
    previous:
      previousManifestSha256 === null ? null : ((await findPackage(db, previousManifestSha256)) ?? null),
    submissions,
    receipts: await listReceipts(db, id),
  }
}
