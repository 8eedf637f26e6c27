import { writeWorkbook } from '../../../shared/exchange/workbook.ts'
import type { DoubleDegreeReport } from '../../../shared/reports/double-degree.ts'
import { reportJson } from '../../../shared/reports/report-json.ts'
import type { RectorSummary, ReportFormat } from '../../../shared/reports/report.ts'
import { renderDoubleDegree } from './double-degree-pdf.ts'
import { doubleDegreeSheets } from './double-degree-workbook.ts'
import { renderSummary } from './summary-pdf.ts'
import { summarySheets } from './summary-workbook.ts'
import type { Words } from './words.ts'

/** A report's numbers, before they are put into a file. */
export type ReportContent =
  | { readonly report: 'summary'; readonly numbers: RectorSummary }
  | { readonly report: 'double-degree'; readonly numbers: DoubleDegreeReport }

/** The bytes of a report in a format and language. Equal numbers and language give equal bytes. */
export async function makeReport(
  content: ReportContent,
  format: ReportFormat,
  words: Words,
): Promise<Uint8Array> {
  if (format === 'json') return new TextEncoder().encode(`${reportJson(content.report, content.numbers)}\n`)
  if (content.report === 'summary') {
    const { numbers } = content
    return format === 'pdf' ? renderSummary(numbers, words) : writeWorkbook(summarySheets(numbers, words))
  }
  const { numbers } = content
  return format === 'pdf'
    ? renderDoubleDegree(numbers, words)
    : writeWorkbook(doubleDegreeSheets(numbers, words))
}
