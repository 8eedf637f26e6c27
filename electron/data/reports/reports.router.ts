import { createHash } from 'node:crypto'
import { implement } from '@orpc/server'
import { writeWorkbook } from '../../../shared/exchange/workbook.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { academicYearOf } from '../../../shared/kernel/calendar.ts'
import { takeDoubleDegreeReport } from '../../../shared/reports/double-degree.ts'
import type { RectorSummary, ReportKind, ReportRequest } from '../../../shared/reports/report.ts'
import { reportsContract } from '../../../shared/reports/reports.contract.ts'
import type { DataContext } from '../context.ts'
import { readOverview } from '../overview/overview.router.ts'
import { makeReport, type ReportContent } from './make-report.ts'
import { wordsOf } from './words.ts'

/** Steps of an export, for its progress. */
const exportSteps = 3

export function createReportsRouter(context: DataContext) {
  const os = implement(reportsContract)
  return os.router({
    years: os.years.handler(() => readYears(context)),
    doubleDegree: os.doubleDegree.handler(async ({ input }) =>
      takeDoubleDegreeReport(await context.registers().records(), input.academicYear, input.on),
    ),
    summary: os.summary.handler(({ input }) => readSummary(context, input)),
    export: os.export.handler(async function* ({ input, signal }) {
      yield { stage: 'records', done: 0, total: exportSteps }
      const content = await readContent(context, input.report, input)
      yield { stage: 'layout', done: 1, total: exportSteps }
      const bytes = await makeReport(content, input.format, wordsOf(input.language))
      // A person who cancelled gets no file.
      if (signal?.aborted === true) throw new AppError('cancelled')
      yield { stage: 'writing', done: 2, total: exportSteps }
      await context.files.write(input.to, bytes)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      return { name: input.to.name, size: bytes.byteLength, sha256 }
    }),
    saveTable: os.saveTable.handler(async ({ input: { to, name, header, rows } }) => {
      await context.files.write(to, writeWorkbook([{ name, header, rows }]))
      return { rows: rows.length }
    }),
    savePicture: os.savePicture.handler(async ({ input: { to, format, content } }) => {
      const bytes = Buffer.from(content, format === 'svg' ? 'utf8' : 'base64')
      await context.files.write(to, bytes)
      return { size: bytes.byteLength }
    }),
  })
}

/** Newest first. */
async function readYears(context: DataContext): Promise<number[]> {
  const { programmes, cohorts } = await context.registers().records()
  const present = academicYearOf(context.today())
  const first = Math.min(
    present,
    ...programmes.map((programme) => programme.firstYear),
    ...cohorts.map((cohort) => cohort.academicYear),
  )
  const last = Math.max(
    present,
    ...programmes.map((programme) => programme.lastYear ?? programme.firstYear),
    ...cohorts.map((cohort) => cohort.academicYear),
  )
  return Array.from({ length: last - first + 1 }, (_unused, index) => last - index)
}

async function readSummary(context: DataContext, request: ReportRequest): Promise<RectorSummary> {
  const { academicYear, on } = request
  const overview = await readOverview(context, request)
  const register = await context.registers().records()
  return { overview, doubleDegree: takeDoubleDegreeReport(register, academicYear, on) }
}

async function readContent(
  context: DataContext,
  report: ReportKind,
  request: ReportRequest,
): Promise<ReportContent> {
  if (report === 'summary') return { report, numbers: await readSummary(context, request) }
  const { academicYear, on } = request
  return { report, numbers: takeDoubleDegreeReport(await context.registers().records(), academicYear, on) }
}
