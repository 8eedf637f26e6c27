import { type Extensions, mergeAttributes, Node } from '@tiptap/core'
import { ListItem } from '@tiptap/extension-list'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'
import { z } from 'zod'
import { isDay } from '../../../shared/kernel/day.ts'
import { numberUnitSchema } from '../../../shared/assessment/rich-text.ts'
import type { NumberAttributes } from './number-text.ts'

/** How chips are named; read when a chip is drawn, so that a change of language or of a name shows. */
export type ChipWords = {
  evidence: (id: string) => string
  number: (attributes: NumberAttributes) => { text: string; hint: string }
}

const numberSchema = z.object({
  key: z.string(),
  value: z.number(),
  asOf: z.string().refine(isDay),
  source: z.string(),
  unit: numberUnitSchema.optional(),
})

/** Attributes as they travel over the clipboard; what is not ours becomes plain text. */
function numberFrom(json: string | null): z.infer<typeof numberSchema> | false {
  try {
    const parsed = numberSchema.safeParse(JSON.parse(json ?? ''))
    return parsed.success ? parsed.data : false
  } catch {
    return false
  }
}

function chip(className: string, text: string, hint: string): HTMLElement {
  const dom = document.createElement('span')
  dom.className = 'qos-chip'
  dom.dataset.kind = className
  dom.textContent = text
  dom.title = hint
  return dom
}

const evidenceNode = (words: ChipWords) =>
  Node.create({
    name: 'evidence',
    group: 'inline',
    inline: true,
    atom: true,
    addAttributes: () => ({ id: { default: null, rendered: false } }),
    parseHTML: () => [
      {
        tag: 'span[data-evidence]',
        getAttrs: (element) => ({ id: element.dataset.evidence }),
      },
    ],
    renderHTML: ({ node, HTMLAttributes }) => [
      'span',
      mergeAttributes(HTMLAttributes, { 'data-evidence': String(node.attrs.id) }),
      words.evidence(String(node.attrs.id)),
    ],
    addNodeView:
      () =>
      ({ node }) => {
        const name = words.evidence(String(node.attrs.id))
        return { dom: chip('evidence', name, name) }
      },
  })

const numberNode = (words: ChipWords) =>
  Node.create({
    name: 'number',
    group: 'inline',
    inline: true,
    atom: true,
    addAttributes: () =>
      Object.fromEntries(
        ['key', 'value', 'asOf', 'source', 'unit'].map((name) => [
          name,
          { default: name === 'unit' ? undefined : null, rendered: false },
        ]),
      ),
    parseHTML: () => [
      {
        tag: 'span[data-number]',
        getAttrs: (element) => numberFrom(element.dataset.number ?? null),
      },
    ],
    renderHTML: ({ node, HTMLAttributes }) => [
      'span',
      mergeAttributes(HTMLAttributes, { 'data-number': JSON.stringify(node.attrs) }),
      words.number(numberSchema.parse(node.attrs)).text,
    ],
    addNodeView:
      () =>
      ({ node }) => {
        const { text, hint } = words.number(numberSchema.parse(node.attrs))
        return { dom: chip('number', text, hint) }
      },
  })

const inList = 'paragraph (paragraph | bulletList | orderedList)*'
const inCell = '(paragraph | bulletList | orderedList)+'

/** The addresses that a text may lead to, as `rich-text.ts` takes them. */
const isAllowedAddress = (address: string): boolean => /^(?:https?:\/\/|mailto:)[^\s"<>]+$/iu.test(address)

/** What can be written: exactly what `shared/assessment/rich-text.ts` keeps, so that nothing is lost on saving. */
export function editorExtensions(words: ChipWords): Extensions {
  return [
    StarterKit.configure({
      blockquote: false,
      code: false,
      codeBlock: false,
      horizontalRule: false,
      strike: false,
      listItem: false,
      heading: { levels: [1, 2, 3] },
      link: {
        openOnClick: false,
        autolink: true,
        defaultProtocol: 'https',
        isAllowedUri: (address) => isAllowedAddress(address),
        shouldAutoLink: isAllowedAddress,
        HTMLAttributes: { target: null, rel: null },
      },
    }),
    ListItem.extend({ content: inList }),
    Table.configure({ resizable: false }),
    TableRow,
    TableHeader.extend({ content: inCell }),
    TableCell.extend({ content: inCell }),
    evidenceNode(words),
    numberNode(words),
  ]
}
