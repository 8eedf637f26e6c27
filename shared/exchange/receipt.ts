import { z } from 'zod'

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)

/** Why the receiver did not take a row: its own code, and its own words if it has any (shown as plain text only). */
export const receiptReasonSchema = z.object({
  code: z.string().min(1).max(100),
  /** Name of the field in the row, as the receiver calls it; empty: the whole row. */
  field: z.string().max(100).default(''),
  text: z.string().max(2000).default(''),
})

/** The receiver's answer on one row of one data file of the package. */
export const receiptRowSchema = z.object({
  file: z.string().min(1).max(200),
  /** Position of the row in the file's array, from 0. */
  row: z.number().int().min(0).max(1_000_000),
  outcome: z.enum(['accepted', 'rejected']),
  reasons: z.array(receiptReasonSchema).max(50).default([]),
})
export type ReceiptRow = z.infer<typeof receiptRowSchema>

/**
 * The receiver's answer to a package: it names the package by the hash of its manifest, so that it cannot be taken
 * for the answer to another one. The same document is sent by the gateway and carried by hand as an answer file.
 */
export const receiptSchema = z.object({
  format: z.literal('qosdiplom-receipt'),
  formatVersion: z.literal(1),
  receiptId: z.string().min(1).max(200),
  receiver: z.string().min(1).max(300),
  /** SHA-256 of the package's `manifest.json`. */
  manifestSha256: sha256Schema,
  /** Key of the submission that this answers; null: the package was carried by hand. */
  idempotencyKey: z.string().max(200).nullable(),
  status: z.enum(['accepted', 'partly_accepted', 'rejected']),
  issuedAt: z.iso.datetime(),
  /** Reasons against the package as a whole. */
  reasons: z.array(receiptReasonSchema).max(100).default([]),
  rows: z.array(receiptRowSchema).max(100_000),
})
export type Receipt = z.infer<typeof receiptSchema>
export type ReceiptStatus = Receipt['status']

/** Largest answer that is read from a gateway, bytes. */
export const maxAnswerSize = 1024 * 1024
/** Largest answer file that is imported by hand, bytes. */
export const maxAnswerFileSize = 16 * 1024 * 1024
/** Deepest nesting of an answer that is parsed. */
export const maxAnswerDepth = 32

/** What the answer must be bound to. `idempotencyKey` null: a file carried by hand, whose key is not compared. */
export type ReceiptExpectation = { manifestSha256: string; idempotencyKey: string | null }

/** How an answer fails to be the receipt for a package. */
export type ReceiptFault =
  | 'not-json'
  | 'too-large'
  | 'too-deep'
  | 'not-a-receipt'
  | 'other-package'
  | 'other-submission'
  | 'inconsistent'

/**
 * Reads an answer and binds it to the package it must belong to. Unknown fields are dropped.
 * A receipt is `inconsistent` when its status contradicts its rows, or one row is answered twice.
 */
export function readReceipt(
  text: string,
  expected: ReceiptExpectation,
): { ok: true; receipt: Receipt } | { ok: false; fault: ReceiptFault } {
  if (nestingDepth(text) > maxAnswerDepth) return { ok: false, fault: 'too-deep' }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, fault: 'not-json' }
  }
  const parsed = receiptSchema.safeParse(value)
  if (!parsed.success) return { ok: false, fault: 'not-a-receipt' }
  const receipt = parsed.data
  if (receipt.manifestSha256 !== expected.manifestSha256) return { ok: false, fault: 'other-package' }
  if (expected.idempotencyKey !== null && receipt.idempotencyKey !== expected.idempotencyKey) {
    return { ok: false, fault: 'other-submission' }
  }
  return isConsistent(receipt) ? { ok: true, receipt } : { ok: false, fault: 'inconsistent' }
}

/** Deepest nesting of brackets in a JSON text; counts brackets inside strings out. Linear, without recursion. */
export function nestingDepth(text: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index]
    if (inString) {
      if (char === '\\') index += 1
      else if (char === '"') inString = false
    } else if (char === '"') inString = true
    else if (char === '[' || char === '{') {
      depth += 1
      if (depth > deepest) deepest = depth
    } else if (char === ']' || char === '}') depth -= 1
  }
  return deepest
}

function isConsistent(receipt: Receipt): boolean {
  const answered = new Set(receipt.rows.map((row) => `${row.row} ${row.file}`))
  if (answered.size !== receipt.rows.length) return false
  const rejected = receipt.rows.filter((row) => row.outcome === 'rejected').length
  if (receipt.status === 'accepted') return rejected === 0
  if (receipt.status === 'partly_accepted') return rejected > 0 && rejected < receipt.rows.length
  return rejected === receipt.rows.length
}
