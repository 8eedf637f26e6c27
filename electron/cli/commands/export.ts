import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describeProblem, type Translate } from '../../../shared/locales/i18n.ts'
import type { RecordProblem } from '../../../shared/kernel/problem.ts'
import { formIdSchema, type FormRequest, type PackageSummary } from '../../../shared/ministry/ministry.ts'
import { readDay, readWord, readYear } from '../arguments.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { follow, withWorkspace } from '../session.ts'
import type { Terminal } from '../terminal.ts'
import { type Call, UsageError } from '../usage-error.ts'

export type ExportOptions = {
  readonly form: string
  readonly year?: string | undefined
  readonly on?: string | undefined
  readonly out?: string | undefined
  /** Refuse to build while there are warnings. */
  readonly strict?: boolean | undefined
}

/**
 * `export FORM`: builds the next revision of a form's package and writes it. Errors stop it; warnings are shown and
 * stored with the package.
 */
export async function exportForm(call: Call, terminal: Terminal, options: ExportOptions): Promise<ExitCode> {
  const { t } = call
  const form = readWord(call, {
    argument: 'FORM',
    text: options.form.toUpperCase(),
    words: formIdSchema.options,
  })
  const on = readDay(call, options.on)
  const request: FormRequest = {
    form,
    academicYear: readYear(call, options.year, on),
    on,
    language: call.language,
  }
  const { out } = options
  if (out === undefined) throw new UsageError(t('cli:usage.exportOutNeeded'))
  return withWorkspace(call, async (session) => {
    const { errors, warnings, warningsDigest } = await session.client.ministry.preflight(request)
    tellProblems([...errors, ...warnings], t, terminal)
    if (errors.length > 0 || (options.strict === true && warnings.length > 0)) {
      return refuse(call, terminal, { request, errors, warnings })
    }
    const stream = await session.client.ministry.build({
      ...request,
      acceptedWarnings: warnings.length > 0 ? warningsDigest : null,
    })
    const built = await follow(stream, terminal, (step) =>
      t('cli:progress', { stage: t('cli:export.stage'), done: step.done, total: step.total }),
    )
    const file = await placeOf(call, out, built)
    await session.client.ministry.savePackage({ id: built.id, to: session.grant(file) })
    if (call.json)
      terminal.result(JSON.stringify({ ...toJson(built, file), warnings: warnings.map(plain(t)) }, null, 2))
    else terminal.result(file)
    terminal.message(
      t('cli:export.written', { name: built.fileName, count: built.rowCount, revision: built.revision }),
    )
    return exitCodes.done
  })
}

type Refusal = { request: FormRequest; errors: readonly RecordProblem[]; warnings: readonly RecordProblem[] }

function refuse({ t, json }: Call, terminal: Terminal, { request, errors, warnings }: Refusal): ExitCode {
  if (json) {
    const { form, academicYear, on } = request
    const found = { errors: errors.map(plain(t)), warnings: warnings.map(plain(t)) }
    terminal.result(JSON.stringify({ form, academicYear, on, file: null, ...found }, null, 2))
  }
  terminal.message(t('cli:export.refused', { errors: errors.length, warnings: warnings.length }))
  return exitCodes.findings
}

/** A folder gets the package under its own name, DATE_BIN_FORM_revN.zip. */
async function placeOf({ folder }: Call, out: string, built: PackageSummary): Promise<string> {
  const facts = await stat(resolve(folder, out)).catch(() => null)
  return facts?.isDirectory() === true ? join(out, built.fileName) : out
}

function toJson(built: PackageSummary, file: string): object {
  const { form, academicYear, on, revision, fileName, size, manifestSha256, rowCount } = built
  return { form, academicYear, on, revision, file, fileName, size, manifestSha256, rowCount }
}

const plain = (t: Translate) => (problem: RecordProblem) => ({
  severity: problem.severity,
  rule: problem.rule,
  entity: problem.record?.entity ?? null,
  id: problem.record?.id ?? null,
  label: problem.label,
  field: problem.field,
  params: problem.params,
  ...describeProblem(t, problem),
})

function tellProblems(problems: readonly RecordProblem[], t: Translate, terminal: Terminal): void {
  for (const problem of problems) {
    const { message, remedy } = describeProblem(t, problem)
    const place = [t(`cli:severity.${problem.severity}`), problem.label].filter((part) => part !== '')
    terminal.message(`${place.join(': ')}: ${message} ${remedy}`)
  }
}
