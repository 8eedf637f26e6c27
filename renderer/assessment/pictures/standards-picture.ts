import {
  breakLines,
  framePicture,
  paper,
  type Picture,
  roomFor,
  type Shape,
} from '../../components/picture/picture.ts'

type StandardFigures = {
  readonly standard: string
  readonly score: number | null
  readonly assessed: number
  readonly applicable: number
}

/** One assessment in a picture of standards. */
export type StandardSeries = {
  readonly key: string
  readonly title: string
  readonly standards: readonly StandardFigures[]
  readonly total: Omit<StandardFigures, 'standard'>
}

export type StandardWords = {
  readonly title: string
  readonly note: string
  /** A score or share as percent. */
  readonly percent: (ratio: number) => string
  /** What stands for a score while nothing is assessed. */
  readonly none: string
}

/** Told apart by lightness, too, so that a grey print keeps them apart. */
export const seriesColours = ['#0b4f63', '#b85c00', '#6b3d91', '#1b6633', '#8a929a'] as const

export const colourOf = (index: number): string => seriesColours[index % seriesColours.length] ?? paper.ink

/** Every standard that one of the assessments has, in their order. */
export function standardsIn(series: readonly StandardSeries[]): string[] {
  return [...new Set(series.flatMap(({ standards }) => standards.map(({ standard }) => standard)))]
}

/** The score of a standard; null: nothing is assessed, or the assessment has no such standard. */
export function scoreIn({ standards }: StandardSeries, standard: string): number | null {
  return standards.find((each) => each.standard === standard)?.score ?? null
}

/** How much better the last assessment is than the first; null: one of them has no score. */
export function differenceOf(series: readonly StandardSeries[], standard: string): number | null {
  const [first, last] = [series[0], series.at(-1)]
  if (first === undefined || last === undefined || series.length < 2) return null
  const [before, after] = [scoreIn(first, standard), scoreIn(last, standard)]
  return before === null || after === null ? null : after - before
}

function inWords(series: readonly StandardSeries[], words: StandardWords): string {
  const scores = (each: StandardSeries) =>
    standardsIn(series).map((standard) => {
      const score = scoreIn(each, standard)
      return `${standard} ${score === null ? words.none : words.percent(score)}`
    })
  return series.map((each) => `${each.title}: ${scores(each).join(', ')}`).join('; ')
}

function drawLegend(series: readonly StandardSeries[], width: number): { shapes: Shape[]; height: number } {
  const shapes: Shape[] = []
  let y = 0
  for (const [index, { title }] of series.entries()) {
    shapes.push({ kind: 'box', x: 0, y: y + 3, width: 14, height: 14, fill: colourOf(index), radius: 2 })
    for (const line of breakLines(title, width - 24, 13)) {
      shapes.push({ kind: 'text', x: 24, y: y + 15, text: line, size: 13, fill: paper.ink })
      y += 20
    }
  }
  return { shapes, height: y + 8 }
}

const radius = 150
const rings = [0.25, 0.5, 0.75, 1] as const

/** Where a share of the radius lies in the direction of an axis, from the middle. */
function point(axis: number, axes: number, share: number): readonly [x: number, y: number] {
  const angle = (axis / axes) * 2 * Math.PI - Math.PI / 2
  return [Math.cos(angle) * radius * share, Math.sin(angle) * radius * share]
}

const round = (value: number): number => Math.round(value * 100) / 100

function pathOf(points: readonly (readonly [number, number])[]): string {
  return `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`
}

