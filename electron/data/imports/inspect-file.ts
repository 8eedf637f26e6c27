import { classifyRows } from '../../../shared/imports/classify-rows.ts'
import type { ColumnProposal, Inspection, Layout, SheetChoice } from '../../../shared/imports/layout.ts'
import { type LayoutProposal, proposeLayout } from '../../../shared/imports/propose-layout.ts'
import { meaningsOfList } from '../../../shared/imports/pasted-table.ts'
import type { ColumnGuess } from '../../../shared/imports/recognise-columns.ts'
import { cellText, columnLetter, isBlank, type Sheet } from '../../../shared/imports/sheet.ts'
import { gridOf } from '../../../shared/imports/sheet-grid.ts'
import type { ColumnTarget } from '../../../shared/imports/target-fields.ts'
import { academicYearOf } from '../../../shared/kernel/calendar.ts'
import type { DataContext } from '../context.ts'
import { readMapping } from './import.repository.ts'
import type { OpenedSheet, SheetOpener } from './open-sheet.ts'

/** Rows that a person sees to judge header and columns. */
const shownRows = 40
const shownSamples = 4
/** A cell in the grid is cut to this length; the whole text is in the check. */
const shownCharacters = 120

/** Reads the file and proposes sheet, header and the meaning of columns. */
export async function inspectFile(
  context: DataContext,
  opener: SheetOpener,
  choice: SheetChoice,
): Promise<Inspection> {
  const opened = await opener.open(choice)
  const { workbook, sheet, pasted } = opened
  return {
    format: workbook.format,
    encoding: workbook.encoding,
    delimiter: workbook.delimiter,
    notices: workbook.notices,
    sheets: workbook.sheets.map(({ name, isHidden, rows }) => ({ name, isHidden, rows: rows.length })),
    entity: pasted?.entity ?? null,
    sheet: sheet.name,
    grid: sheet.rows.slice(0, shownRows).map(({ row, cells }) => ({
      row,
      cells: cells.map((cell) => cellText(cell).slice(0, shownCharacters)),
    })),
    proposal: await proposeFor(context, opened, choice),
  }
}

/** The proposed layout of a sheet, with the meaning that its columns had last time. */
export async function proposeFor(
  context: DataContext,
  { workbook, sheet, pasted }: OpenedSheet,
  choice: Pick<SheetChoice, 'header'>,
): Promise<Inspection['proposal']> {
  const header = choice.header ?? pasted?.header ?? null
  const proposal = proposeLayout(sheet, header, workbook.format !== 'xlsx', pasted?.entity)
  if (proposal === null) return null
  const remembered = await readMapping(context.database().reader, proposal.titles)
  const guesses = pasted === null ? proposal.guesses : meaningsOfList(proposal, pasted.columns)
  const mapping = remembered ?? guesses.map(({ target }) => target)
  const dataRows = new Set(
    classifyRows(gridOf(sheet), proposal.header, mapping).flatMap(({ row, kind }) =>
      kind === 'data' ? [row] : [],
    ),
  )
  const samplesOf = (column: number): string[] => readSamples(sheet, dataRows, column)
  const columns = guesses.map((guess) => describe(proposal, { guess, remembered, samplesOf }))
  const layout: Layout = {
    header: proposal.header,
    mapping: columns.map(({ target }) => target),
    academicYear: academicYearOf(context.today()),
    feature: proposal.feature,
    fillDown: proposal.fillDown,
  }
  return { layout, columns }
}

type Described = {
  guess: ColumnGuess | ReturnType<typeof meaningsOfList>[number]
  remembered: readonly ColumnTarget[] | undefined
  samplesOf: (column: number) => string[]
}

function describe({ titles }: LayoutProposal, { guess, remembered, samplesOf }: Described): ColumnProposal {
  const { column } = guess.target
  const known = remembered?.find((target) => target.column === column)
  return {
    target: known ?? guess.target,
    letter: columnLetter(column),
    title: titles[column] ?? '',
    samples: samplesOf(column),
    confidence: known === undefined ? guess.confidence : 1,
    basis: known === undefined ? guess.basis : 'remembered',
  }
}

/** The first filled values of a column in rows that hold data. */
function readSamples(sheet: Sheet, dataRows: ReadonlySet<number>, column: number): string[] {
  const samples: string[] = []
  for (const { row, cells } of sheet.rows) {
    const cell = cells[column] ?? null
    if (dataRows.has(row) && !isBlank(cell)) samples.push(cellText(cell).slice(0, shownCharacters))
    if (samples.length === shownSamples) break
  }
  return samples
}
