import { z } from 'zod'
import { type Day, daySchema } from '../kernel/day.ts'
import { idSchema } from '../kernel/record.ts'

/** What a text may be at most: characters of one text, nodes, lists inside lists, cells of a table row. */
export const richTextLimits = { characters: 100_000, nodes: 20_000, listDepth: 6, columns: 20 } as const

export type Mark =
  | { type: 'bold' }
  | { type: 'italic' }
  | { type: 'underline' }
  | { type: 'link'; attrs: { href: string } }

/** How a number from the records is shown. */
export const numberUnitSchema = z.enum(['count', 'percent', 'mean'])
export type NumberUnit = z.infer<typeof numberUnitSchema>

export type Inline =
  | { type: 'text'; text: string; marks?: Mark[] | undefined }
  | { type: 'hardBreak' }
  /** Citation of a piece of evidence; a report shows the number of its annex. */
  | { type: 'evidence'; attrs: { id: string } }
  /** A number taken from the records, with its day and source. Percent: a ratio, so that 0.25 is 25 %. */
  | {
      type: 'number'
      attrs: { key: string; value: number; asOf: Day; source: string; unit?: NumberUnit | undefined }
    }

type Paragraph = { type: 'paragraph'; content?: Inline[] | undefined }
type ListItem = { type: 'listItem'; content: Block[] }
type List =
  | { type: 'bulletList'; content: ListItem[] }
  | { type: 'orderedList'; attrs?: { start: number } | undefined; content: ListItem[] }
type Cell = {
  type: 'tableCell' | 'tableHeader'
  attrs?: { colspan?: number | undefined; rowspan?: number | undefined } | undefined
  content: (Paragraph | List)[]
}
export type TableRow = { type: 'tableRow'; content: Cell[] }

export type Block =
  | Paragraph
  | { type: 'heading'; attrs: { level: 1 | 2 | 3 }; content?: Inline[] | undefined }
  | List
  | { type: 'table'; content: TableRow[] }

/** A formatted text as the editor (TipTap on ProseMirror) keeps it, without anything that a report could not print. */
export type RichText = { type: 'doc'; content: Block[] }

/** Addresses that a reader may follow. Everything else, scripts before all, is refused. */
const hrefSchema = z
  .string()
  .max(2_000)
  .regex(/^(?:https?:\/\/|mailto:)[^\s"<>]+$/iu)

const markSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
  z.object({ type: z.literal('underline') }),
  z.object({ type: z.literal('link'), attrs: z.object({ href: hrefSchema }) }),
])

const inlineSchema: z.ZodType<Inline, Inline> = z.discriminatedUnion('type', [
  // ProseMirror refuses texts without a character, so a document with one could never be opened again.
  z.object({
    type: z.literal('text'),
    text: z.string().min(1).max(richTextLimits.characters),
    marks: z.array(markSchema).max(4).optional(),
  }),
  z.object({ type: z.literal('hardBreak') }),
  z.object({ type: z.literal('evidence'), attrs: z.object({ id: idSchema }) }),
  z.object({
    type: z.literal('number'),
    attrs: z.object({
      key: z.string().min(1).max(80),
      value: z.number(),
      asOf: daySchema,
      source: z.string().max(300),
      unit: numberUnitSchema.optional(),
    }),
  }),
])

const inlinesSchema = z.array(inlineSchema).max(richTextLimits.nodes).optional()
const paragraphSchema = z.object({ type: z.literal('paragraph'), content: inlinesSchema })

/** Lists whose items may hold lists `depth` deep. Built level by level, so that no document is read deeper than this. */
function listSchema(depth: number): z.ZodType<List, List> {
  const children: z.ZodType<Block, Block> =
    depth <= 1 ? paragraphSchema : z.union([paragraphSchema, listSchema(depth - 1)])
  const items = z
    .array(
      z.object({
        type: z.literal('listItem'),
        content: z.array(children).min(1).max(richTextLimits.nodes),
      }),
    )
    .min(1)
    .max(richTextLimits.nodes)
  return z.discriminatedUnion('type', [
    z.object({ type: z.literal('bulletList'), content: items }),
    z.object({
      type: z.literal('orderedList'),
      attrs: z.object({ start: z.number().int().min(0).max(9_999) }).optional(),
      content: items,
    }),
  ])
}

const listsSchema = listSchema(richTextLimits.listDepth)
const spanSchema = z.number().int().min(1).max(richTextLimits.columns).optional()

const tableSchema = z.object({
  type: z.literal('table'),
  content: z
    .array(
      z.object({
        type: z.literal('tableRow'),
        content: z
          .array(
            z.object({
              type: z.enum(['tableCell', 'tableHeader']),
              attrs: z.object({ colspan: spanSchema, rowspan: spanSchema }).optional(),
              content: z
                .array(z.union([paragraphSchema, listsSchema]))
                .min(1)
                .max(200),
            }),
          )
          .min(1)
          .max(richTextLimits.columns),
      }),
    )
    .min(1)
    .max(1_000),
})

