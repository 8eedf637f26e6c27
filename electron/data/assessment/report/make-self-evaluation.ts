import { composeReport } from '../../../../shared/assessment/report/compose.ts'
import type { SelfEvaluationReport } from '../../../../shared/assessment/report/report.ts'
import type { ReportTemplate } from '../../../../shared/assessment/report/report-template.ts'
import type { Language } from '../../../../shared/kernel/record.ts'
import { writePdf } from './pdf.ts'

export type SelfEvaluationFormat = 'docx' | 'pdf'

/** Structure and language in which a report is made. */
export type ReportForm = { readonly template: ReportTemplate; readonly language: Language }

/** The bytes of the report as a file. Equal reports in an equal form give equal bytes. */
export async function makeSelfEvaluation(
  report: SelfEvaluationReport,
  format: SelfEvaluationFormat,
  { template, language }: ReportForm,
): Promise<Uint8Array> {
  const document = composeReport(report, template, language)
  const { changedAt } = report
  if (format === 'pdf') return (await writePdf(document, { language, changedAt })).bytes
  // Loaded with the first Word file: it brings a library that most days never need.
  const { writeDocx } = await import('./docx.ts')
  return writeDocx(document, { language, changedAt, font: template.font })
}
