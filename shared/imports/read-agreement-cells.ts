import { parseTerm, readTerm, type TermReading } from '../agreements/parse-term.ts'
import type { Term } from '../agreements/agreement.ts'
import type { Day } from '../kernel/day.ts'
import { parseDay } from '../kernel/parse-day.ts'
import { read, type Reading, unreadable } from './cell-problem.ts'
import type { AgreementFacts } from './facts.ts'
import { readCount, readDay, readLine, readText } from './read-values.ts'
import { readAgreementKind, readStage } from './read-words.ts'
import type { RowCells } from './row-cells.ts'
import { type Cell, cellText } from './sheet.ts'
import type { TargetField } from './target-fields.ts'

/** The agreement of a row; null when the row names none by number, day, term or title. */
export function readRowAgreement(cells: RowCells): AgreementFacts | null {
  const reference = cells.value('agreement.number', (cell) => read(readReference(cellText(cell))))
  const signedOn = cells.value('agreement.signedOn', readDay) ?? reference?.signedOn
  const startsOn = cells.value('agreement.startsOn', readDay) ?? periodOf(cells)?.[0]
  const title = cells.value('agreement.title', (cell) => readLine(cell, 1024))
  const term = readRowTerm(cells, startsOn ?? signedOn ?? null)
  const identity = { number: reference?.number, signedOn, startsOn, title, term }
  if (Object.values(identity).every((value) => value === undefined)) return null
  const fields = {
    ...identity,
    kind: cells.value('agreement.kind', wordReader(readAgreementKind)) ?? kindIn(title, cells),
    stage: cells.value('agreement.stage', wordReader(readStage)),
    terminatedOn: cells.value('agreement.terminatedOn', readDay),
    subject: cells.value('agreement.subject', (cell) => readText(cell, 2000)),
    owner: cells.value('agreement.owner', (cell) => readLine(cell, 200)),
    notes: cells.value('agreement.notes', (cell) => readText(cell, 10_000)),
  }
  return {
    group: cells.groupOf('agreement.number') ?? cells.groupOf('agreement.signedOn'),
    fields: defined(fields),
  }
}

/** The object without its undefined values. */
export function defined<T extends Record<string, unknown>>(
  values: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.fromEntries forgets the keys; they are those of the argument
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> }
}

/** A reader of words with a fixed meaning. */
export function wordReader<T>(meaningOf: (text: string) => T | null): (cell: Cell) => Reading<T> {
  return (cell) => {
    const meaning = meaningOf(cellText(cell))
    return meaning === null ? unreadable('import-unknown-word', { value: cellText(cell) }) : read(meaning)
  }
}

/** The kind that a title or the number's cell names: «Меморандум № 5». */
function kindIn(title: string | undefined, cells: RowCells): AgreementFacts['fields']['kind'] {
  const number = cells.take('agreement.number')
  return (
    readAgreementKind(title ?? '') ??
    readAgreementKind(number === null ? '' : cellText(number.cell)) ??
    undefined
  )
}

const noNumber = /^(?:б\/?н|без номера|н\/?с|нөмірсіз|s\/?n|no number)\.?$/iu
const numberSign = /^(?:(?:рег|тіркеу)\.?\s*)?(?:№|N°|No\.?\s|Nr\.?\s|#)\s*/iu

/** A number and the day beside it: «№ 45 от 12.05.2021», «12.05.2021 ж. № 45». */
export function readReference(text: string): { number?: string; signedOn?: Day } {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  const after = /^(.+?),?\s+(?:от|dated|of|күнгі)\s+(.+)$/iu.exec(line)
  if (after !== null) return reference(after[1] ?? '', after[2] ?? '') ?? numbered(line)
  const before = /^(.+?),?\s*(?:№|N°)\s*(.+)$/u.exec(line)
  if (before !== null) return reference(before[2] ?? '', before[1] ?? '') ?? numbered(line)
  return numbered(line)
}

function reference(number: string, day: string): { number?: string; signedOn?: Day } | null {
  const parsed = parseDay(day.replace(/^(?:от|dated)\s+/iu, ''))
  return parsed === null ? null : { ...numbered(number), signedOn: parsed }
}

function numbered(text: string): { number?: string } {
  const number = text
    .replace(
      /^(?:договор|соглашение|меморандум|контракт|шарт|келісім|memorandum|agreement|contract)\s+(?=№|N°|No)/iu,
      '',
    )
    .replace(numberSign, '')
    .trim()
  return number === '' || noNumber.test(number) ? {} : { number: number.slice(0, 100) }
}

const figureDay = /\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})(?!\d)|\d{4}-\d{2}-\d{2}/gu
const periodSeparator = /\s+(?:по|до|to|until|till|бастап)\s+|\s+[–—-]\s+/iu

