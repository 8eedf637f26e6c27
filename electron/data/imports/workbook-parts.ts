import { importLimits } from '../../../shared/imports/limits.ts'
import type { Merge } from '../../../shared/imports/sheet.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'

export type SheetPart = { name: string; isHidden: boolean; path: string; index: number }

const attributePattern = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Start tags of one local name with their attributes. The text is checked to hold no DOCTYPE. */
function* tags(xml: string, name: string): Generator<Map<string, string>> {
  const pattern = new RegExp(`<(?:[\\w.-]+:)?${name}(\\s[^<>]*)?>`, 'g')
  for (const [, attributes = ''] of xml.matchAll(pattern)) {
    const found = new Map<string, string>()
    for (const [, key = '', double, single] of attributes.matchAll(attributePattern)) {
      found.set(key, decodeEntities(double ?? single ?? ''))
    }
    yield found
  }
}

function decodeEntities(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (name.startsWith('#x') || name.startsWith('#X')) return codePoint(Number.parseInt(name.slice(2), 16))
    if (name.startsWith('#')) return codePoint(Number(name.slice(1)))
    return entities[name] ?? whole
  })
}

function codePoint(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** The XML text of a part; an entity definition or another encoding than UTF-8 is refused unread. */
export function xmlText(bytes: Buffer): string {
  if (bytes.subarray(0, 4).includes(0) || bytes[0] === 0xff || bytes[0] === 0xfe)
    throw new AppError('import-damaged')
  const text = bytes.toString('utf8')
  if (/<!\s*(?:DOCTYPE|ENTITY)/i.test(text)) throw new AppError('import-doctype')
  return text
}

/** The worksheets of a workbook in their order, with the part that holds each. Chart sheets are left out. */
export function listSheetParts(parts: ReadonlyMap<string, Buffer>): SheetPart[] {
  const workbookPath = targetOf(parts, '_rels/.rels', '', (type) => type.endsWith('/officeDocument'))[0]?.path
  if (workbookPath === undefined) throw new AppError('import-not-a-workbook')
  const folder = workbookPath.slice(0, workbookPath.lastIndexOf('/') + 1)
  const relations = `${folder}_rels/${workbookPath.slice(folder.length)}.rels`
  const paths = new Map(
    targetOf(parts, relations, folder, (type) => type.endsWith('/worksheet')).map(({ id, path }) => [
      id,
      path,
    ]),
  )
  const workbook = parts.get(workbookPath)
  if (workbook === undefined) throw new AppError('import-not-a-workbook')
  const sheets: SheetPart[] = []
  for (const [index, attributes] of [...tags(xmlText(workbook), 'sheet')].entries()) {
    const relation = [...attributes].find(([key]) => key.endsWith(':id'))?.[1] ?? ''
    const path = paths.get(relation)
    if (path === undefined || !parts.has(path)) continue
    const state = attributes.get('state') ?? 'visible'
    sheets.push({ name: attributes.get('name') ?? '', isHidden: state !== 'visible', path, index })
  }
  if (sheets.length > importLimits.sheets)
    throw new AppError('import-too-many-sheets', { limit: importLimits.sheets })
  return sheets
}

function targetOf(
  parts: ReadonlyMap<string, Buffer>,
  relations: string,
  folder: string,
  isWanted: (type: string) => boolean,
): { id: string; path: string }[] {
  const bytes = parts.get(relations)
  if (bytes === undefined) return []
  const found: { id: string; path: string }[] = []
  for (const attributes of tags(xmlText(bytes), 'Relationship')) {
    const target = attributes.get('Target') ?? ''
    if (!isWanted(attributes.get('Type') ?? '') || attributes.get('TargetMode') === 'External') continue
    const path = target.startsWith('/') ? target.slice(1) : `${folder}${target.replace(/^\.\//, '')}`
    found.push({ id: attributes.get('Id') ?? '', path })
  }
  return found
}

/** Merged ranges of a worksheet; null when there are more than the limit. Ranges are clamped to the sheet. */
export function listMerges(xml: string): Merge[] | null {
  const merges: Merge[] = []
  for (const attributes of tags(xml.slice(xml.lastIndexOf('</sheetData>') + 1), 'mergeCell')) {
    const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(
      attributes.get('ref') ?? '',
    )
    if (match === null) continue
    const [, left = '', top = '', right = '', bottom = ''] = match
    const rows = [Number(top), Number(bottom)].map((row) => Math.min(Math.max(row, 1), 1_048_576))
    const columns = [columnNumber(left), columnNumber(right)].map((column) =>
      Math.min(column, importLimits.columns - 1),
    )
    merges.push({
      firstRow: Math.min(...rows),
      lastRow: Math.max(...rows),
      firstColumn: Math.min(...columns),
      lastColumn: Math.max(...columns),
    })
    if (merges.length > importLimits.merges) return null
  }
  return merges
}

function columnNumber(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
