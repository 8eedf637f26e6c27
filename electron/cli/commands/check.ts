import { describeProblem } from '../../../shared/locales/i18n.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { withWorkspace } from '../session.ts'
import type { Terminal } from '../terminal.ts'
import type { Call } from '../usage-error.ts'

/** `check`: every finding of the rules in the register. Findings end with exit code 1. */
export async function check(
  call: Call,
  terminal: Terminal,
  { errorsOnly }: { errorsOnly: boolean },
): Promise<ExitCode> {
  const { t, language } = call
  const all = await withWorkspace(call, ({ client }) => client.overview.problems({ language }))
  const found = all.filter((problem) => !errorsOnly || problem.severity === 'error')
  const problems = found.map((problem) => ({
    severity: problem.severity,
    rule: problem.rule,
    entity: problem.record?.entity ?? null,
    id: problem.record?.id ?? null,
    label: problem.label,
    field: problem.field,
    params: problem.params,
    ...describeProblem(t, problem),
  }))
  const errors = problems.filter((problem) => problem.severity === 'error').length
  const warnings = problems.length - errors
  if (call.json) terminal.result(JSON.stringify({ errors, warnings, problems }, null, 2))
  else for (const problem of problems) terminal.result(sentenceOf(call, problem))
  terminal.message(
    problems.length === 0
      ? t('cli:check.clean')
      : t('cli:check.found', { count: problems.length, errors, warnings }),
  )
  return problems.length === 0 ? exitCodes.done : exitCodes.findings
}

type Finding = {
  severity: 'error' | 'warning'
  entity: string | null
  label: string
  message: string
  remedy: string
}

/** One line per finding: how grave, where, what, what to do. */
function sentenceOf({ t }: Call, { severity, label, message, remedy }: Finding): string {
  return `${t(`cli:severity.${severity}`)}: ${label}: ${message} ${remedy}`
}
