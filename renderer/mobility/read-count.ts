/** Largest number of learners that a record takes. */
const largestCount = 100_000

/**
 * Reads a number of learners as people and spreadsheets write it: `1234`, `1 234` with any kind of space, `12,0`.
 * Nothing and dashes are null (not given); anything that is no whole number from 0 is undefined.
 */
export function readCount(text: string): number | null | undefined {
  const plain = text.replaceAll(/[\s\u00A0\u2009\u202F]/gu, '')
  if (plain === '' || /^[-–—]$/u.test(plain)) return null
  const match = /^(\d{1,6})(?:[.,]0+)?$/u.exec(plain)
  if (match === null) return undefined
  const count = Number(match[1])
  return count <= largestCount ? count : undefined
}
