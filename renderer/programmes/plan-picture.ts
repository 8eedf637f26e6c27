import type { StudyPlan } from '../../shared/programmes/programme.ts'
import {
  breakLines,
  type Drawing,
  framePicture,
  paper,
  type Pattern,
  type Picture,
  roomFor,
  type Shape,
} from '../components/picture/picture.ts'
import { type PlanHost, hostAt } from './plan-hosts.ts'
import { yearsOf } from './plan-years.ts'

/** Every text of the picture, in the language of the moment. */
export type PlanWords = {
  readonly title: string
  readonly description: string
  /** Format and sums. */
  readonly note: string
  readonly unknownHost: string
  readonly year: (number: number) => string
  readonly sums: (host: PlanHost) => string
}

type Look = { readonly fill: string; readonly line: string; readonly pattern: Pattern }

const homeLook: Look = { fill: '#dbe7f3', line: '#5c87b2', pattern: 'plain' }

/** The light colours and patterns of the strip on the screen, by slot. */
const partnerLooks: Readonly<Record<number, Look>> = {
  1: { fill: '#fbe3c8', line: '#b06a12', pattern: 'diagonal' },
  2: { fill: '#d7eedd', line: '#2f8553', pattern: 'horizontal' },
  3: { fill: '#ecdff5', line: '#7d4aa6', pattern: 'dots' },
  4: { fill: '#f8dbe2', line: '#b2405f', pattern: 'vertical' },
  5: { fill: '#d3eef0', line: '#20808a', pattern: 'cross' },
}

const lookOf = (host: PlanHost): Look => partnerLooks[host.slot] ?? homeLook

const house = 'M1 7L8 1L15 7M3 6V14H13V6'

const cell = { width: 66, height: 84, gap: 4, betweenYears: 12 } as const
const yearsInRow = 4
const yearHeight = 20
const legendWidth = 560

/** Draws the plan of study as the strip shows it, with its legend. */
export function drawPlan(plan: StudyPlan, hosts: readonly PlanHost[], words: PlanWords): Picture {
  const strip = drawStrip(plan, hosts, words)
  const legend = drawLegend(hosts, words)
  const below = strip.height + 20
  return framePicture(words, {
    width: Math.max(strip.width, legend.width),
    height: below + legend.height,
    shapes: [...strip.shapes, ...legend.shapes.map((shape) => ({ ...shape, y: shape.y + below }))],
  })
}

function drawStrip(plan: StudyPlan, hosts: readonly PlanHost[], words: PlanWords): Drawing {
  const shapes: Shape[] = []
  let [x, y, width] = [0, 0, 0]
  for (const [place, year] of yearsOf(plan).entries()) {
    if (place > 0 && place % yearsInRow === 0) {
      x = 0
      y += yearHeight + cell.height + cell.betweenYears
    }
    shapes.push({ kind: 'text', x, y: y + 13, text: words.year(year.number), size: 12, fill: paper.quiet })
    for (const { index, period } of year.semesters) {
      const host = hostAt(hosts, period.partnerId, words.unknownHost)
      shapes.push(...semester({ x, y: y + yearHeight }, index + 1, host, period.credits))
      x += cell.width + cell.gap
    }
    width = Math.max(width, x - cell.gap)
    x += cell.betweenYears - cell.gap
  }
  return { width, height: plan.length === 0 ? 0 : y + yearHeight + cell.height, shapes }
}

type Place = { readonly x: number; readonly y: number }

function semester({ x, y }: Place, number: number, host: PlanHost, credits: number | null): Shape[] {
  const { fill, line, pattern } = lookOf(host)
  const middle = x + cell.width / 2
  return [
    { kind: 'box', x, y, width: cell.width, height: cell.height, fill, line, pattern, radius: 6 },
    ...plate(middle, y + 4, 24, String(number), 12),
    ...sign({ x: middle, y: y + 28 }, host),
    ...plate(middle, y + 60, cell.width - 10, credits === null ? '–' : String(credits), 14),
  ]
}

/** A text on a plain ground: never on the pattern. */
function plate(middle: number, y: number, width: number, text: string, size: number): Shape[] {
  const ground = {
    kind: 'box',
    x: middle - width / 2,
    y,
    width,
    height: 20,
    fill: paper.ground,
    radius: 4,
  } as const
  return [ground, { kind: 'text', x: middle, y: y + 15, text, size, fill: paper.ink, anchor: 'middle' }]
}

function sign({ x, y }: Place, host: PlanHost): Shape[] {
  const ground = { kind: 'box', x: x - 15, y, width: 30, height: 24, fill: paper.ground, radius: 4 } as const
  if (host.id === null) return [ground, { kind: 'outline', path: house, x: x - 8, y: y + 5, line: paper.ink }]
  const text = {
    kind: 'text',
    text: host.mark,
    size: 16,
    fill: paper.ink,
    isBold: true,
    anchor: 'middle',
  } as const
  return [ground, { ...text, x, y: y + 18 }]
}

const swatch = { width: 44, height: 32, gap: 12 } as const

function drawLegend(hosts: readonly PlanHost[], words: PlanWords): Drawing {
  const shapes: Shape[] = []
  const room = legendWidth - swatch.width - swatch.gap
  let y = 0
  let width = 0
  for (const host of hosts) {
    const { fill, line, pattern } = lookOf(host)
    shapes.push({
      kind: 'box',
      x: 0,
      y,
      width: swatch.width,
      height: swatch.height,
      fill,
      line,
      pattern,
      radius: 5,
    })
    shapes.push(...sign({ x: swatch.width / 2, y: y + 4 }, host))
    const x = swatch.width + swatch.gap
    const names = breakLines(host.name, room, 14, true)
    for (const [at, text] of names.entries()) {
      shapes.push({ kind: 'text', x, y: y + 13 + at * 18, text, size: 14, fill: paper.ink, isBold: true })
      width = Math.max(width, x + roomFor(text, 14, true))
    }
    const sums = words.sums(host)
    shapes.push({ kind: 'text', x, y: y + 12 + names.length * 18, text: sums, size: 12, fill: paper.quiet })
    width = Math.max(width, x + roomFor(sums, 12))
    y += Math.max(swatch.height, names.length * 18 + 18) + 10
  }
  return { width, height: y, shapes }
}
