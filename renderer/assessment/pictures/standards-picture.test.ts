import { describe, expect, it, test } from 'vitest'
import {
  differenceOf,
  drawHeatMap,
  drawRadar,
  type StandardSeries,
  standardsIn,
} from './standards-picture.ts'

const series = (title: string, scores: Record<string, number | null>): StandardSeries => ({
  key: title,
  title,
  standards: Object.entries(scores).map(([standard, score]) => ({
    standard,
    score,
    assessed: score === null ? 0 : 1,
    applicable: 2,
  })),
  total: { score: null, assessed: 0, applicable: 2 },
})

const words = {
  title: 'Стандарттар',
  note: '22.11.2026',
  percent: (ratio: number) => `${Math.round(ratio * 100)} %`,
  none: '—',
}

const two = [
  series('2024', { '1.1': 0.5, '1.2': 0.75, '1.3': null }),
  series('2026', { '1.1': 1, '1.2': 0.5, '1.3': 0.25 }),
]

describe('pictures of standards', () => {
  test('Q13: the difference per standard between two cycles is a number of its own', () => {
    expect(standardsIn(two).map((standard) => differenceOf(two, standard))).toEqual([0.5, -0.25, null])
    expect(differenceOf(two.slice(0, 1), '1.1')).toBeNull()
  })

  it('have a line for each assessment and say every score in words', () => {
    const radar = drawRadar(two, words)
    const lines = radar.shapes.filter((shape) => shape.kind === 'outline' && shape.line !== '#c4cad0')
    expect(lines).toHaveLength(2)
    expect(radar.description).toBe('2024: 1.1 50 %, 1.2 75 %, 1.3 —; 2026: 1.1 100 %, 1.2 50 %, 1.3 25 %')
  })

  it('put a full score on the rim and half a score half way', () => {
    const [first] = drawRadar(
      [series('a', { '1.1': 1, '1.2': 0.5, '1.3': 1, '1.4': 1 })],
      words,
    ).shapes.filter((shape) => shape.kind === 'outline' && shape.line !== '#c4cad0')
    expect(first).toMatchObject({ path: 'M0 -150L75 0L0 150L-150 0Z' })
  })

  it('show what is not assessed as such in the heat map, not as a low score', () => {
    const fields = drawHeatMap(two, words).shapes.flatMap((shape) =>
      shape.kind === 'box' && shape.pattern === 'diagonal' ? [shape.fill] : [],
    )
    expect(fields).toEqual(['#ffffff'])
  })
})
