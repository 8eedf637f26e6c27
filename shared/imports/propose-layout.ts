import type { ProgrammeFeature } from '../programmes/programme.ts'
import { findHeader, headerTitles } from './find-header.ts'
import { readFeatures } from './read-words.ts'
import { type ColumnGuess, recogniseColumns } from './recognise-columns.ts'
import { cellText, isBlank, type Sheet } from './sheet.ts'
import { gridOf, shownCell, type SheetGrid } from './sheet-grid.ts'
import {
  type ColumnTarget,
  groupOf,
  type HeaderRows,
  type TargetField,
  type TargetGroup,
} from './target-fields.ts'

/** Rows below the header whose values take part in the recognition. */
const sampledRows = 60

/** How the program would read a sheet if nobody objected. */
export type LayoutProposal = {
  header: HeaderRows
  /** Joined names of all columns. */
  titles: string[]
  guesses: ColumnGuess[]
  /** Feature of new programmes, from titles and names of columns. */
  feature: ProgrammeFeature | null
  /** Whether blank cells of partners and agreements seem to repeat the value above. */
  fillDown: boolean
}

/**
 * Proposes how to read a sheet; `chosen` are header rows that the person set, `preferred` the kind of record that is
 * meant where a name fits several. Null: no header was found.
 */
export function proposeLayout(
  sheet: Sheet,
  chosen: HeaderRows | null,
  isText: boolean,
  preferred: TargetGroup | null = null,
): LayoutProposal | null {
  const grid = gridOf(sheet)
  const header = chosen ?? findHeader(grid)?.rows ?? null
  if (header === null) return null
  const titles = headerTitles(grid, header)
  const rows = grid.rows.filter(({ row }) => row > header.lastRow).slice(0, sampledRows)
  const samples = titles.map((title, column) => ({
    column,
    title,
    values: rows.map(({ row }) => shownCell(grid, row, column)),
  }))
  const guesses = fitTogether(recogniseColumns(samples, preferred))
  return {
    header,
    titles,
    guesses,
    feature: featureOf(sheet, grid, { header, guesses }),
    fillDown: isText && leavesBlanks(grid, header, guesses),
  }
}

/** The sheet to begin with: the visible one whose header is understood best, else the first visible, else the first. */
export function likeliestSheet(sheets: readonly Sheet[]): Sheet | undefined {
  const visible = sheets.filter((sheet) => !sheet.isHidden && sheet.rows.length > 0)
  const scored = visible.map((sheet) => ({ sheet, score: findHeader(gridOf(sheet))?.score ?? 0 }))
  const [best] = scored.toSorted((a, b) => b.score - a.score)
  return best?.sheet ?? sheets.find((sheet) => sheet.rows.length > 0) ?? sheets[0]
}

const agreementIdentity: readonly TargetField[] = [
  'agreement.number',
  'agreement.signedOn',
  'agreement.startsOn',
  'agreement.endsOn',
  'agreement.term',
  'agreement.title',
]

const programmeIdentity: readonly TargetField[] = [
  'programme.name',
  'programme.nameKk',
  'programme.nameRu',
  'programme.nameEn',
  'programme.code',
]

/** Notes and statuses without an agreement to belong to are those of the programme or partner. */
function fitTogether(guesses: ColumnGuess[]): ColumnGuess[] {
  const fields = new Set(guesses.map(({ target }) => target.field))
  if (agreementIdentity.some((field) => fields.has(field))) return guesses
  const hasProgramme = programmeIdentity.some((field) => fields.has(field))
  return guesses.map((guess) => {
    const { field } = guess.target
    if (field === null || groupOf(field) !== 'agreement') return guess
    const notes = hasProgramme ? 'programme.notes' : 'partner.notes'
    const next = field === 'agreement.notes' && !fields.has(notes) ? notes : null
    return {
      ...guess,
      target: { ...guess.target, field: next },
      confidence: next === null ? 0 : guess.confidence,
    }
  })
}

function featureOf(
  sheet: Sheet,
  grid: SheetGrid,
  { header, guesses }: { header: HeaderRows; guesses: readonly ColumnGuess[] },
): ProgrammeFeature | null {
  const titles = grid.rows
    .filter(({ row }) => row <= header.lastRow)
    .flatMap(({ cells }) => cells.map(cellText))
  const features = readFeatures([sheet.name, ...titles].join(' \n '))
  const [first] = features
  if (features.includes('double')) return 'double'
  if (first !== undefined) return first
  return guesses.some(({ target }) => target.field === 'programme.format') ? 'double' : null
}

/** Text tables made from merged cells have the partner only in the first row of each group. */
function leavesBlanks(grid: SheetGrid, header: HeaderRows, guesses: readonly ColumnGuess[]): boolean {
  const matched: ColumnTarget[] = guesses.map(({ target }) => target).filter(({ field }) => field !== null)
  const partner = matched.find(({ field }) => field?.startsWith('partner.name'))
  const inner = matched.filter(({ field }) => field !== null && groupOf(field) !== 'partner')
  if (partner === undefined || inner.length === 0) return false
  const rows = grid.rows.filter(({ row }) => row > header.lastRow)
  const isBlankAt = (row: number, column: number): boolean => isBlank(grid.cell(row, column))
  const filled = rows.filter(({ row }) => inner.filter(({ column }) => !isBlankAt(row, column)).length >= 2)
  const [first] = filled
  return (
    first !== undefined &&
    !isBlankAt(first.row, partner.column) &&
    filled.some(({ row }) => isBlankAt(row, partner.column))
  )
}
