/** One piece of a document: comment, end tag, start tag with its attributes, or text. */
const piece =
  /^(?:<!--[\s\S]*?-->|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+)/u

const unknownEntity = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)/u

/** Characters that XML 1.0 has no place for. */
function isForbidden(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return code !== 0x09 && code !== 0x0a && code !== 0x0d
  return (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff
}

function hasDoubles(attributes: string): boolean {
  const names = [...attributes.matchAll(/([\w:.-]+)\s*=\s*["']/gu)].map((match) => match[1])
  return new Set(names).size !== names.length
}

/** Throws when the text has a character that XML cannot hold. */
function assertCharacters(xml: string, name: string): void {
  if (Array.from(xml).some(isForbidden)) throw new Error(`${name}: a character that XML cannot hold`)
}

/**
 * Throws unless the text is a well-formed XML document of the plain kind that programs write: one root, balanced
 * elements, quoted attributes named once, no character or entity that XML does not know.
 */
export function assertWellFormedXml(xml: string, name: string): void {
  const fail = (what: string): never => {
    throw new Error(`${name}: ${what}`)
  }
  assertCharacters(xml, name)
  const open: string[] = []
  let roots = 0
  let at = /^\uFEFF?<\?xml[^>]*\?>\s*/u.exec(xml)?.[0].length ?? 0
  while (at < xml.length) {
    const found = piece.exec(xml.slice(at, at + 100_000)) ?? fail(`not XML: ${xml.slice(at, at + 60)}`)
    const [whole, closed, opened, attributes = '', empty] = found
    if (unknownEntity.test(whole)) fail(`an unknown entity: ${whole.slice(0, 60)}`)
    if (closed !== undefined && open.pop() !== closed) fail(`</${closed}> closes nothing`)
    if (opened !== undefined) {
      if (hasDoubles(attributes)) fail(`an attribute twice in <${opened}>`)
      if (open.length === 0) roots += 1
      if (empty !== '/') open.push(opened)
    }
    at += whole.length
  }
  if (open.length > 0 || roots !== 1) fail(`${roots} roots, unclosed: ${open.join(' ')}`)
}
