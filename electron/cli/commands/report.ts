import { reportJson } from '../../../shared/reports/report-json.ts'
import {
  reportFormatSchema,
  reportKindSchema,
  type ReportFormat,
  type ReportKind,
  type ReportRequest,
} from '../../../shared/reports/report.ts'
import type { Translate } from '../../../shared/locales/i18n.ts'
import { readDay, readWord, readYear } from '../arguments.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { follow, type Session, withWorkspace } from '../session.ts'
import type { Terminal } from '../terminal.ts'
import { type Call, UsageError } from '../usage-error.ts'

export type ReportOptions = {
  readonly kind: string
  readonly year?: string | undefined
  readonly on?: string | undefined
  readonly format?: string | undefined
  readonly out?: string | undefined
}

/** `report KIND`: the rector's summary or the double-degree report, to a file, or as JSON to standard output. */
export async function report(call: Call, terminal: Terminal, options: ReportOptions): Promise<ExitCode> {
  const kind = readWord(call, { argument: 'REPORT', text: options.kind, words: reportKindSchema.options })
  const format = readFormat(call, options)
  const on = readDay(call, options.on)
  const request: ReportRequest = {
    academicYear: readYear(call, options.year, on),
    on,
    language: call.language,
  }
  const { out } = options
  if (out === undefined && format !== 'json') throw new UsageError(call.t('cli:usage.outNeeded', { format }))
  return withWorkspace(call, async (session) => {
    if (out === undefined) await printNumbers(session, terminal, kind, request)
    else await writeReport(call, terminal, session, { kind, format, request, out })
    return exitCodes.done
  })
}

/** As given, else by the ending of the file, else JSON. */
function readFormat(call: Call, { format, out }: ReportOptions): ReportFormat {
  const ending = /\.(\w+)$/.exec(out ?? '')?.[1]?.toLowerCase() ?? 'json'
  return readWord(call, { argument: '--format', text: format ?? ending, words: reportFormatSchema.options })
}

async function printNumbers(
  { client }: Session,
  terminal: Terminal,
  kind: ReportKind,
  request: ReportRequest,
): Promise<void> {
  const numbers =
    kind === 'summary' ? await client.reports.summary(request) : await client.reports.doubleDegree(request)
  terminal.result(reportJson(kind, numbers))
}

type Wish = { kind: ReportKind; format: ReportFormat; request: ReportRequest; out: string }

async function writeReport(
  { t, json }: Call,
  terminal: Terminal,
  { client, grant }: Session,
  { kind, format, request, out }: Wish,
): Promise<void> {
  const stream = await client.reports.export({ ...request, report: kind, format, to: grant(out) })
  const written = await follow(stream, terminal, (step) =>
    t('cli:progress', { stage: reportStage(t, step.stage), done: step.done, total: step.total }),
  )
  if (json) {
    const { academicYear, on, language } = request
    const facts = {
      report: kind,
      format,
      academicYear,
      on,
      language,
      file: out,
      size: written.size,
      sha256: written.sha256,
    }
    terminal.result(JSON.stringify(facts, null, 2))
  }
  terminal.message(t('cli:report.written', { name: written.name, size: written.size }))
}

/** The step of an export in words. */
function reportStage(t: Translate, stage: string): string {
  if (stage === 'records') return t('reports:stage.records')
  return stage === 'layout' ? t('reports:stage.layout') : t('reports:stage.writing')
}
