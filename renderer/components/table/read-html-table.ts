import type { Merge } from '../../../shared/imports/sheet.ts'

/** A table as another program put it on the clipboard; rows of merges count from 1, columns from 0. */
export type ClipboardTable = { readonly rows: string[][]; readonly merges: Merge[] }

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
}

/** Text of HTML without its tags, with line breaks where the cell shows them. */
function textOf(html: string): string {
  return html
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/<br\b[^>]*>/giu, '\n')
    .replaceAll(/<\/(?:p|div)>\s*(?=<(?:p|div)\b)/giu, '\n')
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/giu,
      (all, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return named[name.toLowerCase()] ?? all
        const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
      },
    )
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim()
}

const spanOf = (attributes: string, name: 'rowspan' | 'colspan'): number => {
  const match = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,4})`, 'iu').exec(attributes)
  return Math.min(256, Math.max(1, Number(match?.[1] ?? 1)))
}

/**
 * Reads the first table of HTML as office programs write it to the clipboard: cells that span rows or columns become
 * merges. The page's policy lets no text become elements, so the tags are read as text. Null: there is no table.
 */
export function readHtmlTable(html: string): ClipboardTable | null {
  const source = html.replaceAll(/<!--[\s\S]*?-->|<(style|script|head)\b[\s\S]*?<\/\1\s*>/giu, '')
  const start = /<table\b[^>]*>/iu.exec(source)
  if (start === null) return null
  const end = source.slice(start.index).search(/<\/table\s*>/iu)
  const body = source.slice(start.index + start[0].length, end === -1 ? undefined : start.index + end)
  const rows: string[][] = []
  const merges: Merge[] = []
  /** Cells that a span from above or from the left has taken. */
  const taken = new Set<string>()
  for (const rowText of body.split(/<tr\b[^>]*>/iu).slice(1)) {
    const cells: string[] = []
    const row = rows.length
    for (const [, attributes = '', content = ''] of cellsOf(rowText)) {
      while (taken.has(`${row} ${cells.length}`)) cells.push('')
      const [height, width] = [spanOf(attributes, 'rowspan'), spanOf(attributes, 'colspan')]
      const column = cells.length
      cells.push(textOf(content))
      if (height === 1 && width === 1) continue
      merges.push({
        firstRow: row + 1,
        lastRow: row + height,
        firstColumn: column,
        lastColumn: column + width - 1,
      })
      for (const place of coveredBy(row, column, { height, width })) taken.add(place)
    }
    rows.push(cells)
  }
  return rows.length === 0 ? null : { rows, merges }
}

/** The places that a cell takes beside its own. */
function coveredBy(row: number, column: number, size: { height: number; width: number }): string[] {
  const { height, width } = size
  return Array.from({ length: height * width - 1 }, (_, index) => {
    const place = index + 1
    return `${row + Math.floor(place / width)} ${column + (place % width)}`
  })
}

function cellsOf(rowText: string): Iterable<RegExpMatchArray> {
  return rowText.matchAll(/<t[dh]\b([^>]*)>([\s\S]*?)(?=<t[dh]\b|<\/t[dh]\s*>|<\/tr\s*>|$)/giu)
}
