import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Block,
  citedEvidence,
  emptyRichText,
  type Inline,
  isEmpty,
  type Mark,
  plainText,
  type RichText,
  richTextLimits,
  richTextOf,
  richTextSchema,
  wordCount,
} from './rich-text.ts'

const idOf = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const text = (value: string, ...marks: Mark[]): Inline => ({ type: 'text', text: value, marks })
const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content })
const doc = (...content: Block[]): RichText => ({ type: 'doc', content })
/** A document with whatever stands in it. */
const anyDoc = (...content: unknown[]): unknown => ({ type: 'doc', content })

const mark = fc.oneof(
  fc.constantFrom<Mark>({ type: 'bold' }, { type: 'italic' }, { type: 'underline' }),
  fc.webUrl().map((href): Mark => ({ type: 'link', attrs: { href } })),
)
const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({
    type: fc.constant('text' as const),
    text: fc.string({ minLength: 1, unit: 'grapheme' }),
    marks: fc.array(mark, { maxLength: 3 }),
  }),
  fc.constant<Inline>({ type: 'hardBreak' }),
  fc.nat(50).map((n): Inline => ({ type: 'evidence', attrs: { id: idOf(n) } })),
  fc.nat().map((value): Inline => ({
    type: 'number',
    attrs: { key: 'contingent', value, asOf: '2026-11-22', source: 'register' },
  })),
)
const paragraphs = fc
  .array(inline, { maxLength: 6 })
  .map((content) => ({ type: 'paragraph' as const, content }))

function listOf(depth: number): fc.Arbitrary<Block> {
  const child = depth <= 1 ? paragraphs : fc.oneof(paragraphs, listOf(depth - 1))
  const items = fc.array(
    fc
      .array(child, { minLength: 1, maxLength: 2 })
      .map((content) => ({ type: 'listItem' as const, content })),
    { minLength: 1, maxLength: 2 },
  )
  return fc.record({
    type: fc.constantFrom('bulletList', 'orderedList'),
    content: items,
  })
}

const table = fc
  .array(fc.array(paragraphs, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((rows) => ({
    type: 'table' as const,
    content: rows.map((cells) => ({
      type: 'tableRow' as const,
      content: cells.map((cell) => ({ type: 'tableCell' as const, content: [cell] })),
    })),
  }))

const richText = fc
  .array(fc.oneof(paragraphs, listOf(3), table), { minLength: 1, maxLength: 5 })
  .map((content) => doc(...content))

describe('the schema of formatted texts', () => {
  it('accepts what the editor can make, and keeps it as it is', () => {
    fc.assert(
      fc.property(richText, (value) => {
        expect(richTextSchema.parse(value)).toEqual(value)
      }),
    )
  })

  it('leaves out what only the editor needs', () => {
    const fromEditor = anyDoc({
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            {
              type: 'tableCell',
              attrs: { colspan: 1, rowspan: 1, colwidth: [120] },
              content: [paragraph(text('a'))],
            },
          ],
        },
      ],
    })
    expect(JSON.stringify(richTextSchema.parse(fromEditor))).not.toContain('colwidth')
  })

  it.each([
    ['a picture', anyDoc({ type: 'image', attrs: { src: 'x.png' } })],
    ['a script address', doc(paragraph(text('a', { type: 'link', attrs: { href: 'javascript:alert(1)' } })))],
    [
      'an address with a quotation mark',
      doc(paragraph(text('a', { type: 'link', attrs: { href: 'https://a.kz/"x' } }))),
    ],
    ['a text without a character', doc(paragraph(text('')))],
    ['a citation of no record', doc(paragraph({ type: 'evidence', attrs: { id: '17' } }))],
    [
      'a day that does not exist',
      doc(paragraph({ type: 'number', attrs: { key: 'a', value: 1, asOf: '2026-02-30', source: '' } })),
    ],
    [
      'a number that is none',
      doc(
        paragraph({ type: 'number', attrs: { key: 'a', value: Number.NaN, asOf: '2026-02-01', source: '' } }),
      ),
    ],
    ['a table without rows', doc({ type: 'table', content: [] })],
    ['no block at all', doc()],
  ])('refuses %s', (_name, value) => {
    expect(richTextSchema.safeParse(value).success).toBe(false)
  })

  it('refuses lists that lie deeper in one another than a report can show, however deep', () => {
    const nested = (depth: number): Block =>
      depth === 0
        ? paragraph(text('a'))
        : { type: 'bulletList', content: [{ type: 'listItem', content: [nested(depth - 1)] }] }
    expect(richTextSchema.safeParse(doc(nested(richTextLimits.listDepth))).success).toBe(true)
    expect(richTextSchema.safeParse(doc(nested(richTextLimits.listDepth + 1))).success).toBe(false)
    expect(richTextSchema.safeParse(doc(nested(2_000))).success).toBe(false)
  })

  it('refuses texts that are too long in all, though each part is not', () => {
    const half = 'я'.repeat(richTextLimits.characters / 2)
    expect(richTextSchema.safeParse(doc(paragraph(text(half)), paragraph(text(half)))).success).toBe(true)
    expect(richTextSchema.safeParse(doc(paragraph(text(half)), paragraph(text(`${half}я`)))).success).toBe(
      false,
    )
    const many = Array.from({ length: richTextLimits.nodes }, () => paragraph(text('a')))
    expect(richTextSchema.safeParse(doc(...many)).success).toBe(false)
  })
})

