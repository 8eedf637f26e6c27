import { parseFormat } from '../programmes/format.ts'
import { findCountry } from '../reference/countries.ts'
import { readTerm } from '../agreements/parse-term.ts'
import { namesUniversity } from './read-partners.ts'
import { readAcademicYear, readCount, readDay } from './read-values.ts'
import {
  readAgreementKind,
  readAward,
  readDelivery,
  readLanguages,
  readLevel,
  readRegisterStatus,
  readStage,
} from './read-words.ts'
import { type Cell, cellText, isBlank } from './sheet.ts'
import type { TargetField } from './target-fields.ts'

/** Whether a value could stand in a column of the field. Fields not listed take any text. */
const fits: Partial<Record<TargetField, (cell: Cell) => boolean>> = {
  'partner.country': (cell) =>
    cellText(cell)
      .split(/[;,\n]/u)
      .some((part) => findCountry(part) !== null),
  'partner.website': (cell) => /\.\p{L}{2,}/u.test(cellText(cell)),
  'partner.contactEmail': (cell) => cellText(cell).includes('@'),
  'agreement.kind': (cell) => readAgreementKind(cellText(cell)) !== null,
  'agreement.signedOn': isDayLike,
  'agreement.startsOn': isDayLike,
  'agreement.endsOn': (cell) => isDayLike(cell) || isTermLike(cell),
  'agreement.term': (cell) => isDayLike(cell) || isTermLike(cell) || /\d{4}/.test(cellText(cell)),
  'agreement.terminatedOn': isDayLike,
  'agreement.stage': (cell) => readStage(cellText(cell)) !== null,
  'programme.name': (cell) => /\p{L}{3}/u.test(cellText(cell)),
  'partner.name': (cell) => /\p{L}{3}/u.test(cellText(cell)),
  'programme.code': isProgrammeCode,
  'programme.level': (cell) => readLevel(cellText(cell)) !== null,
  'programme.format': (cell) => parseFormat(cellText(cell)) !== null,
  'programme.languages': (cell) => readLanguages(cellText(cell)) !== null,
  'programme.delivery': (cell) => readDelivery(cellText(cell)) !== null,
  'programme.award': (cell) => readAward(cellText(cell)) !== null,
  'programme.registerStatus': (cell) => readRegisterStatus(cellText(cell)) !== null,
  'programme.homeTeachers': isCount,
  'programme.partnerTeachers': isCount,
  'programme.firstYear': isYear,
  'programme.lastYear': isYear,
  'cohort.academicYear': isYear,
  'cohort.contingent': isCount,
  'cohort.applied': isCount,
  'cohort.outgoing': isCount,
  'cohort.incoming': isCount,
  'cohort.atPartner': isCount,
  'cohort.returned': isCount,
  'cohort.graduated': isCount,
  'cohort.foreignCitizens': isCount,
}

/** Fields whose values are so particular that they name the column when its title does not. */
const speakingFields = [
  'programme.code',
  'programme.format',
  'programme.level',
  'partner.country',
  'partner.contactEmail',
  'agreement.kind',
] as const satisfies TargetField[]

function isDayLike(cell: Cell): boolean {
  return 'value' in readDay(cell)
}

function isTermLike(cell: Cell): boolean {
  return readTerm(cellText(cell)) !== null
}

function isCount(cell: Cell): boolean {
  return 'value' in readCount(cell) || /^[-–—]$/.test(cellText(cell))
}

function isYear(cell: Cell): boolean {
  return 'value' in readAcademicYear(cell)
}

function isProgrammeCode(cell: Cell): boolean {
  return /^[678][BMDВМД]\d{4,7}(?!\d)/iu.test(cellText(cell))
}

/** Share of the filled cells that fit the field; 1 when nothing is filled or any text fits. */
export function shareThatFits(field: TargetField, cells: readonly Cell[]): number {
  const filled = cells.filter((cell) => !isBlank(cell))
  const fit = fits[field]
  if (fit === undefined || filled.length === 0) return 1
  return filled.filter(fit).length / filled.length
}

/** The field that the values themselves speak of, when nearly all do. */
export function fieldOfValues(cells: readonly Cell[]): TargetField | null {
  const filled = cells.filter((cell) => !isBlank(cell))
  if (filled.length < 2) return null
  return speakingFields.find((field) => shareThatFits(field, filled) >= 0.8) ?? null
}

/** Whether the cells number the rows: whole numbers that grow by one. */
export function numbersRows(cells: readonly Cell[]): boolean {
  const numbers = cells
    .filter((cell) => !isBlank(cell))
    .map((cell) => Number(cellText(cell).replace(/\.$/, '')))
  const steps = numbers.slice(1).map((number, index) => number - (numbers[index] ?? Number.NaN))
  return numbers.length > 1 && steps.filter((step) => step === 1).length >= steps.length * 0.7
}

/** Share of the filled cells that name a university. */
export function shareOfUniversities(cells: readonly Cell[]): number {
  const filled = cells.filter((cell) => !isBlank(cell))
  return filled.length === 0
    ? 0
    : filled.filter((cell) => namesUniversity(cellText(cell))).length / filled.length
}
