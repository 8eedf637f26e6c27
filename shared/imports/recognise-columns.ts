import { titleYear } from './find-header.ts'
import { matchTitle, speaksOf, type TitleMatch } from './match-title.ts'
import type { Cell } from './sheet.ts'
import { columnLetter } from './sheet.ts'
import {
  type ColumnTarget,
  groupOf,
  isCountField,
  type TargetField,
  type TargetGroup,
  targetKey,
} from './target-fields.ts'
import { fieldOfValues, numbersRows, shareOfUniversities, shareThatFits } from './value-evidence.ts'

/** What a column probably means. */
export type ColumnGuess = {
  target: ColumnTarget
  /** 0 to 1; below `trustedFrom` the person is asked to look. */
  confidence: number
  /** What the guess rests on. */
  basis: 'title' | 'values' | 'none'
}

/** One column as the recognition sees it: its joined name and its first values. */
export type ColumnSample = { column: number; title: string; values: readonly Cell[] }

/** Guesses from here on need no second look. */
export const trustedFrom = 0.8
/** Below this a column is rather left out than matched wrongly. */
const acceptedFrom = 0.58
/** As much as the values of a column shift a name that fits a partner and a programme alike, and a little more. */
const preferenceShift = 0.05
const confidenceByValues = 0.65
/** Values that mostly do not fit a field weaken what the title says. */
const misfitShare = 0.3

type Candidate = {
  sample: ColumnSample
  field: TargetField | null
  year: number | null
  score: number
  basis: ColumnGuess['basis']
}

/** Proposes a field for every column. Each field is given once, counts once per academic year; the surest come first. */
export function recogniseColumns(
  samples: readonly ColumnSample[],
  preferred: TargetGroup | null = null,
): ColumnGuess[] {
  const candidates = samples
    .flatMap(candidatesOf)
    .map((candidate) => prefer(candidate, preferred))
    .toSorted((a, b) => b.score - a.score || a.sample.column - b.sample.column)
  const taken = new Set<string>()
  const guesses = new Map<number, ColumnGuess>()
  for (const { sample, field, year, score, basis } of candidates) {
    const key = targetKey({ field, academicYear: year })
    if (score < acceptedFrom || guesses.has(sample.column) || (field !== null && taken.has(key))) continue
    taken.add(key)
    guesses.set(sample.column, {
      target: { column: sample.column, field, academicYear: year },
      confidence: Math.min(1, round(score)),
      basis,
    })
  }
  return samples.map(
    ({ column }) =>
      guesses.get(column) ?? {
        target: { column, field: null, academicYear: null },
        confidence: 0,
        basis: 'none',
      },
  )
}

/** A name that fits several kinds of record means the one that is asked for. */
function prefer(candidate: Candidate, preferred: TargetGroup | null): Candidate {
  const isMeant = candidate.field !== null && preferred !== null && groupOf(candidate.field) === preferred
  return isMeant ? { ...candidate, score: candidate.score + preferenceShift } : candidate
}

const round = (score: number): number => Math.round(score * 100) / 100

function candidatesOf(sample: ColumnSample): Candidate[] {
  const year = titleYear(sample.title)
  const candidates: Candidate[] = matchTitle(sample.title).map((match) => ({
    sample,
    field: match.field,
    year: match.field !== null && isCountField(match.field) ? year : null,
    score: weigh(match, sample),
    basis: 'title',
  }))
  const speaking = fieldOfValues(sample.values)
  if (speaking !== null) {
    candidates.push({ sample, field: speaking, year: null, score: confidenceByValues, basis: 'values' })
  }
  return candidates
}

/** The title's score, weakened by values that contradict it and shifted by them where the title alone cannot tell. */
function weigh({ field, score }: TitleMatch, { title, values }: ColumnSample): number {
  const isSequence = numbersRows(values)
  if (field === null) return isSequence ? score + 0.05 : score
  // A column called only «№» numbers the rows; agreements whose numbers happen to follow each other are named as such.
  if (field === 'agreement.number' && isSequence && !speaksOf('agreement', title)) return score - 0.5
  const share = shareThatFits(field, values)
  const fitting = share < misfitShare ? score * 0.6 : score + (share === 1 ? 0.001 : 0)
  if (field === 'partner.name') return fitting + nameShift(shareOfUniversities(values))
  if (field === 'programme.name') return fitting - nameShift(shareOfUniversities(values))
  return fitting
}

/** A column called only «Наименование» is the partner's when its values are universities, else the programme's. */
function nameShift(share: number): number {
  return share >= 0.4 ? 0.02 : -0.02
}

/** What tells two layouts apart: the folded names of all columns in order. A mapping is remembered under it. */
export function headerSignature(titles: readonly string[]): string {
  return titles
    .map((title, column) => `${columnLetter(column)}:${title.toLowerCase().replaceAll(/\s+/gu, ' ').trim()}`)
    .join('|')
}