const blockSchema: z.ZodType<Block, Block> = z.union([
  paragraphSchema,
  z.object({
    type: z.literal('heading'),
    attrs: z.object({ level: z.union([z.literal(1), z.literal(2), z.literal(3)]) }),
    content: inlinesSchema,
  }),
  listsSchema,
  tableSchema,
])

/**
 * The formatted text of an answer or a section. Attributes that the editor keeps for itself (column widths, link
 * targets) are left out; nodes and marks that are not listed above, deeper lists and larger texts are refused.
 */
export const richTextSchema: z.ZodType<RichText, RichText> = z
  .object({ type: z.literal('doc'), content: z.array(blockSchema).min(1).max(richTextLimits.nodes) })
  .superRefine((doc, context) => {
    const size = measure(doc)
    if (size.characters > richTextLimits.characters || size.nodes > richTextLimits.nodes) {
      context.addIssue({ code: 'custom', message: 'too-long' })
    }
  })

function measure(doc: RichText): { characters: number; nodes: number } {
  const size = { characters: 0, nodes: 0 }
  for (const { inlines } of textBlocks(doc)) {
    size.nodes += 1 + inlines.length
    for (const inline of inlines) if (inline.type === 'text') size.characters += inline.text.length
  }
  return size
}

/** A text without a word. */
export const emptyRichText: RichText = { type: 'doc', content: [{ type: 'paragraph' }] }

type TextBlock = { readonly inlines: readonly Inline[]; readonly isNewCell: boolean }

/** Every paragraph and heading in reading order; `isNewCell` marks what continues a table row. */
function* textBlocks(doc: RichText): Generator<TextBlock> {
  for (const block of doc.content) yield* blocksOf(block)
}

function* blocksOf(block: Block): Generator<TextBlock> {
  if (block.type === 'paragraph' || block.type === 'heading') {
    yield { inlines: block.content ?? [], isNewCell: false }
  } else if (block.type === 'table') {
    for (const row of block.content) yield* rowBlocks(row)
  } else {
    for (const item of block.content) for (const child of item.content) yield* blocksOf(child)
  }
}

function* rowBlocks(row: TableRow): Generator<TextBlock> {
  for (const [column, cell] of row.content.entries()) {
    let isNewCell = column > 0
    for (const child of cell.content) {
      for (const { inlines } of blocksOf(child)) {
        yield { inlines, isNewCell }
        isNewCell = false
      }
    }
  }
}

/** How the text shows what is not text. Unless told, citations are nothing and numbers are their digits. */
export type PlainTextOptions = {
  evidence?: (id: string) => string
  number?: (attrs: Extract<Inline, { type: 'number' }>['attrs']) => string
}

/** The text without formatting: a line per paragraph, cells of a table row apart by tabs. */
export function plainText(doc: RichText, options: PlainTextOptions = {}): string {
  const parts: string[] = []
  for (const { inlines, isNewCell } of textBlocks(doc)) {
    if (parts.length > 0) parts.push(isNewCell ? '\t' : '\n')
    // The first paragraph may be empty: a part for it all the same, so that the line after it begins a new line.
    parts.push(inlines.map((inline) => inlineText(inline, options)).join(''))
  }
  return parts.join('')
}

function inlineText(inline: Inline, { evidence, number }: PlainTextOptions): string {
  if (inline.type === 'text') return inline.text
  if (inline.type === 'hardBreak') return '\n'
  if (inline.type === 'evidence') return evidence?.(inline.attrs.id) ?? ''
  return number?.(inline.attrs) ?? String(inline.attrs.value)
}

/**
 * Number of words as word processors count them: runs between spaces that have a letter or digit, so that
 * «оқу-әдістемелік» is one word and a dash between spaces none. Digits grouped by narrow spaces are one number.
 */
export function wordCount(doc: RichText): number {
  const text = plainText(doc).replaceAll(/(?<=\d)[\u00A0\u2009\u202F](?=\d{3}(?!\d))/gu, '')
  return text.split(/[\s\u200B]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

/** Ids of the evidence that the text cites, each once, in the order of their first citation. */
export function citedEvidence(doc: RichText): string[] {
  const ids = new Set<string>()
  for (const { inlines } of textBlocks(doc)) {
    for (const inline of inlines) if (inline.type === 'evidence') ids.add(inline.attrs.id)
  }
  return [...ids]
}

/** Whether a reader would see nothing: no character but spaces, no citation and no number. */
export function isEmpty(doc: RichText): boolean {
  for (const { inlines } of textBlocks(doc)) {
    for (const inline of inlines) {
      if (inline.type === 'evidence' || inline.type === 'number') return false
      if (inline.type === 'text' && inline.text.trim() !== '') return false
    }
  }
  return true
}

/** An unformatted text as a formatted one, a paragraph per line. */
export function richTextOf(plain: string): RichText {
  const lines = plain.split(/\r\n|[\r\n]/u)
  return {
    type: 'doc',
    content: lines.map((line) =>
      line === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: line }] },
    ),
  }
}
