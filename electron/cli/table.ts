/** Rows as columns of equal width, with a line under the header, for reading in a terminal. */
export function printTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, index) =>
    Math.min(mostWidth, Math.max(widthOf(title), ...rows.map((row) => widthOf(row[index] ?? '')))),
  )
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => pad(shorten(cell, widths[index] ?? 0), widths[index] ?? 0))
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  return [line(header), rule, ...rows.map(line)].join('\n')
}

/** Columns are not made wider than this; longer cells end with an ellipsis. JSON has everything. */
const mostWidth = 56

const lettersOf = (text: string): string[] => Array.from(text)

const widthOf = (text: string): number => lettersOf(text).length

function shorten(text: string, width: number): string {
  return widthOf(text) <= width
    ? text
    : `${lettersOf(text)
        .slice(0, Math.max(0, width - 1))
        .join('')}…`
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}
