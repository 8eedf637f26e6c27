import { implement } from '@orpc/server'
import { annexFiles, numberAnnexes } from '../../../shared/assessment/report/annexes.ts'
import { withhold } from '../../../shared/assessment/report/withhold.ts'
import {
  selfEvaluationContract,
  type SelfEvaluationRequest,
} from '../../../shared/assessment/report/self-evaluation.contract.ts'
import type { ReportTemplate } from '../../../shared/assessment/report/report-template.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { nameIn } from '../../../shared/kernel/localized.ts'
import { contentOfFile } from '../attachments/files-of-record.ts'
import type { DataContext } from '../context.ts'
import { streamProgress } from '../imports/progress-stream.ts'
import { answersOf, assessmentIn, summarise } from './assessment-views.ts'
import { type GatheredReport, gatherReport } from './gather-report.ts'
import { writePackageArchive, writePackageFolder } from './report/package-files.ts'
import { annexEntries, type ReadEvidence, reviewerEntries } from './report/report-package.ts'
import { makeSelfEvaluationApart } from './report/self-evaluation-thread.ts'
import { reportTemplates } from './report/templates.ts'

/** Steps of one report, for its progress. */
const reportSteps = 3

function templateOf(code: string): ReportTemplate {
  const template = reportTemplates.find((each) => each.code === code)
  if (template === undefined) throw new AppError('not-found', { entity: 'assessment' })
  return template
}

/** Reads the file of a piece of evidence and refuses one whose content is not what was stored. */
function evidenceReader(context: DataContext, { attachmentOf }: GatheredReport): ReadEvidence {
  return async ({ id }) => {
    const attachment = attachmentOf.get(id)
    if (attachment === undefined) throw new AppError('not-found', { entity: 'evidence' })
    return contentOfFile(context.database().reader, attachment)
  }
}

/** The self-evaluation report of an assessment: what it would hold, the file, and the packages around it. */
export function createSelfEvaluationRouter(context: DataContext) {
  const os = implement(selfEvaluationContract)
  const gather = ({ assessmentId, scale }: SelfEvaluationRequest) =>
    gatherReport(context, assessmentId, scale)
  return os.router({
    templates: os.templates.handler(() =>
      reportTemplates.map(({ code, titles, source }) => ({ code, titles, source })),
    ),
    check: os.check.handler(async ({ input }) => {
      const { report } = await gather(input)
      const cache = await context.registers().upToDate()
      const assessment = assessmentIn(cache, input.assessmentId)
      const { applicable, assessed } = summarise(cache, assessment, input.language).total
      // A criterion that does not apply is approved, too, with its reason; only those that apply are counted here.
      const approved = answersOf(cache, assessment.id).filter(
        ({ stage, notApplicable }) => stage === 'approved' && notApplicable === null,
      ).length
      const annexes = numberAnnexes(withhold(report), templateOf(input.template))
      const handed = new Set(annexFiles(annexes, input.language).map(({ number }) => number))
      return {
        applicable,
        assessed,
        approved,
        annexes: annexes.map(({ number, evidence }) => ({
          number,
          name: nameIn(evidence.names, input.language),
          state: evidence.isWithheld
            ? ('withheld' as const)
            : evidence.kind === 'link'
              ? ('link' as const)
              : handed.has(number)
                ? ('file' as const)
                : ('missing' as const),
        })),
      }
    }),
    export: os.export.handler(({ input, signal }) =>
      streamProgress(signal, async (progress, stop) => {
        await progress({ stage: 'records', done: 0, total: reportSteps })
        const { report } = await gather(input)
        await progress({ stage: 'layout', done: 1, total: reportSteps })
        const form = { template: templateOf(input.template), language: input.language }
        const bytes = await makeSelfEvaluationApart({ report, format: input.format, form }, stop)
        await progress({ stage: 'writing', done: 2, total: reportSteps })
        await context.files.write(input.to, bytes)
        return { name: input.to.name, bytes: bytes.byteLength }
      }),
    ),
    package: os.package.handler(({ input, signal }) =>
      streamProgress(signal, async (progress, stop) => {
        await progress({ stage: 'records', done: 0, total: 1 })
        const gathered = await gather(input)
        const form = { template: templateOf(input.template), language: input.language }
        const read = evidenceReader(context, gathered)
        const entries =
          input.content === 'annexes'
            ? annexEntries(gathered.report, form, read)
            : reviewerEntries(withhold(gathered.report), form, read, stop)
        const write = input.as === 'folder' ? writePackageFolder : writePackageArchive
        const written = await write(context.files.resolve(input.to), entries, progress)
        return { name: input.to.name, ...written }
      }),
    ),
  })
}