/** Scores of the standards around a circle; what is not assessed lies in the middle. */
export function drawRadar(series: readonly StandardSeries[], words: StandardWords): Picture {
  const standards = standardsIn(series)
  const axes = standards.length
  const width = 2 * radius + 120
  const legend = drawLegend(series, width)
  const [x, y] = [width / 2, legend.height + radius + 30]
  const grid = rings.map((ring): Shape => ({
    kind: 'outline',
    x,
    y,
    line: '#c4cad0',
    path: pathOf(standards.map((_, axis) => point(axis, axes, ring))),
  }))
  const names = standards.map((standard, axis): Shape => {
    const [dx, dy] = point(axis, axes, 1.12)
    const anchor = Math.abs(dx) < 8 ? 'middle' : dx > 0 ? 'start' : 'end'
    return { kind: 'text', x: x + dx, y: y + dy + 5, text: standard, size: 13, fill: paper.ink, anchor }
  })
  const scale = rings.map((ring): Shape => ({
    kind: 'text',
    x: x + 4,
    y: y - radius * ring - 2,
    text: words.percent(ring),
    size: 10,
    fill: paper.quiet,
  }))
  const lines = series.map((each, index): Shape => ({
    kind: 'outline',
    x,
    y,
    line: colourOf(index),
    path: pathOf(standards.map((standard, axis) => point(axis, axes, scoreIn(each, standard) ?? 0))),
  }))
  const dots = series.flatMap((each, index) =>
    standards.flatMap((standard, axis): Shape[] => {
      const score = scoreIn(each, standard)
      if (score === null) return []
      const [dx, dy] = point(axis, axes, score)
      return [{ kind: 'box', x: x + dx - 3, y: y + dy - 3, width: 6, height: 6, fill: colourOf(index) }]
    }),
  )
  const shapes = [...legend.shapes, ...grid, ...scale, ...lines, ...dots, ...names]
  return framePicture(
    { ...words, description: inWords(series, words) },
    { width, height: legend.height + 2 * radius + 60, shapes },
  )
}

/** From little to much in one hue, with the ink that can be read on it. */
const heat = [
  { from: 0, fill: '#fdeae8', ink: '#7a1712' },
  { from: 0.4, fill: '#fdf0dc', ink: '#6b3b00' },
  { from: 0.6, fill: '#d3eaf1', ink: '#0b4f63' },
  { from: 0.85, fill: '#0b4f63', ink: '#ffffff' },
] as const

const cell = { width: 58, height: 30 } as const
const widestTitle = 260

/** Scores as a map of assessments and standards: the darker, the better; every field says its number. */
export function drawHeatMap(series: readonly StandardSeries[], words: StandardWords): Picture {
  const standards = standardsIn(series)
  const left = Math.min(widestTitle, Math.max(80, ...series.map(({ title }) => roomFor(title, 13)))) + 12
  const shapes: Shape[] = standards.map((standard, column) => ({
    kind: 'text',
    x: left + column * cell.width + cell.width / 2,
    y: 16,
    text: standard,
    size: 13,
    fill: paper.ink,
    anchor: 'middle',
  }))
  let y = 26
  for (const each of series) {
    const lines = breakLines(each.title, left - 12, 13)
    for (const [index, text] of lines.entries())
      shapes.push({ kind: 'text', x: 0, y: y + 19 + index * 16, text, size: 13, fill: paper.ink })
    const height = Math.max(cell.height, lines.length * 16 + 10)
    for (const [column, standard] of standards.entries())
      shapes.push(...heatField(scoreIn(each, standard), { x: left + column * cell.width, y, height }, words))
    y += height + 2
  }
  return framePicture(
    { ...words, description: inWords(series, words) },
    { width: left + standards.length * cell.width, height: y, shapes },
  )
}

function heatField(
  score: number | null,
  { x, y, height }: { x: number; y: number; height: number },
  words: StandardWords,
): Shape[] {
  const look = score === null ? null : heat.findLast(({ from }) => score >= from)
  const box = { kind: 'box', x, y, width: cell.width - 2, height, line: '#8a929a', radius: 2 } as const
  const text = {
    kind: 'text',
    x: x + cell.width / 2 - 1,
    y: y + height / 2 + 5,
    size: 13,
    anchor: 'middle',
  } as const
  if (score === null || look === null || look === undefined)
    return [
      { ...box, fill: '#ffffff', pattern: 'diagonal' },
      { ...text, fill: paper.ink, text: words.none },
    ]
  return [
    { ...box, fill: look.fill },
    { ...text, fill: look.ink, text: words.percent(score) },
  ]
}
