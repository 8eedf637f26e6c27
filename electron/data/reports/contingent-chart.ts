import { type Level, levels } from '../../../shared/programmes/programme.ts'
import { ink } from './pdf-parts.ts'
import { fontName } from './pdf.ts'

export type ContingentColumn = {
  readonly label: string
  readonly shownTotal: string
  readonly byLevel: Readonly<Record<Level, number>>
}

type Size = { readonly width: number; readonly height: number }

/** Stacked columns of learners by academic year, with the names of the levels below, as SVG. */
export function contingentChart(
  columns: readonly ContingentColumn[],
  levelNames: Readonly<Record<Level, string>>,
  { width, height }: Size,
): string {
  const plot = { top: 14, bottom: height - 30 }
  const totals = columns.map((column) => levels.reduce((sum, level) => sum + column.byLevel[level], 0))
  const scale = (plot.bottom - plot.top) / Math.max(1, ...totals)
  const step = width / Math.max(1, columns.length)
  const barWidth = Math.min(44, step * 0.62)
  const drawn = columns.map((column, index) => {
    const centre = step * (index + 0.5)
    const total = totals[index] ?? 0
    return [
      ...stack(column, { x: centre - barWidth / 2, width: barWidth, bottom: plot.bottom, scale }),
      text(column.shownTotal, {
        x: centre,
        y: plot.bottom - total * scale - 3,
        isBold: true,
        colour: ink.text,
      }),
      text(column.label, { x: centre, y: plot.bottom + 10, isBold: false, colour: ink.quiet }),
    ].join('')
  })
  const axis = `<line x1="0" y1="${plot.bottom}" x2="${width}" y2="${plot.bottom}" stroke="${ink.muted}" stroke-width="0.6"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${drawn.join('')}${axis}${legend(levelNames, height - 6)}</svg>`
}

type Stack = { x: number; width: number; bottom: number; scale: number }

function stack(column: ContingentColumn, { x, width, bottom, scale }: Stack): string[] {
  let y = bottom
  return levels.map((level) => {
    const height = column.byLevel[level] * scale
    y -= height
    return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${ink.levels[level]}"/>`
  })
}

function legend(names: Readonly<Record<Level, string>>, y: number): string {
  let x = 0
  return levels
    .map((level) => {
      const at = x
      x += 12 + names[level].length * 4.4 + 10
      return `<rect x="${round(at)}" y="${y - 6}" width="7" height="7" fill="${ink.levels[level]}"/>${text(names[level], { x: at + 10, y, isBold: false, colour: ink.quiet, anchor: 'start' })}`
    })
    .join('')
}

type TextStyle = { x: number; y: number; isBold: boolean; colour: string; anchor?: 'start' | 'middle' }

function text(content: string, { x, y, isBold, colour, anchor = 'middle' }: TextStyle): string {
  const weight = isBold ? ' font-weight="bold"' : ''
  return `<text x="${round(x)}" y="${round(y)}" font-family="${fontName}" font-size="7.5"${weight} fill="${colour}" text-anchor="${anchor}">${escapeXml(content)}</text>`
}

const round = (value: number): number => Math.round(value * 100) / 100

function escapeXml(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
