import { unzipSync } from 'fflate'
import { writeZip } from '../../../../shared/exchange/zip-write.ts'

/**
 * The same Word document with nothing in it that differs from run to run: the library dates the file by the clock, names
 * links by chance, and numbers headings on through all documents that it ever wrote. `changedAt`: instant of the data,
 * UTC ISO; empty: no data.
 */
export function withFixedBytes(docx: Uint8Array, changedAt: string): Uint8Array {
  const at = changedAt === '' ? '1980-01-01T00:00:00Z' : `${changedAt.slice(0, 19)}Z`
  const parts = Object.entries(unzipSync(docx)).filter(([path]) => !path.endsWith('/'))
  const names = new Map<string, string>()
  const fixed = parts.map(([path, bytes]) => {
    if (!/\.(?:xml|rels)$/u.test(path)) return { path, bytes }
    const text = new TextDecoder().decode(bytes)
    return { path, bytes: new TextEncoder().encode(fixPart(text, path, at, names)) }
  })
  return writeZip(fixed, { level: 6 })
}

function fixPart(text: string, path: string, at: string, names: Map<string, string>): string {
  if (path === 'docProps/core.xml') {
    return text.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/gu, `$1${at}$2`)
  }
  // Attributes and field codes only: what people wrote stays.
  return text
    .replaceAll(/\b(r:id|Id)="(rId[a-z0-9_-]{15,})"/gu, (_whole, name: string, id: string) => {
      return `${name}="${numbered(id, 'rIdLink', names)}"`
    })
    .replaceAll(/\b(w:anchor|w:name)="(_Toc\d+)"/gu, (_whole, name: string, id: string) => {
      return `${name}="${numbered(id, '_Toc', names)}"`
    })
    .replaceAll(/(<w:instrText[^>]*>[^<]*)(_Toc\d+)/gu, (_whole, before: string, id: string) => {
      return before + numbered(id, '_Toc', names)
    })
    .replaceAll(/(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")(\d+)/gu, (_whole, before: string, id: string) => {
      return before + numbered(`bookmark ${id}`, '', names)
    })
}

/** The name that stands for this one, by the order of first use. */
function numbered(id: string, prefix: string, names: Map<string, string>): string {
  const fixed = names.get(id) ?? `${prefix}${names.size + 1}`
  names.set(id, fixed)
  return fixed
}
