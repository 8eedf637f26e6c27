import { type Annex, annexFiles, numberAnnexes } from '../../../../shared/assessment/report/annexes.ts'
import { composeReport } from '../../../../shared/assessment/report/compose.ts'
import type { ReportEvidence, SelfEvaluationReport } from '../../../../shared/assessment/report/report.ts'
import { htmlPages } from './html-pages.ts'
import type { ReportForm } from './make-self-evaluation.ts'
import type { PackageEntry } from './package-files.ts'
import { makeSelfEvaluationApart } from './self-evaluation-thread.ts'

/** Gives the content of a piece of evidence; refuses when it is not what was stored. */
export type ReadEvidence = (evidence: ReportEvidence) => Promise<Uint8Array>

/** Folder of the annex files inside a reviewer package. */
const annexFolder = 'annexes'

/** The annex folder: exactly the files that the report cites, named by annex number. */
export function annexEntries(
  report: SelfEvaluationReport,
  form: ReportForm,
  read: ReadEvidence,
): PackageEntry[] {
  return entriesOf(numberAnnexes(report, form.template), form, read)
}

function entriesOf(annexes: readonly Annex[], form: ReportForm, read: ReadEvidence): PackageEntry[] {
  return annexFiles(annexes, form.language).map(({ name, evidence }) => ({
    path: name,
    isPacked: true,
    read: () => read(evidence),
  }))
}

/**
 * The read-only package for reviewers: static pages beginning with `index.html`, the report as PDF, and the annex files.
 * It needs no program but a browser, and no network.
 */
export function reviewerEntries(
  report: SelfEvaluationReport,
  form: ReportForm,
  read: ReadEvidence,
  signal?: AbortSignal,
): PackageEntry[] {
  const { template, language } = form
  const annexes = numberAnnexes(report, template)
  const files = annexFiles(annexes, language)
  const paths = {
    report: 'report.pdf',
    annexes: new Map(files.map(({ number, name }) => [number, `${annexFolder}/${name}`])),
  }
  const pages = htmlPages(composeReport(report, template, language), paths, language)
  return [
    ...pages.map(({ path, html }) => ({
      path,
      isPacked: false,
      read: () => Promise.resolve(new TextEncoder().encode(html)),
    })),
    {
      path: paths.report,
      isPacked: true,
      read: () => makeSelfEvaluationApart({ report, format: 'pdf', form }, signal),
    },
    ...entriesOf(annexes, form, read).map((entry) => ({ ...entry, path: `${annexFolder}/${entry.path}` })),
  ]
}
