import { nameIn } from '../../kernel/localized.ts'
import type { LocalizedText } from '../../kernel/record.ts'
import type { Annex } from './annexes.ts'
import type { Wording } from './compose-rich-text.ts'
import { annexAnchor, type DocumentBlock, type ParagraphRole, type Run, type TableCell } from './document.ts'
import { printable } from './printable.ts'
import type { ReportCriterion, ReportLevel, ReportScale, SelfEvaluationReport } from './report.ts'
import type { ReportTemplate } from './report-template.ts'

/** What every part of the report is composed with. */
export type Composing = Wording & {
  readonly report: SelfEvaluationReport
  readonly template: ReportTemplate
  readonly annexes: readonly Annex[]
}

/** The text in the report's language, fit for print. */
export function named({ language }: Composing, names: LocalizedText): string {
  return printable(nameIn(names, language)).trim()
}

/** A paragraph of one look. */
export function paragraph(role: ParagraphRole, text: string, look: Omit<Run, 'text'> = {}): DocumentBlock {
  return { kind: 'paragraph', role, runs: [{ text, ...look }] }
}

/** «Name: value» in one paragraph, the name bold. */
export function labelled(label: string, runs: readonly Run[]): DocumentBlock {
  return { kind: 'paragraph', role: 'body', runs: [{ text: `${label}: `, bold: true }, ...runs] }
}

/** A label with the lines of a plain text: one line after the label, several as a list below it. */
export function labelledLines(label: string, text: string): DocumentBlock[] {
  const lines = text
    .split(/\r\n|[\r\n]/u)
    .map((line) => printable(line).trim())
    .filter((line) => line !== '')
  const [only] = lines
  if (only === undefined) return []
  if (lines.length === 1) return [labelled(label, [{ text: only }])]
  return [
    paragraph('body', `${label}:`, { bold: true }),
    { kind: 'list', isOrdered: false, start: 1, items: lines.map((line) => [paragraph('body', line)]) },
  ]
}

/** A cell of plain text. */
export function cell(
  text: string,
  options: { anchor?: string; isHeader?: boolean; bold?: boolean } = {},
): TableCell {
  return runsCell([{ text: printable(text), ...(options.bold === true ? { bold: true } : {}) }], options)
}

/** A cell of one paragraph. */
export function runsCell(
  runs: readonly Run[],
  options: { anchor?: string; isHeader?: boolean } = {},
): TableCell {
  const { anchor, isHeader } = options
  return {
    blocks: [{ kind: 'paragraph', role: 'body', runs, ...(anchor === undefined ? {} : { anchor }) }],
    columns: 1,
    rows: 1,
    isHeader: isHeader === true,
  }
}

/** A table whose first row is its header. */
export function table(
  columns: readonly { readonly title: string; readonly width: number }[],
  rows: readonly (readonly TableCell[])[],
): DocumentBlock {
  const header = columns.map(({ title }) => cell(title, { isHeader: true }))
  return {
    kind: 'table',
    isPlain: false,
    widths: columns.map(({ width }) => width),
    headerRows: 1,
    rows: [header, ...rows],
  }
}

/** Names and values without a grid; rows without a value are left out. */
export function facts(rows: readonly (readonly [name: string, value: string])[]): DocumentBlock {
  return {
    kind: 'table',
    isPlain: true,
    widths: [34, 66],
    headerRows: 0,
    rows: rows
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [cell(name, { bold: true }), cell(value)]),
  }
}

/** A level in the words of the agency, where it has some, else in ours. The level itself stays what it is. */
export function levelName(level: ReportLevel, scale: ReportScale | null, composing: Composing): string {
  const inScale = scale?.levels.find(({ from }) => from.includes(level))
  return inScale === undefined
    ? composing.t(`self-evaluation:level.${level}`)
    : named(composing, inScale.names)
}

/** Level of a criterion, or why it does not apply. */
export function judgement(criterion: ReportCriterion, composing: Composing): string {
  const { notApplicable, level } = criterion
  if (notApplicable === null) return levelName(level, composing.report.scale, composing)
  return composing.t('self-evaluation:notApplicable', { reason: printable(notApplicable) })
}

/** The annexes of these pieces of evidence by number and name, each leading to the list of annexes. */
export function annexRuns(evidenceIds: readonly string[], composing: Composing): Run[] {
  const ids = new Set(evidenceIds)
  const found = composing.annexes.filter(({ evidence }) => ids.has(evidence.id))
  return found.flatMap(({ number, evidence }, index): Run[] => [
    ...(index === 0 ? [] : [{ text: '; ' }]),
    { text: composing.t('self-evaluation:annex.cited', { number }), anchor: annexAnchor(number) },
    { text: ` (${named(composing, evidence.names)})` },
  ])
}
