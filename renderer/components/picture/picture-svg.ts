import {
  paper,
  type Pattern,
  patternPaths,
  patternTile,
  type Picture,
  pictureFonts,
  type Shape,
} from './picture.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text as XML takes it: marks escaped, control characters left out. */
function xmlText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- XML 1.0 forbids exactly these
  const allowed = text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
  return allowed.replaceAll(/[&<>"']/g, (mark) => entities[mark] ?? mark)
}

const number = (value: number): string => String(Math.round(value * 100) / 100)

const patternId = (pattern: Pattern, colour: string): string => `${pattern}-${colour.replace('#', '')}`

function element(name: string, attributes: Readonly<Record<string, string | number>>, content = ''): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === 'number' ? number(value) : xmlText(value)}"`,
  )
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`
}

/** A picture as an SVG document of its own: text stays text, patterns stay patterns. */
export function svgOf({ title, description, width, height, shapes }: Picture): string {
  const head = [
    element('title', {}, xmlText(title)),
    element('desc', {}, xmlText(description)),
    element('defs', {}, patternsOf(shapes).join('')),
    element('rect', { width, height, fill: paper.ground }),
  ]
  const body = shapes.map(shapeOf)
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${number(width)} ${number(height)}`,
    'font-family': pictureFonts,
    role: 'img',
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('svg', attributes, `\n${[...head, ...body].join('\n')}\n`)}\n`
}

function patternsOf(shapes: readonly Shape[]): string[] {
  const patterns = new Map<string, string>()
  for (const shape of shapes) {
    if (shape.kind !== 'box' || shape.line === undefined) continue
    const { pattern = 'plain', line } = shape
    if (pattern === 'plain') continue
    const id = patternId(pattern, line)
    const tile = { width: patternTile, height: patternTile, patternUnits: 'userSpaceOnUse' }
    const strokes = element('path', {
      d: patternPaths[pattern],
      stroke: line,
      'stroke-opacity': 0.45,
      fill: 'none',
    })
    patterns.set(id, element('pattern', { id, ...tile }, strokes))
  }
  return [...patterns.values()]
}

function shapeOf(shape: Shape): string {
  if (shape.kind === 'text') {
    const { x, y, text, size, fill, isBold = false, anchor = 'start' } = shape
    const weight = isBold ? { 'font-weight': 700 } : {}
    return element('text', { x, y, 'font-size': size, fill, 'text-anchor': anchor, ...weight }, xmlText(text))
  }
  if (shape.kind === 'outline') {
    const { path, x, y, line } = shape
    const stroke = { stroke: line, 'stroke-width': 1.6, 'stroke-linejoin': 'round', fill: 'none' }
    return element('path', { d: path, transform: `translate(${number(x)} ${number(y)})`, ...stroke })
  }
  const { x, y, width, height, fill, line, radius = 0, pattern = 'plain' } = shape
  const place = { x, y, width, height, rx: radius }
  const box = element('rect', { ...place, fill, ...(line === undefined ? {} : { stroke: line }) })
  if (pattern === 'plain' || line === undefined) return box
  return box + element('rect', { ...place, fill: `url(#${patternId(pattern, line)})` })
}
