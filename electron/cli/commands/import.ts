import { describeProblem, type Translate } from '../../../shared/locales/i18n.ts'
import type { ImportRun, PreviewRow } from '../../../shared/imports/import-result.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { follow, withWorkspace } from '../session.ts'
import type { Terminal } from '../terminal.ts'
import type { Call } from '../usage-error.ts'

export type ImportOptions = {
  readonly file: string
  readonly dryRun?: boolean | undefined
  readonly errors?: string | undefined
  readonly sheet?: string | undefined
}

/** `import FILE`: takes a register in as the window's wizard proposes it. Refused rows end with exit code 1. */
export async function importFile(call: Call, terminal: Terminal, options: ImportOptions): Promise<ExitCode> {
  const { t, language } = call
  const { file, dryRun = false, errors, sheet = null } = options
  const run = await withWorkspace(call, async ({ client, grant }) => {
    const stream = await client.imports.run({
      choice: { file: grant(file), encoding: null, delimiter: null, sheet, header: null },
      dryRun,
      errorsTo: errors === undefined ? null : grant(errors),
      language,
    })
    return follow(stream, terminal, (step) =>
      t('cli:progress', { stage: t('cli:import.stage'), done: step.done, total: step.total }),
    )
  })
  if (call.json) terminal.result(JSON.stringify(toJson(run, t, options), null, 2))
  else printRefused(run, t, terminal)
  tell(run, t, terminal, options)
  return run.rows.refused === 0 ? exitCodes.done : exitCodes.findings
}

function toJson({ refused, ...run }: ImportRun, t: Translate, { file, errors }: ImportOptions): object {
  return {
    file,
    ...run,
    errorsFile: run.errorsWritten ? (errors ?? null) : null,
    refused: refused.map((row) => ({
      row: row.row,
      cells: row.cells,
      problems: row.problems.map((problem) => ({ ...problem, ...describeProblem(t, problem) })),
    })),
  }
}

/** One line per reason for refusal: the row of the spreadsheet, what is wrong, what to do. */
function printRefused({ refused }: ImportRun, t: Translate, terminal: Terminal): void {
  for (const row of refused) {
    for (const problem of errorsOf(row)) {
      const { message, remedy } = describeProblem(t, problem)
      terminal.result(t('cli:import.refusedRow', { row: row.row, message, remedy }))
    }
  }
}

const errorsOf = (row: PreviewRow) => row.problems.filter(({ severity }) => severity === 'error')

function tell(run: ImportRun, t: Translate, terminal: Terminal, { errors }: ImportOptions): void {
  const { rows } = run
  terminal.message(
    t(run.dryRun ? 'cli:import.wouldDo' : 'cli:import.done', {
      added: rows.new,
      changed: rows.changed,
      same: rows.same,
      refused: rows.refused,
    }),
  )
  if (run.errorsWritten && errors !== undefined) {
    terminal.message(t('cli:import.refusedWritten', { name: errors }))
  }
}
