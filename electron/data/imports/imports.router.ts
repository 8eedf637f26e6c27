import { implement } from '@orpc/server'
import type { ImportRun, ImportSummary } from '../../../shared/imports/import-result.ts'
import { importsContract } from '../../../shared/imports/imports.contract.ts'
import { isEqual } from '../../../shared/imports/plan/drafts.ts'
import type { SheetChoice } from '../../../shared/imports/layout.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { FileGrant } from '../../../shared/kernel/contract-base.ts'
import type { Language } from '../../../shared/kernel/record.ts'
import type { DataContext } from '../context.ts'
import { readChainHead } from '../workspace/audit-trail.ts'
import { createIdMaker } from '../workspace/ids.ts'
import { applyImport, refusedRows } from './apply-import.ts'
import { type CheckedImport, checkImport, openJob } from './check-import.ts'
import { listBatches, readRefused } from './import.repository.ts'
import { refusedWorkbook, templateWorkbook } from './import-workbooks.ts'
import { inspectFile, proposeFor } from './inspect-file.ts'
import { createSheetOpener, type SheetOpener } from './open-sheet.ts'
import { createPastedTables } from './pasted-tables.ts'
import { createPreviewStore, previewRows, withCells } from './preview-store.ts'
import { type Report, streamProgress } from './progress-stream.ts'
import { listChangedSince, undoImport } from './undo-import.ts'

/** Refused rows that the answer of `run` carries. */
const shownRefusals = 1_000

export function createImportsRouter(context: DataContext) {
  const os = implement(importsContract)
  const tables = createPastedTables()
  const opener = createSheetOpener(context.files, tables)
  const previews = createPreviewStore()
  context.care.onClosing.push(() => {
    previews.clear()
    opener.forget()
    tables.clear()
    return Promise.resolve()
  })
  return os.router({
    paste: os.paste.handler(({ input }) => tables.add(input)),
    inspect: os.inspect.handler(({ input }) => inspectFile(context, opener, input)),
    check: os.check.handler(({ input, signal }) =>
      streamProgress(signal, async (report, stop) => {
        const checked = await checkImport(context, await openJob(opener, input, stop), report)
        const id = createIdMaker(context.clock)()
        previews.add(id, checked)
        return { id, ...checked.counts, titles: checked.titles }
      }),
    ),
    rows: os.rows.handler(({ input }) => previewRows(previews.get(input.preview), input)),
    apply: os.apply.handler(({ input, signal }) =>
      streamProgress(signal, async (report, stop) => {
        const checked = await current(context, previews.get(input.preview), report)
        const summary = await applyImport(context, checked, { report, signal: stop })
        return summary
      }),
    ),
    saveRefused: os.saveRefused.handler(async ({ input: { from, to, language } }) => {
      const refused =
        'preview' in from
          ? refusedRows(previews.get(from.preview))
          : await readRefused(context.database().reader, from.batch)
      await context.files.write(to, refusedWorkbook(refused, language))
      return { rows: refused.rows.length }
    }),
    saveTemplate: os.saveTemplate.handler(({ input }) =>
      context.files.write(input.to, templateWorkbook(input.language)),
    ),
    history: os.history.handler(() => listBatches(context.database().reader)),
    undo: os.undo.handler(({ input }) => undoImport(context, input.batch, input)),
    changedSince: os.changedSince.handler(({ input }) =>
      listChangedSince(context, input.batch, input.language),
    ),
    run: os.run.handler(({ input, signal }) =>
      streamProgress(signal, (report, stop) => runImport(context, opener, { ...input, report, stop })),
    ),
  })
}

/** The preview itself, or a new one when the register changed since; refused when that would do something else. */
async function current(context: DataContext, checked: CheckedImport, report: Report): Promise<CheckedImport> {
  const { sequence } = await readChainHead(context.database().reader)
  if (sequence === checked.sequence) return checked
  const again = await checkImport(context, checked.job, report)
  if (!isEqual(again.counts, checked.counts)) throw new AppError('import-preview-outdated')
  return again
}

type RunRequest = {
  choice: SheetChoice
  dryRun: boolean
  errorsTo: FileGrant | null
  language: Language
  report: Report
  stop: AbortSignal
}

/** Everything in one step, with the proposed layout. */
async function runImport(context: DataContext, opener: SheetOpener, request: RunRequest): Promise<ImportRun> {
  const { choice, dryRun, errorsTo, language, report, stop } = request
  const proposal = await proposeFor(context, await opener.open(choice, stop), choice)
  if (proposal === null) throw new AppError('import-no-header')
  const job = await openJob(opener, { choice, layout: proposal.layout }, stop)
  const checked = await checkImport(context, job, report)
  const summary: ImportSummary | null = dryRun
    ? null
    : await applyImport(context, checked, { report, signal: stop })
  const refused = refusedRows(checked)
  const errorsWritten = errorsTo !== null && refused.rows.length > 0
  if (errorsWritten) await context.files.write(errorsTo, refusedWorkbook(refused, language))
  return {
    dryRun,
    batch: summary?.batch ?? null,
    ...checked.counts,
    refused: checked.rows
      .filter(({ outcome }) => outcome === 'refused')
      .slice(0, shownRefusals)
      .map(withCells(checked)),
    errorsWritten,
  }
}
