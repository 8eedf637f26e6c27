import { strToU8 } from 'fflate'
import type { Day } from '../kernel/day.ts'
import { daysBetween } from '../kernel/calendar.ts'
import { writeZip } from './zip-write.ts'

/** What a cell of a written workbook holds; null: empty. */
export type SheetCell = string | number | boolean | { readonly day: Day } | null

export type SheetContent = {
  /** Name of the tab; cut and cleaned to what spreadsheets accept. */
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly SheetCell[])[]
}

/** Style indexes of the workbook's style sheet below. */
const style = { plain: 0, header: 1, day: 2, quoted: 3 }

/**
 * Writes a workbook (Office Open XML). Texts are always text: what would start a formula in another program is marked
 * with the apostrophe prefix, which keeps the value itself unchanged. Equal content gives equal bytes on every machine.
 */
export function writeWorkbook(sheets: readonly SheetContent[]): Uint8Array {
  const names = sheetNames(sheets.map((sheet) => sheet.name))
  const parts: [path: string, xml: string][] = [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', rootRelations],
    ['xl/workbook.xml', workbookXml(names)],
    ['xl/_rels/workbook.xml.rels', workbookRelations(sheets.length)],
    ['xl/styles.xml', stylesXml],
    ...sheets.map((sheet, index): [string, string] => [
      `xl/worksheets/sheet${index + 1}.xml`,
      sheetXml(sheet),
    ]),
  ]
  return writeZip(
    parts.map(([path, xml]) => ({ path, bytes: strToU8(xml) })),
    { level: 6 },
  )
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const contentTypePrefix = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_unused, index) => index + 1)
}

function contentTypes(sheetCount: number): string {
  const sheets = numbers(sheetCount)
    .map(
      (number) =>
        `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${contentTypePrefix}.worksheet+xml"/>`,
    )
    .join('')
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentTypePrefix}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${contentTypePrefix}.styles+xml"/>${sheets}</Types>`
}

const rootRelations = `${declaration}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${officeRelationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

function workbookXml(names: readonly string[]): string {
  const sheets = names
    .map((name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join('')
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${officeRelationships}"><sheets>${sheets}</sheets></workbook>`
}

function workbookRelations(sheetCount: number): string {
  const sheets = numbers(sheetCount)
    .map(
      (number) =>
        `<Relationship Id="rId${number}" Type="${officeRelationships}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
    )
    .join('')
  return `${declaration}<Relationships xmlns="${relationships}">${sheets}<Relationship Id="rId${sheetCount + 1}" Type="${officeRelationships}/styles" Target="styles.xml"/></Relationships>`
}

const stylesXml = `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE9EEF3"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`

function sheetXml(sheet: SheetContent): string {
  const width = sheet.header.length
  const rows = [
    rowXml(
      1,
      sheet.header.map((title) => textCell(title, style.header)),
    ),
    ...sheet.rows.map((row, index) => rowXml(index + 2, row.map(cellXml))),
  ]
  const filter = width === 0 ? '' : `<autoFilter ref="A1:${columnName(width)}${sheet.rows.length + 1}"/>`
  const columns = sheet.header
    .map(
      (title, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${columnWidth(title, sheet.rows, index)}" customWidth="1"/>`,
    )
    .join('')
  return `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${columns === '' ? '' : `<cols>${columns}</cols>`}<sheetData>${rows.join('')}</sheetData>${filter}</worksheet>`
}

type CellXml = (reference: string) => string

function rowXml(number: number, cells: readonly CellXml[]): string {
  return `<row r="${number}">${cells.map((cell, index) => cell(`${columnName(index + 1)}${number}`)).join('')}</row>`
}

function cellXml(cell: SheetCell): CellXml {
  if (cell === null || cell === '') return () => ''
  if (typeof cell === 'string') return textCell(cell, startsFormula(cell) ? style.quoted : style.plain)
  if (typeof cell === 'boolean') return (at) => `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'number') return (at) => `<c r="${at}"><v>${cell}</v></c>`
  // The spreadsheet's day 1 is 1 January 1900, and it counts a 29 February 1900 that never was.
  const serial = daysBetween('1899-12-30', cell.day)
  return (at) => `<c r="${at}" s="${style.day}"><v>${serial}</v></c>`
}

function textCell(text: string, cellStyle: number): CellXml {
  const styled = cellStyle === style.plain ? '' : ` s="${cellStyle}"`
  return (at) =>
    `<c r="${at}"${styled} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`
}

/** Texts that a spreadsheet or a later CSV would take for a formula. */
export function startsFormula(text: string): boolean {
  return '=+-@\t\r\n\u0000＝＋－＠'.includes(text.charAt(0)) && text !== ''
}

function escapeXml(text: string): string {
  return text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/\p{Cc}|[\ufffe\uffff]/gu, escapeCharacter)
}

/** Office's own spelling of characters that XML cannot hold; the others stay. */
function escapeCharacter(character: string): string {
  const code = character.charCodeAt(0)
  if (character === '\t' || character === '\n' || (code >= 0x7f && code <= 0x9f)) return character
  return `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`
}

/** Letters of a column that counts from 1: 27 is AA. */
export function columnName(number: number): string {
  const rest = (number - 1) % 26
  const letter = String.fromCharCode(65 + rest)
  return number <= 26 ? letter : `${columnName((number - 1 - rest) / 26)}${letter}`
}

function columnWidth(title: string, rows: SheetContent['rows'], index: number): number {
  let longest = Math.ceil(title.length / 2)
  for (const row of rows.slice(0, 200)) {
    const cell = row[index]
    if (typeof cell === 'string') longest = Math.max(longest, cell.length)
  }
  return Math.min(Math.max(longest + 2, 10), 48)
}

/** Tab names as spreadsheets accept them: 31 characters, none of []:*?/\, all different. */
function sheetNames(titles: readonly string[]): string[] {
  const used = new Set<string>()
  return titles.map((title, index) => {
    const cleaned =
      title
        .replaceAll(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || `${index + 1}`
    let name = cleaned.slice(0, 31)
    for (let number = 2; used.has(name.toLowerCase()); number += 1) name = `${cleaned.slice(0, 28)} ${number}`
    used.add(name.toLowerCase())
    return name
  })
}
