import { academicYearLabel } from '../../shared/kernel/calendar.ts'
import type { Overview } from '../../shared/overview/overview.ts'
import { type Level, levels } from '../../shared/programmes/programme.ts'
import { framePicture, paper, type Picture, roomFor, type Shape } from '../components/picture/picture.ts'

type Trend = Overview['contingent']['trend']

export type ContingentWords = {
  readonly title: string
  readonly description: string
  readonly note: string
  readonly level: (level: Level) => string
  readonly number: (value: number) => string
}

type Look = { readonly fill: string; readonly ink: string }

/** One hue from dark to light, so that the order of the levels stays visible in grey. */
const looks: Readonly<Record<Level, Look>> = {
  bachelor: { fill: '#0b4f63', ink: '#ffffff' },
  master: { fill: '#5cb4cb', ink: '#000000' },
  doctoral: { fill: '#d3eaf1', ink: '#000000' },
}

const column = { width: 64, step: 104 } as const
const chartHeight = 220
const legendHeight = 40

/** Draws the learners of every academic year as a column stacked by level, with all its numbers. */
export function drawContingent(trend: Trend, words: ContingentWords): Picture {
  const legend = drawLegend(words)
  const most = Math.max(1, ...trend.map(({ total }) => total.value))
  const ground = legendHeight + 24 + chartHeight
  const columns = trend.flatMap((year, index): Shape[] => {
    const left = index * column.step + (column.step - column.width) / 2
    const middle = left + column.width / 2
    const text = (y: number, written: string, isBold: boolean): Shape => {
      return {
        kind: 'text',
        x: middle,
        y,
        text: written,
        size: 14,
        fill: paper.ink,
        isBold,
        anchor: 'middle',
      }
    }
    let top = ground
    const parts = levels.flatMap((level): Shape[] => {
      const { value } = year.byLevel[level]
      const height = (value / most) * chartHeight
      if (height === 0) return []
      top -= height
      const { fill, ink } = looks[level]
      const box = {
        kind: 'box',
        x: left,
        y: top,
        width: column.width,
        height,
        fill,
        line: '#0b4f63',
      } as const
      // A number that does not fit its part stands beside it.
      if (height < 18) {
        const beside = {
          kind: 'text',
          x: left + column.width + 4,
          y: top + height / 2 + 4,
          size: 12,
        } as const
        return [box, { ...beside, fill: paper.ink, text: words.number(value) }]
      }
      const inside = {
        kind: 'text',
        x: middle,
        y: top + height / 2 + 5,
        size: 13,
        fill: ink,
        anchor: 'middle',
      } as const
      return [box, { ...inside, text: words.number(value) }]
    })
    const name = academicYearLabel(year.academicYear)
    return [...parts, text(top - 8, words.number(year.total.value), true), text(ground + 20, name, false)]
  })
  const width = Math.max(legend.width, trend.length * column.step)
  const line: Shape = { kind: 'box', x: 0, y: ground, width, height: 1, fill: paper.line }
  return framePicture(words, { width, height: ground + 28, shapes: [...legend.shapes, ...columns, line] })
}

function drawLegend(words: ContingentWords): { width: number; shapes: Shape[] } {
  const shapes: Shape[] = []
  let x = 0
  for (const level of levels) {
    const { fill } = looks[level]
    const text = words.level(level)
    shapes.push({ kind: 'box', x, y: 4, width: 16, height: 16, fill, line: '#0b4f63', radius: 2 })
    shapes.push({ kind: 'text', x: x + 24, y: 17, text, size: 14, fill: paper.ink })
    x += 24 + roomFor(text, 14) + 20
  }
  return { width: x, shapes }
}
