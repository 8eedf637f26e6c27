import type { Content, ContentTable, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js'

/** Colours of printed reports: dark enough to read, apart from each other in grey too. */
export const ink = {
  text: '#1b1f23',
  quiet: '#5a626b',
  accent: '#096982',
  line: '#d3d8dd',
  ground: '#f3f6f8',
  high: '#a3201a',
  medium: '#b26a00',
  good: '#1b6633',
  muted: '#8a929a',
  /** One hue from dark to light, so that the order of the levels stays visible in grey. */
  levels: { bachelor: '#0b4f63', master: '#3299b5', doctoral: '#b9dbe5' },
} as const

/** Heading of a block. */
export function heading(text: string, marginTop = 10): Content {
  return { text, fontSize: 10.5, bold: true, color: ink.accent, margin: [0, marginTop, 0, 4] }
}

/** A quiet line of small print. */
export function note(text: string, marginTop = 2): Content {
  return { text, fontSize: 7.5, color: ink.quiet, margin: [0, marginTop, 0, 0] }
}

/** A number with its name above and an explanation below. */
export type Tile = { readonly label: string; readonly value: string; readonly detail: string }

/** Tiles in a row of equal widths. */
export function tiles(items: readonly Tile[]): Content {
  const cells: TableCell[] = items.map((tile) => ({
    stack: [
      { text: tile.label, fontSize: 8, color: ink.quiet },
      { text: tile.value, fontSize: 19, bold: true, lineHeight: 1.05 },
      { text: tile.detail, fontSize: 7.5, color: ink.quiet },
    ],
    fillColor: ink.ground,
    margin: [7, 5, 5, 4],
  }))
  return {
    table: { widths: items.map(() => '*'), body: [cells] },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: (index, node) => (index === 0 || index === (node.table.widths?.length ?? 0) ? 0 : 6),
      vLineColor: () => '#ffffff',
      paddingLeft: () => 0,
      paddingRight: () => 0,
      paddingTop: () => 0,
      paddingBottom: () => 0,
    },
  }
}

/** One bar of a list: its name, how long it is, and what stands at its end. */
export type Bar = {
  readonly label: string
  readonly value: number
  readonly shown: string
  readonly colour: string
}

/** Bars under each other, the longest filling the width that is left beside names and values. */
export function bars(items: readonly Bar[], widths: { label: number; bar: number; value: number }): Content {
  const longest = Math.max(1, ...items.map((item) => item.value))
  return {
    table: {
      widths: [widths.label, widths.bar, widths.value],
      body: items.map((item): TableCell[] => [
        { text: item.label, fontSize: 8 },
        { canvas: [bar((widths.bar * item.value) / longest, item.colour)], margin: [0, 1.5, 0, 0] },
        { text: item.shown, fontSize: 8, bold: true, alignment: 'right' },
      ]),
    },
    layout: barLayout,
  }
}

function bar(
  width: number,
  color: string,
): { type: 'rect'; x: number; y: number; w: number; h: number; color: string } {
  return { type: 'rect', x: 0, y: 0, w: Math.max(width, width > 0 ? 1.5 : 0.4), h: 8, color }
}

const barLayout: CustomTableLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: (index) => (index === 0 ? 0 : 4),
  paddingRight: () => 0,
  paddingTop: () => 1,
  paddingBottom: () => 1,
}

/** Lines between the rows only, a stronger one under the header. */
const gridLayout: CustomTableLayout = {
  hLineWidth: (index, node) => (index === 0 ? 0 : index === (node.table.headerRows ?? 0) ? 0.8 : 0.4),
  hLineColor: (index, node) => (index === (node.table.headerRows ?? 0) ? ink.muted : ink.line),
  vLineWidth: () => 0,
  paddingLeft: (index) => (index === 0 ? 0 : 5),
  paddingRight: () => 0,
  paddingTop: () => 2,
  paddingBottom: () => 1.5,
}

export type Column = {
  readonly title: string
  readonly width: number | 'auto' | '*'
  readonly isNumber?: boolean
}

/** A table with a header that repeats on every page. */
export function grid(
  columns: readonly Column[],
  rows: readonly (readonly (string | Content)[])[],
): ContentTable {
  const header = columns.map((column): TableCell => ({
    text: column.title,
    fontSize: 7.5,
    color: ink.quiet,
    alignment: column.isNumber === true ? 'right' : 'left',
  }))
  const body = rows.map((row) =>
    row.map((cell, index): TableCell => {
      const alignment = columns[index]?.isNumber === true ? 'right' : 'left'
      return typeof cell === 'string' ? { text: cell, fontSize: 8, alignment } : cell
    }),
  )
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columns.map((column) => column.width),
      body: [header, ...body],
    },
    layout: gridLayout,
  }
}

/** Name of a report with what it is about and the day, at the head of the first page. */
export function titleBlock(parts: {
  institution: string
  title: string
  subtitle: string
  mark: string | null
}): Content {
  const { institution, title, subtitle, mark } = parts
  const name = { text: institution, fontSize: 9, color: ink.quiet, width: '*' }
  const label = { text: mark ?? '', fontSize: 8, bold: true, color: ink.medium, width: 'auto' }
  return {
    stack: [
      { columns: [name, label] },
      { text: title, fontSize: 17, bold: true, lineHeight: 1.1, margin: [0, 1, 0, 0] },
      { text: subtitle, fontSize: 9.5, color: ink.quiet, margin: [0, 0, 0, 4] },
    ],
  }
}
