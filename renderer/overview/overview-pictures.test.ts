import { describe, expect, it } from 'vitest'
import type { Overview } from '../../shared/overview/overview.ts'
import type { Figure } from '../../shared/reports/figure.ts'
import type { Picture, Shape } from '../components/picture/picture.ts'
import { drawBars } from './bars-picture.ts'
import { drawContingent } from './contingent-picture.ts'

const textsIn = ({ shapes }: Picture): string[] =>
  shapes.flatMap((shape) => (shape.kind === 'text' ? shape.text : []))
const boxesIn = ({ shapes }: Picture): Extract<Shape, { kind: 'box' }>[] =>
  shapes.flatMap((shape) => (shape.kind === 'box' ? [shape] : []))

const figure = (value: number): Figure => ({
  value,
  unit: 'learners',
  selection: { entity: 'cohort', filter: {} },
})

describe('a picture of bars', () => {
  const bars = [
    { label: 'қолданыстағы', value: 40, written: '40' },
    { label: 'мерзімі өткен', value: 10, written: '10' },
    { label: 'жоба', value: 0, written: '0' },
  ]
  const picture = drawBars(bars, { title: 'Шарттар', note: 'Дереккөз' })

  it('names every bar with its number and the source', () => {
    const texts = textsIn(picture)
    expect(texts).toEqual(['Шарттар', 'қолданыстағы', '40', 'мерзімі өткен', '10', 'жоба', '0', 'Дереккөз'])
    expect(picture.description).toBe('қолданыстағы: 40; мерзімі өткен: 10; жоба: 0')
  })

  it('draws them as long as their numbers, and nothing as a thin line', () => {
    const [first, second, third] = boxesIn(picture)
    expect((first?.width ?? 0) / (second?.width ?? 1)).toBe(4)
    expect(third?.width).toBe(2)
  })

  it('writes the name of a group once over its bars', () => {
    const grouped = drawBars(
      bars.map((bar) => ({ ...bar, group: 'Магистратура' })),
      { title: 'Т', note: '' },
    )
    expect(textsIn(grouped).filter((text) => text === 'Магистратура')).toHaveLength(1)
  })
})

describe('a picture of the contingent', () => {
  const trend: Overview['contingent']['trend'] = [
    [2024, 60, 30, 10],
    [2025, 120, 60, 20],
  ].map(([academicYear = 0, bachelor = 0, master = 0, doctoral = 0]) => ({
    academicYear,
    total: figure(bachelor + master + doctoral),
    byLevel: { bachelor: figure(bachelor), master: figure(master), doctoral: figure(doctoral) },
  }))
  const picture = drawContingent(trend, {
    title: 'Контингент',
    description: 'сөзбен',
    note: '',
    level: (level) => level,
    number: String,
  })

  it('holds the years, their totals and the levels', () => {
    expect(textsIn(picture)).toEqual(
      expect.arrayContaining(['2024/25', '2025/26', '100', '200', 'bachelor', 'master', 'doctoral']),
    )
  })

  it('stacks the levels without gaps, in the share of their learners', () => {
    const heights = boxesIn(picture).flatMap(({ width, height }) => (width === 64 ? height : []))
    expect(heights.map((height) => Math.round(height))).toEqual([66, 33, 11, 132, 66, 22])
    const tops = boxesIn(picture).flatMap(({ width, y, height }) => (width === 64 ? [[y, y + height]] : []))
    expect(tops[1]?.[1]).toBeCloseTo(tops[0]?.[0] ?? 0)
    expect(tops[2]?.[1]).toBeCloseTo(tops[1]?.[0] ?? 0)
  })
})
