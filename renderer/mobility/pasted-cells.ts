/**
 * Reads what a spreadsheet puts into the clipboard: rows by line breaks, cells by tabs, cells with breaks or tabs
 * inside in double quotes. A last empty line belongs to no row.
 */
export function readPastedCells(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  const endCell = () => {
    rows.at(-1)?.push(cell.trim())
    cell = ''
  }

  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at)
    if (isQuoted) {
      if (letter !== '"') cell += letter
      else if (text.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (letter === '"' && cell === '') isQuoted = true
    else if (letter === '\t') endCell()
    else if (letter === '\n') {
      endCell()
      rows.push([])
    } else if (letter !== '\r') cell += letter
  }
  endCell()
  if (rows.length > 1 && rows.at(-1)?.join('') === '') rows.pop()
  return rows
}

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
