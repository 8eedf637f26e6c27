import type { SheetCell } from '../../../shared/exchange/workbook.ts'
import { startsFormula, writeWorkbook } from '../../../shared/exchange/workbook.ts'
import { academicYearLabel } from '../../../shared/kernel/calendar.ts'
import { formatInstant } from '../../../shared/kernel/format.ts'
import type { Language } from '../../../shared/kernel/record.ts'
import { createI18n, describeRefusal, type Translate } from '../../../shared/locales/i18n.ts'
import type { PackageSummary, RecordedReceipt, Submission } from '../../../shared/ministry/ministry.ts'
import type { Reader } from '../workspace/database.ts'
import { listPackages, readPackageFile } from './package.repository.ts'
import { listReceipts } from './receipt.repository.ts'
import { listSubmissions } from './submission.repository.ts'

const columns = [
  'form',
  'year',
  'revision',
  'builtAt',
  'file',
  'manifest',
  'previous',
  'rows',
  'warnings',
  'road',
  'receiver',
  'address',
  'state',
  'attempts',
  'problem',
  'receiptId',
  'answer',
  'answeredAt',
  'accepted',
  'rejected',
] as const
type Line = Record<(typeof columns)[number], SheetCell>

/**
 * The journal of everything that was built, sent and answered: one line per package and road, oldest first.
 * As a workbook, or as CSV with semicolons in UTF-8 that spreadsheets open as they are.
 */
export async function writeJournal(
  db: Reader,
  format: 'xlsx' | 'csv',
  language: Language,
): Promise<{ bytes: Uint8Array | string; rows: number }> {
  const { t } = createI18n(language)
  const lines: Line[] = []
  for (const summary of (await listPackages(db)).toReversed())
    lines.push(...(await packageLines(db, summary, language, t)))
  const header = columns.map((column) => t(`ministry:journal.column.${column}`))
  const rows = lines.map((line) => columns.map((column) => line[column]))
  const bytes =
    format === 'xlsx'
      ? writeWorkbook([{ name: t('ministry:journal.title'), header, rows }])
      : toCsv([header, ...rows])
  return { bytes, rows: rows.length }
}

async function packageLines(
  db: Reader,
  summary: PackageSummary,
  language: Language,
  t: Translate,
): Promise<Line[]> {
  const { manifest } = await readPackageFile(db, summary.id)
  const built = {
    ...emptyLine,
    form: summary.form,
    year: academicYearLabel(summary.academicYear),
    revision: summary.revision,
    builtAt: formatInstant(summary.createdAt, language),
    file: summary.fileName,
    manifest: summary.manifestSha256,
    previous: manifest.previousManifestSha256,
    rows: summary.rowCount,
    warnings: summary.warningCount,
  }
  const submissions = await listSubmissions(db, summary.id)
  const receipts = await listReceipts(db, summary.id)
  const byHand = receipts.filter(({ road }) => road === 'hand')
  const lines = [
    ...submissions.map((submission) => ({
      ...built,
      ...submissionPart(submission, t),
      ...answerPart(
        receipts.find(({ road }) => road === 'gateway'),
        submission,
        language,
        t,
      ),
    })),
    ...byHand.map((receipt) => ({
      ...built,
      road: t('ministry:road.hand'),
      ...receiptPart(receipt, language, t),
    })),
  ]
  return lines.length === 0 ? [built] : lines
}

const emptyLine: Line = {
  form: null,
  year: null,
  revision: null,
  builtAt: null,
  file: null,
  manifest: null,
  previous: null,
  rows: null,
  warnings: null,
  road: null,
  receiver: null,
  address: null,
  state: null,
  attempts: null,
  problem: null,
  receiptId: null,
  answer: null,
  answeredAt: null,
  accepted: null,
  rejected: null,
}

function submissionPart(submission: Submission, t: Translate): Partial<Line> {
  return {
    road: t('ministry:road.gateway'),
    receiver: submission.receiverName,
    address: submission.receiverUrl,
    state: t(`ministry:submissionState.${submission.state}.label`),
    attempts: submission.attemptCount,
    problem: submission.problem === null ? null : describeRefusal(t, submission.problem).what,
  }
}

function answerPart(
  receipt: RecordedReceipt | undefined,
  submission: Submission,
  language: Language,
  t: Translate,
): Partial<Line> {
  return receipt === undefined || submission.state !== 'answered' ? {} : receiptPart(receipt, language, t)
}

function receiptPart(receipt: RecordedReceipt, language: Language, t: Translate): Partial<Line> {
  return {
    receiver: receipt.receiver,
    receiptId: receipt.receiptId,
    answer: t(`ministry:receiptStatus.${receipt.status}`),
    answeredAt: formatInstant(receipt.issuedAt, language),
    accepted: receipt.acceptedCount,
    rejected: receipt.rejectedCount,
  }
}

function toCsv(rows: readonly (readonly SheetCell[])[]): string {
  return `\u{feff}${rows.map((row) => row.map(csvCell).join(';')).join('\r\n')}\r\n`
}

function csvCell(cell: SheetCell): string {
  if (cell === null) return ''
  const text = typeof cell === 'object' ? cell.day : String(cell)
  // The apostrophe keeps a spreadsheet from taking the text for a formula.
  const safe = typeof cell === 'string' && startsFormula(text) ? `'${text}` : text
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
