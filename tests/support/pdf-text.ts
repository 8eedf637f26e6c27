import { inflateSync } from 'node:zlib'

/** What a PDF says of itself and the text of its pages, as a reader's search would see it. */
export type PdfText = { readonly pages: string[]; readonly fonts: string[]; readonly raw: string }

type Objects = ReadonlyMap<number, { head: string; stream: Buffer | null }>

/**
 * Reads the text of a PDF with embedded fonts through their ToUnicode tables: what cannot be searched there comes out
 * as `?`. Understands what pdfkit writes: plain objects, deflated streams, glyph strings in hexadecimal.
 */
export function readPdfText(bytes: Uint8Array): PdfText {
  const raw = Buffer.from(bytes).toString('latin1')
  const objects = readObjects(raw)
  const unicode = new Map<number, ReadonlyMap<string, string>>()
  const fonts: string[] = []
  for (const [number, { head }] of objects) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1]
    if (!head.includes('/Type /Font\n') && !/\/Subtype \/Type0/.test(head)) continue
    fonts.push(
      `${/\/BaseFont \/([^\s/]+)/.exec(head)?.[1] ?? ''} ${/\/Subtype \/(\w+)/.exec(head)?.[1] ?? ''}`,
    )
    if (table !== undefined) unicode.set(number, readToUnicode(streamOf(objects, Number(table))))
  }
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\n/.test(head))
  return { raw, fonts, pages: pages.map(({ head }) => readPage(head, objects, unicode)) }
}

function readObjects(raw: string): Objects {
  const objects = new Map<number, { head: string; stream: Buffer | null }>()
  for (const match of raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head = '', rest] = (match[2] ?? '').split(/\nstream\n/)
    const content = rest?.replace(/\nendstream[\s\S]*$/, '')
    const packed = content === undefined ? null : Buffer.from(content, 'latin1')
    const stream = packed !== null && head.includes('/FlateDecode') ? inflateSync(packed) : packed
    objects.set(Number(match[1]), { head, stream })
  }
  return objects
}

function streamOf(objects: Objects, number: number): string {
  return objects.get(number)?.stream?.toString('latin1') ?? ''
}

function fromUtf16(hex: string): string {
  return (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('')
}

function readToUnicode(cmap: string): Map<string, string> {
  const table = new Map<string, string>()
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', list = ''] of block.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g)) {
      let glyph = Number.parseInt(from, 16)
      for (const [, text = ''] of list.matchAll(/<([\w\s]*)>/g)) {
        table.set(glyph.toString(16).padStart(4, '0'), fromUtf16(text.replaceAll(/\s/g, '')))
        glyph += 1
      }
    }
  }
  return table
}

function readPage(
  head: string,
  objects: Objects,
  unicode: ReadonlyMap<number, ReadonlyMap<string, string>>,
): string {
  const resources = Number(/\/Resources (\d+) 0 R/.exec(head)?.[1])
  const fontRefs = new Map<string, number>()
  for (const [, name = '', number] of (objects.get(resources)?.head ?? '').matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    fontRefs.set(name, Number(number))
  }
  const content = streamOf(objects, Number(/\/Contents (\d+) 0 R/.exec(head)?.[1]))
  let table: ReadonlyMap<string, string> = new Map()
  const lines: string[] = []
  for (const [, font, glyphs] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) table = unicode.get(fontRefs.get(font) ?? 0) ?? new Map()
    else lines.push(decode(glyphs ?? '', table))
  }
  return lines.join('\n')
}

function decode(glyphs: string, table: ReadonlyMap<string, string>): string {
  const hex = [...glyphs.matchAll(/<(\w+)>/g)].map((match) => match[1] ?? '').join('')
  return (hex.match(/.{4}/g) ?? []).map((glyph) => table.get(glyph) ?? '?').join('')
}
