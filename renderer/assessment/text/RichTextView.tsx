import { Fragment, type ReactNode } from 'react'
import type { Block, Inline, Mark, RichText, TableRow } from '../../../shared/assessment/rich-text.ts'
import { useLanguage } from '../../app/preferences.tsx'
import { numberWithDay } from './number-text.ts'
import classes from './text.module.css'

type RichTextViewProps = { readonly value: RichText; readonly evidenceName: (id: string) => string }

/** A formatted text to read, not to write. */
export function RichTextView({ value, evidenceName }: RichTextViewProps) {
  return <div className={classes.view}>{blocks(value.content, evidenceName)}</div>
}

type NameEvidence = (id: string) => string

// A text to read has no identity of its parts; it is drawn as a whole.
/* oxlint-disable react/no-array-index-key */
function blocks(content: readonly Block[], evidenceName: NameEvidence): ReactNode {
  return content.map((block, index) => <Fragment key={index}>{blockOf(block, evidenceName)}</Fragment>)
}

function blockOf(block: Block, evidenceName: NameEvidence): ReactNode {
  if (block.type === 'paragraph')
    return (
      <p>
        <Inlines items={block.content ?? []} evidenceName={evidenceName} />
      </p>
    )
  if (block.type === 'heading')
    return (
      <p className={classes.heading}>
        <Inlines items={block.content ?? []} evidenceName={evidenceName} />
      </p>
    )
  if (block.type === 'table')
    return (
      <table>
        <tbody>{block.content.map((row, index) => rowOf(row, index, evidenceName))}</tbody>
      </table>
    )
  const items = block.content.map((item, index) => <li key={index}>{blocks(item.content, evidenceName)}</li>)
  return block.type === 'bulletList' ? <ul>{items}</ul> : <ol start={block.attrs?.start}>{items}</ol>
}

function rowOf(row: TableRow, index: number, evidenceName: NameEvidence): ReactNode {
  return (
    <tr key={index}>
      {row.content.map((cell, place) => {
        const Tag = cell.type === 'tableHeader' ? 'th' : 'td'
        return (
          <Tag key={place} colSpan={cell.attrs?.colspan} rowSpan={cell.attrs?.rowspan}>
            {blocks(cell.content, evidenceName)}
          </Tag>
        )
      })}
    </tr>
  )
}

function Inlines({
  items,
  evidenceName,
}: {
  readonly items: readonly Inline[]
  readonly evidenceName: (id: string) => string
}) {
  const language = useLanguage()
  return items.map((inline, index) => {
    if (inline.type === 'hardBreak') return <br key={index} />
    if (inline.type === 'evidence')
      return (
        <span key={index} className="qos-chip" data-kind="evidence">
          {evidenceName(inline.attrs.id)}
        </span>
      )
    if (inline.type === 'number')
      return (
        <span key={index} className="qos-chip" data-kind="number" title={inline.attrs.source}>
          {numberWithDay(inline.attrs, language)}
        </span>
      )
    return <Fragment key={index}>{marked(inline.text, inline.marks ?? [])}</Fragment>
  })
}
/* oxlint-enable react/no-array-index-key */

function marked(text: string, marks: readonly Mark[]): ReactNode {
  return marks.reduce<ReactNode>((inner, { type }) => {
    if (type === 'bold') return <strong>{inner}</strong>
    if (type === 'italic') return <em>{inner}</em>
    return <u>{inner}</u>
  }, text)
}
