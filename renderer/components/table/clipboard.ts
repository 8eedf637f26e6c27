import type { TableColumn } from './column.ts'

/** A cell that a spreadsheet would take for a formula is marked as text. */
function harmless(text: string): string {
  return /^[=+@\t]|^-(?![\d\s,.]*$)/.test(text) ? `'${text}` : text
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter)
}

const line = (cells: string[]): string => cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')

const tableRow = (tag: 'td' | 'th', cells: string[]): string =>
  `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`

/** The rows with a header line as tab-separated text. */
export function asTabSeparated<Row, Column extends string>(
  columns: readonly TableColumn<Row, Column>[],
  rows: readonly Row[],
): string {
  return [
    line(columns.map(({ title }) => title)),
    ...rows.map((row) => line(columns.map((column) => harmless(column.text(row))))),
  ].join('\r\n')
}

/** The rows with a header line as an HTML table, which office programs paste with its columns. */
export function asHtmlTable<Row, Column extends string>(
  columns: readonly TableColumn<Row, Column>[],
  rows: readonly Row[],
): string {
  const body = rows.map((entry) =>
    tableRow(
      'td',
      columns.map((column) => harmless(column.text(entry))),
    ),
  )
  return `<table>${tableRow(
    'th',
    columns.map(({ title }) => title),
  )}${body.join('')}</table>`
}

/** Puts the rows on the clipboard in both forms. */
export async function copyRows<Row, Column extends string>(
  columns: readonly TableColumn<Row, Column>[],
  rows: readonly Row[],
): Promise<void> {
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': new Blob([asTabSeparated(columns, rows)], { type: 'text/plain' }),
      'text/html': new Blob([asHtmlTable(columns, rows)], { type: 'text/html' }),
    }),
  ])
}