describe('plain text', () => {
  it('has a line for every paragraph and tabs between the cells of a row', () => {
    const cells = (...values: string[]) => ({
      type: 'tableRow' as const,
      content: values.map((value) => ({
        type: 'tableCell' as const,
        content: [{ type: 'paragraph' as const, content: [text(value)] }],
      })),
    })
    const value = doc(
      paragraph(text('Сапа '), text('саясаты', { type: 'bold' })),
      { type: 'table', content: [cells('Ж', 'С'), cells('1', '2')] },
      paragraph(text('a'), { type: 'hardBreak' }, text('b')),
    )
    expect(plainText(value)).toBe('Сапа саясаты\nЖ\tС\n1\t2\na\nb')
  })

  it('says citations and numbers as it is told', () => {
    const value = doc(
      paragraph(
        { type: 'evidence', attrs: { id: idOf(3) } },
        { type: 'number', attrs: { key: 'contingent', value: 12, asOf: '2026-11-22', source: '' } },
      ),
    )
    expect(plainText(value)).toBe('12')
    expect(plainText(value, { evidence: (id) => `[${id.at(-1)}]`, number: ({ asOf }) => asOf })).toBe(
      '[3]2026-11-22',
    )
  })

  it('comes back from the formatted text that was made of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
        const made = richTextOf(plain)
        expect(plainText(made)).toBe(plain.replaceAll(/\r\n|\r/g, '\n'))
        expect(richTextSchema.safeParse(made).success).toBe(true)
      }),
    )
    expect(richTextOf('')).toEqual(emptyRichText)
  })
})

describe('the number of words', () => {
  it.each([
    ['', 0],
    ['Сапаны ішкі қамтамасыз ету жүйесі', 5],
    ['оқу-әдістемелік кеңес', 2],
    ['Вуз – член консорциума; «Болашақ» — нет', 5],
    ['ҒЖБМ-ға есеп, 2026 ж.', 4],
    ['1\u202F234\u202F567 тенге', 2],
    ['5\u00A0лет', 2],
    ["student's well-being", 2],
    [' \n\t— … !', 0],
  ])('of «%s» is %i', (plain, count) => {
    expect(wordCount(richTextOf(plain))).toBe(count)
  })

  it('does not grow when a part of a word is formatted', () => {
    expect(wordCount(doc(paragraph(text('про'), text('грам', { type: 'bold' }), text('ма'))))).toBe(1)
  })

  it('is the sum of the words of the paragraphs', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[а-яәғқңөұүһі]{1,9}$/u), { maxLength: 20 }), (words) => {
        expect(wordCount(richTextOf(words.join(' ')))).toBe(words.length)
        expect(wordCount(richTextOf(words.join('\n')))).toBe(words.length)
      }),
    )
  })
})

describe('citations and emptiness', () => {
  it('are found wherever they stand, each once, in the order of reading', () => {
    fc.assert(
      fc.property(richText, (value) => {
        const all = [...JSON.stringify(value).matchAll(/"type":"evidence","attrs":\{"id":"([^"]+)"/g)].map(
          (match) => match[1],
        )
        expect(citedEvidence(value)).toEqual([...new Set(all)])
      }),
    )
  })

  it('is told by what a reader would see', () => {
    expect(isEmpty(emptyRichText)).toBe(true)
    expect(isEmpty(doc(paragraph(text(' \u00A0')), paragraph({ type: 'hardBreak' })))).toBe(true)
    expect(isEmpty(doc(paragraph({ type: 'evidence', attrs: { id: idOf(1) } })))).toBe(false)
    fc.assert(
      fc.property(richText, (value) => {
        const hasText = plainText(value, { evidence: () => 'x' }).trim() !== ''
        expect(isEmpty(value)).toBe(!hasText)
      }),
    )
  })
})
