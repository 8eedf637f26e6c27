/**
 * Reads what a spreadsheet puts into the clipboard: rows by line breaks, cells by tabs, cells with breaks or tabs
 * inside in double quotes. Quotes that only begin a cell, as in «"Болашақ" университеті», are part of it. A last empty
 * line belongs to no row.
 */
export function readPastedCells(text: string): string[][] {
  const rows: string[][] = [[]]
  const next = /"((?:[^"]|"")*)"(?=[\t\n]|\r\n|$)|[^\t\n]*/uy
  for (;;) {
    const [whole = '', quoted] = next.exec(text) ?? []
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? whole).trim())
    // A carriage return belongs to the line break.
    if (text.charAt(next.lastIndex) === '\r') next.lastIndex += 1
    const separator = text.charAt(next.lastIndex)
    if (separator === '') break
    if (separator === '\n') rows.push([])
    next.lastIndex += 1
  }
  if (rows.length > 1 && rows.at(-1)?.join('') === '') rows.pop()
  return rows
}
