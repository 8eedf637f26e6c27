import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Manifest, summaryPath } from '../../shared/exchange/manifest.ts'
import { type Receipt, type ReceiptRow, receiptSchema } from '../../shared/exchange/receipt.ts'
import { readPackage } from '../../shared/exchange/verify-package.ts'
import type { ZipFile } from '../../shared/exchange/zip-write.ts'

/** What became of one submission. */
const submissionSchema = z.object({ key: z.string(), packageSha256: z.string(), receipt: receiptSchema })
export type Submission = z.infer<typeof submissionSchema>

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

export type Refusal = {
  readonly refused: 'KEY_REUSED' | 'PACKAGE_INVALID' | 'NOT_A_PACKAGE'
  readonly detail: string
}

/** Fields that this receiver cannot do without, by form. */
const requiredFields: Readonly<Record<string, readonly string[]>> = {
  'VP-31': ['specializationcode', 'namekz', 'nameru', 'nameen'],
  'VP-32': ['specializationcode', 'namekz', 'nameru', 'nameen'],
  'VP-40': ['doc_name', 'partner_name'],
  'VP-15': ['finishDate'],
}

/**
 * What the receiver has taken in, on disk: each submission under its key, each package once under the hash of its
 * manifest. A second process started on the same folder knows everything that the first one answered.
 */
export class Inbox {
  readonly #folder: string
  readonly #submissions = new Map<string, Submission>()
  readonly #packages = new Set<string>()
  /** Rows to refuse, such as `data/vp32.json:1`. */
  readonly rejectedRows = new Set<string>()

  private constructor(folder: string) {
    this.#folder = folder
  }

  static async open(folder: string): Promise<Inbox> {
    const inbox = new Inbox(folder)
    await mkdir(folder, { recursive: true })
    for (const name of await readdir(folder)) {
      if (name.endsWith('.zip')) inbox.#packages.add(name.slice(0, -4))
      if (!name.endsWith('.submission.json')) continue
      const submission = submissionSchema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))
      inbox.#submissions.set(submission.key, submission)
    }
    return inbox
  }

  /** Hashes of the manifests taken in: each package counts once, however often it was sent. */
  get packages(): readonly string[] {
    return [...this.#packages].toSorted()
  }

  get submissions(): readonly Submission[] {
    return [...this.#submissions.values()]
  }

  find(key: string): Submission | undefined {
    return this.#submissions.get(key)
  }

  bytesOf(manifestSha256: string): Promise<Buffer> {
    return readFile(join(this.#folder, `${manifestSha256}.zip`))
  }

  /** Takes a package in, once per key, and answers row by row. */
  async take(key: string, bytes: Uint8Array): Promise<Submission | Refusal> {
    const packageSha256 = sha256(bytes)
    const known = this.#submissions.get(key)
    if (known !== undefined) {
      return known.packageSha256 === packageSha256
        ? known
        : { refused: 'KEY_REUSED', detail: 'other bytes under this key' }
    }
    const { verification, files } = readPackage(bytes, { sha256 })
    const summary = files.find(({ path }) => path === summaryPath)
    const { manifest, manifestSha256, faults } = verification
    if (manifest === null || manifestSha256 === null || faults.length > 0) {
      const [first] = faults
      const refused = first?.fault === 'not-a-package' ? 'NOT_A_PACKAGE' : 'PACKAGE_INVALID'
      return { refused, detail: `${first?.fault ?? ''} ${first?.file ?? ''}`.trim() }
    }
    if (summary !== undefined && !isPdf(summary.bytes)) {
      return { refused: 'PACKAGE_INVALID', detail: `not-a-pdf ${summaryPath}` }
    }
    const submission = { key, packageSha256, receipt: this.#receiptFor(key, manifest, manifestSha256, files) }
    await this.#write(`${manifestSha256}.zip`, bytes)
    await this.#write(`${sha256(Buffer.from(key))}.submission.json`, JSON.stringify(submission))
    this.#packages.add(manifestSha256)
    this.#submissions.set(key, submission)
    return submission
  }

  async #write(name: string, content: Uint8Array | string): Promise<void> {
    const draft = join(this.#folder, `${randomUUID()}.part`)
    await writeFile(draft, content)
    await rename(draft, join(this.#folder, name))
  }

  #receiptFor(key: string, manifest: Manifest, manifestSha256: string, files: readonly ZipFile[]): Receipt {
    const rows = manifest.files.flatMap(({ path, rows: count }) =>
      count === null ? [] : this.#answerRows(manifest.form, path, tableOf(files, path)),
    )
    const rejected = rows.filter(({ outcome }) => outcome === 'rejected').length
    const status = rejected === 0 ? 'accepted' : rejected === rows.length ? 'rejected' : 'partly_accepted'
    return {
      format: 'qosdiplom-receipt',
      formatVersion: 1,
      receiptId: randomUUID(),
      receiver: 'Test gateway',
      manifestSha256,
      idempotencyKey: key,
      status,
      issuedAt: new Date().toISOString(),
      reasons: [],
      rows,
    }
  }

  #answerRows(form: string, file: string, rows: readonly unknown[]): ReceiptRow[] {
    const isMainTable = !file.includes('learners')
    return rows.map((row, index): ReceiptRow => {
      const missing = isMainTable ? (requiredFields[form] ?? []).filter((field) => isEmpty(row, field)) : []
      const reasons = missing.map((field) => ({ code: 'required-field-empty', field, text: '' }))
      if (this.rejectedRows.has(`${file}:${index}`)) {
        reasons.push({ code: 'record-unknown', field: 'id', text: 'Запись не найдена в Реестре ОП' })
      }
      return { file, row: index, outcome: reasons.length === 0 ? 'accepted' : 'rejected', reasons }
    })
  }
}

/** Begins and ends as a PDF does. */
function isPdf(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('latin1')
  return text.startsWith('%PDF-1.') && text.trimEnd().endsWith('%%EOF')
}

function tableOf(files: readonly ZipFile[], path: string): readonly unknown[] {
  const bytes = files.find((file) => file.path === path)?.bytes ?? new Uint8Array()
  return z.array(z.unknown()).parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
}

function isEmpty(row: unknown, field: string): boolean {
  if (typeof row !== 'object' || row === null) return true
  const value: unknown = Reflect.get(row, field)
  return value === null || value === undefined || value === ''
}
