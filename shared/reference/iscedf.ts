import type { Language } from '../kernel/record.ts'
import { iscedRows } from './iscedf-names.ts'

const rowsByCode = new Map(iscedRows.map((row) => [row.code, row]))

/** Codes of the broad fields, two digits. */
export const iscedBroadCodes: readonly string[] = iscedRows
  .map((row) => row.code)
  .filter((code) => code.length === 2)

/** Codes of the narrow fields of a broad field, three digits. */
export function iscedNarrowCodes(broad: string): readonly string[] {
  return iscedRows.map((row) => row.code).filter((code) => code.length === 3 && code.startsWith(broad))
}

/**
 * Tells whether the code is a field of ISCED-F 2013: broad, narrow or detailed. Detailed codes that end in 0 (not
 * further defined), 8 of inter-disciplinary fields (such as 0688) and 9 (not elsewhere classified) belong to it.
 */
export function isIscedField(code: string): boolean {
  if (code.length !== 4) return rowsByCode.has(code)
  const narrow = rowsByCode.get(code.slice(0, 3))
  if (narrow === undefined) return false
  const last = Number(code.slice(3))
  if (narrow.code.endsWith('8')) return last === 8
  return last === 0 || last === 9 || last <= narrow.detailed
}

/** Name of a field in the language; a detailed field has the name of its narrow one, an unknown code its own digits. */
export function iscedFieldName(code: string, language: Language): string {
  const row = rowsByCode.get(code) ?? rowsByCode.get(code.slice(0, 3))
  return row === undefined ? code : row[language]
}
