/** The elements that a text of ours is made of, and their attributes; everything else of pasted HTML is its text only. */
const kept: Readonly<Record<string, readonly string[]>> = {
  p: [],
  div: [],
  br: [],
  h1: [],
  h2: [],
  h3: [],
  ul: [],
  ol: ['start'],
  li: [],
  table: [],
  tbody: [],
  tr: [],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  b: [],
  strong: [],
  i: [],
  em: [],
  u: [],
  a: ['href'],
  span: ['data-evidence', 'data-number'],
}

const withoutText =
  /<!--[\s\S]*?-->|<!\[[\s\S]*?\]>|<(style|script|head|title|xml|o:[a-z]+)\b[\s\S]*?<\/\1\s*>/giu
const token = /<(\/?)([a-z][a-z0-9:]*)((?:\s+[^<>]*?)?)(\/?)>|([^<]+)|</giu

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
}

function decoded(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/giu,
    (all, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? all
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    },
  )
}

function attribute(attributes: string, name: string): string | null {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'iu').exec(
    attributes,
  )
  const value = match?.[1] ?? match?.[2] ?? match?.[3]
  return value === undefined ? null : decoded(value)
}

type Open = { readonly name: string; readonly element: HTMLElement }

/** Spaces between the rows of a table or the items of a list are layout of the source, not text. */
function appendText(parent: HTMLElement, text: string): void {
  const words = decoded(text).replaceAll(/[\t\r\n ]+/gu, ' ')
  if (words.trim() !== '' || !/^(?:TABLE|TBODY|TR|UL|OL|DIV)$/u.test(parent.tagName)) parent.append(words)
}

function elementOf(name: string, attributes: string): HTMLElement | null {
  if (!Object.hasOwn(kept, name)) return null
  const element = document.createElement(name)
  for (const key of kept[name] ?? []) {
    const value = attribute(attributes, key)
    if (value !== null) element.setAttribute(key, value)
  }
  return element
}

function closeTo(open: Open[], name: string): void {
  const at = open.findLastIndex((each) => each.name === name)
  if (at > 0) open.splice(at)
}

/**
 * Builds elements from HTML that another program put on the clipboard. The page's policy lets no text become elements
 * by itself, so the tags are read as text and only known ones are made, without styles, scripts and events.
 */
export function elementsOf(html: string): HTMLElement {
  const root = document.createElement('div')
  const open: Open[] = [{ name: '', element: root }]
  const source = html.replaceAll(withoutText, '')
  for (const [all, closing, tag = '', attributes = '', , text] of source.matchAll(token)) {
    const parent = open.at(-1)?.element ?? root
    const name = tag.toLowerCase()
    if (tag === '') appendText(parent, text ?? all)
    else if (closing === '/') closeTo(open, name)
    else {
      const element = elementOf(name, attributes)
      if (element === null) continue
      parent.append(element)
      if (name !== 'br') open.push({ name, element })
    }
  }
  return root
}
