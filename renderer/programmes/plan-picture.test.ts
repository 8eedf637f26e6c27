import { describe, expect, it } from 'vitest'
import type { StudyPlan } from '../../shared/programmes/programme.ts'
import { presentHosts } from './plan-hosts.ts'
import { drawPlan, type PlanWords } from './plan-picture.ts'

const [berlin, lyon] = ['01a', '01b']
const period = (partnerId: string | null, credits: number | null): StudyPlan[number] => ({
  partnerId,
  credits,
  startsOn: null,
  endsOn: null,
})
const plan = [period(null, 30), period(null, 30), period(berlin, 24), period(lyon, null)]
const names: Readonly<Record<string, string>> = {
  [berlin]: 'Берлин университеті',
  [lyon]: 'Лион университеті',
}
const hosts = presentHosts([null, berlin, lyon], (id) => (id === null ? 'Өз ЖОО' : (names[id] ?? '')), 'kk')
const words: PlanWords = {
  title: 'Ұшақ жасау',
  description: 'сөзбен',
  note: '1+1',
  unknownHost: '?',
  year: (number) => `${number}-курс`,
  sums: ({ name }) => `${name}: барлығы`,
}
const { shapes } = drawPlan(plan, hosts, words)
const texts = shapes.flatMap((shape) => (shape.kind === 'text' ? shape.text : []))
const cells = shapes.flatMap((shape) => (shape.kind === 'box' && shape.height === 84 ? [shape] : []))

describe('a picture of the plan of study', () => {
  it('holds the programme, years, credits, hosts with their letters, and the format', () => {
    const expected = [
      'Ұшақ жасау',
      '1-курс',
      '2-курс',
      '24',
      '–',
      'А',
      'Б',
      'Өз ЖОО',
      'Берлин университеті',
      '1+1',
    ]
    expect(texts).toEqual(expect.arrayContaining(expected))
  })

  it('has a cell for every semester, side by side, each in colour and pattern of its host', () => {
    expect(cells.map(({ pattern }) => pattern)).toEqual(['plain', 'plain', 'diagonal', 'horizontal'])
    expect(new Set(cells.map(({ fill }) => fill)).size).toBe(3)
    const gaps = cells.slice(1).map(({ x }, index) => x - (cells[index]?.x ?? 0) - 66)
    expect(gaps).toEqual([4, 12, 4])
  })

  it('begins a new row after four years', () => {
    const long = drawPlan(
      Array.from({ length: 10 }, () => period(null, 30)),
      hosts,
      words,
    )
    const rows = new Set(
      long.shapes.flatMap((shape) => (shape.kind === 'box' && shape.height === 84 ? shape.y : [])),
    )
    expect(rows.size).toBe(2)
  })
})
