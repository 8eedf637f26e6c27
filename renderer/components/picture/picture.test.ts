// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { breakLines, framePicture, type Picture, type Shape } from './picture.ts'
import { svgOf } from './picture-svg.ts'

const picture: Picture = framePicture(
  { title: 'Қос диплом «A & B» <1>', description: 'Алматы: 3; Берлин: 2', note: "2026 ж. 22 қараша, 'үлгі'" },
  {
    width: 200,
    height: 60,
    shapes: [
      {
        kind: 'box',
        x: 0,
        y: 0,
        width: 100,
        height: 20,
        fill: '#fbe3c8',
        line: '#b06a12',
        pattern: 'diagonal',
      },
      {
        kind: 'box',
        x: 0,
        y: 30,
        width: 100,
        height: 20,
        fill: '#fbe3c8',
        line: '#b06a12',
        pattern: 'diagonal',
      },
      { kind: 'outline', x: 4, y: 4, path: 'M0 0H8', line: '#1b1d20' },
      { kind: 'text', x: 110, y: 15, text: 'Ә\u0001Ғ', size: 14, fill: '#1b1d20', anchor: 'end' },
    ],
  },
)

/** The lower edge of a box, the base line of a text. */
const lowest = (shape: Shape): number => (shape.kind === 'box' ? shape.y + shape.height : shape.y)

function parsed(text: string): Document {
  const document = new DOMParser().parseFromString(text, 'image/svg+xml')
  expect(document.querySelector('parsererror')?.textContent).toBeUndefined()
  return document
}

describe('a picture as SVG', () => {
  it('is read by a parser that refuses what is not well formed', () => {
    const broken = new DOMParser().parseFromString('<svg><text>a & b</svg>', 'image/svg+xml')
    expect(broken.querySelector('parsererror')).not.toBeNull()
  })

  it('is well-formed XML whatever the texts hold, and keeps them as text', () => {
    const document = parsed(svgOf(picture))
    expect(document.documentElement.tagName).toBe('svg')
    expect([...document.querySelectorAll('text')].map((text) => text.textContent)).toEqual([
      'Қос диплом «A & B» <1>',
      'ӘҒ',
      "2026 ж. 22 қараша, 'үлгі'",
    ])
  })

  it('tells its title and what it shows', () => {
    const document = parsed(svgOf(picture))
    expect(document.querySelector('title')?.textContent).toBe(picture.title)
    expect(document.querySelector('desc')?.textContent).toBe('Алматы: 3; Берлин: 2')
  })

  it('defines each pattern that its boxes use, once', () => {
    const document = parsed(svgOf(picture))
    const defined = [...document.querySelectorAll('pattern')].map(({ id }) => `url(#${id})`)
    const used = [...document.querySelectorAll('rect')].flatMap((box) => box.getAttribute('fill') ?? [])
    expect(defined).toEqual(['url(#diagonal-b06a12)'])
    expect(used.filter((fill) => fill.startsWith('url('))).toEqual([...defined, ...defined])
  })
})

describe('the frame of a picture', () => {
  it('has room for every shape', () => {
    expect(Math.max(...picture.shapes.map(lowest))).toBeLessThan(picture.height)
    expect(Math.min(...picture.shapes.map((shape) => shape.x))).toBeGreaterThanOrEqual(24)
  })
})

describe('lines of a text', () => {
  it('lose no word and are no longer than the room, but for a word that is longer itself', () => {
    const text = 'Биотехнология және ауылшаруашылықмашиналарыныңэнергетикасы факультеті'
    const lines = breakLines(text, 200, 14)
    expect(lines.join(' ')).toBe(text)
    expect(lines).toEqual(['Биотехнология және', 'ауылшаруашылықмашиналарыныңэнергетикасы', 'факультеті'])
    expect(breakLines('', 200, 14)).toEqual([])
  })
})
