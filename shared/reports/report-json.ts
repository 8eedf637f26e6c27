import { academicYearLabel } from '../kernel/calendar.ts'
import type { DoubleDegreeReport } from './double-degree.ts'
import { figureSchema } from './figure.ts'
import type { RectorSummary, ReportKind } from './report.ts'

/** JSON data of any shape. */
export type PlainData = null | boolean | number | string | PlainData[] | { [name: string]: PlainData }

/**
 * A report for other programs (docs/cli.md): a number beside last year's is `{ value, previous, changePercent }`, any
 * other number stands by itself, and what the page needs to open the lists behind the numbers is left out.
 */
export function plainReport(kind: ReportKind, numbers: RectorSummary | DoubleDegreeReport): PlainData {
  const year = 'overview' in numbers ? numbers.overview.academicYear : numbers.academicYear
  const { academicYear: _academicYear, ...rest } = plainObject(numbers)
  return { report: kind, academicYear: year, academicYearLabel: academicYearLabel(year), ...rest }
}

/** The same as indented text. */
export function reportJson(kind: ReportKind, numbers: RectorSummary | DoubleDegreeReport): string {
  return JSON.stringify(plainReport(kind, numbers), null, 2)
}

function plain(value: unknown): PlainData {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'object' && value !== null) return plainObject(value)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

function plainObject(value: object): { [name: string]: PlainData } {
  const members = Object.entries(value).map(([name, inner]): [string, PlainData] => {
    const figure = figureSchema.safeParse(inner)
    if (!figure.success) return [name, plain(inner)]
    return [name === 'figure' ? 'value' : name, figure.data.value]
  })
  return Object.fromEntries(members)
}