/** First and last day of «01.09.2022 – 31.08.2027», «с 1 сентября 2022 г. по 31 августа 2027 г.»; else null. */
export function readPeriod(text: string): [Day, Day] | null {
  const figures = text.match(figureDay) ?? []
  const parts = figures.length === 2 ? figures : text.split(periodSeparator)
  if (parts.length !== 2) return null
  const [first, last] = parts.flatMap((part) => parseDay(part) ?? [])
  return first === undefined || last === undefined || last < first ? null : [first, last]
}

function periodOf(cells: RowCells): [Day, Day] | null {
  const taken = cells.take('agreement.term')
  return taken === null ? null : readPeriod(cellText(taken.cell))
}

type SaidTerm = { text: string; reading: TermReading; field: TargetField }

/** What a cell says of the term: a day, or words. Notes an error when it says neither. */
function sayTerm(cells: RowCells, field: TargetField): SaidTerm | undefined {
  return cells.value(field, (cell): Reading<SaidTerm> => {
    const text = cellText(cell)
    const day = readDay(cell)
    if ('value' in day) return read({ text: day.value, reading: { kind: 'until', endsOn: day.value }, field })
    const reading = readTerm(text)
    if (reading !== null) return read({ text, reading, field })
    return /^\d{4}(?:\s*[–—-]\s*\d{4})?$/u.test(text)
      ? unreadable('import-year-only', { value: text })
      : unreadable('import-not-a-term', { value: text })
  })
}

/** The term from the column of terms and the column of ends; a renewal or «бессрочно» in the first explains the second. */
function readRowTerm(cells: RowCells, startsOn: Day | null): Term | undefined {
  const term = sayTerm(cells, 'agreement.term')
  const end = sayTerm(cells, 'agreement.endsOn')
  const said = end === undefined || (term !== undefined && explains(term.reading)) ? term : end
  if (said === undefined) return undefined
  const endsOn = dayOf(end) ?? dayOf(term)
  if (endsOn !== null && (isPerpetual(term) || isPerpetual(end))) {
    cells.fail({ rule: 'perpetual-with-end', params: { endsOn } }, said.field)
    return undefined
  }
  const lastDay = said === end ? null : dayOf(end)
  const found = parseTerm(lastDay === null ? said.text : `${said.text} ${lastDay}`, startsOn)
  if (found !== null) return withNotice(found, cells.value('agreement.noticeMonths', readCount))
  // A start that could not be read has its own problem already.
  if (cells.problems.some(({ target }) => target === 'agreement.signedOn' || target === 'agreement.startsOn'))
    return undefined
  const isRenewed = said.reading.kind === 'auto_renewed'
  const rule = isRenewed ? 'import-renewal-period-missing' : 'import-term-start-missing'
  cells.fail({ rule, params: { value: said.text } }, said.field)
  return undefined
}

const isPerpetual = (said: SaidTerm | undefined): boolean => said?.reading.kind === 'perpetual'

const dayOf = (said: SaidTerm | undefined): Day | null =>
  said?.reading.kind === 'until' ? said.reading.endsOn : null

const explains = (reading: TermReading): boolean =>
  reading.kind === 'auto_renewed' || reading.kind === 'perpetual'

const withNotice = (term: Term, months: number | undefined): Term =>
  term.kind === 'auto_renewed' && months !== undefined
    ? { ...term, noticeMonths: Math.min(months, 36) }
    : term
