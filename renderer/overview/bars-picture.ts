import {
  breakLines,
  framePicture,
  paper,
  type Picture,
  roomFor,
  type Shape,
} from '../components/picture/picture.ts'

/** One bar of a saved picture. */
export type PictureBar = {
  readonly label: string
  readonly group?: string
  readonly value: number
  /** The value as it is written in the language of the moment. */
  readonly written: string
}

type BarsWords = { readonly title: string; readonly note: string }

const widestLabel = 240
const barWidth = 320
const barHeight = 16
const lineHeight = 18
const size = 14
const colour = '#0b4f63'

/** Draws numbers as bars under each other, each with its name and value. */
export function drawBars(bars: readonly PictureBar[], words: BarsWords): Picture {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const labelWidth = Math.min(widestLabel, Math.max(...bars.map(({ label }) => roomFor(label, size))))
  const shapes: Shape[] = []
  let y = 0
  for (const [index, { label, group, value, written }] of bars.entries()) {
    if (group !== undefined && group !== bars[index - 1]?.group) {
      shapes.push({ kind: 'text', x: 0, y: y + 16, text: group, size: 12, fill: paper.quiet, isBold: true })
      y += 24
    }
    const lines = breakLines(label, labelWidth, size)
    for (const [at, text] of lines.entries()) {
      shapes.push({ kind: 'text', x: 0, y: y + 13 + at * lineHeight, text, size, fill: paper.ink })
    }
    const width = Math.max(2, (value / most) * barWidth)
    const x = labelWidth + 16
    shapes.push({ kind: 'box', x, y, width, height: barHeight, fill: colour, radius: 2 })
    shapes.push({ kind: 'text', x: x + width + 8, y: y + 13, text: written, size, fill: paper.ink })
    y += Math.max(1, lines.length) * lineHeight + 8
  }
  const longest = Math.max(0, ...bars.map(({ written }) => roomFor(written, size)))
  const description = bars
    .map(({ group, label, written }) => `${group === undefined ? '' : `${group}, `}${label}: ${written}`)
    .join('; ')
  return framePicture(
    { ...words, description },
    { width: labelWidth + 16 + barWidth + 8 + longest, height: y, shapes },
  )
}
