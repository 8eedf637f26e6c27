import { ORPCError } from '@orpc/server'
import { AppError, type Refusal, refusalSchema } from '../../shared/kernel/app-error.ts'
import { createI18n, describeProblem, describeRefusal, type Translate } from '../../shared/locales/i18n.ts'
import { type ExitCode, exitCodeOf, exitCodes } from './exit-codes.ts'
import { languageOf } from './language.ts'
import { runProgram } from './program.ts'
import { processTerminal, type Terminal } from './terminal.ts'
import { type Call, UsageError } from './usage-error.ts'

/** What a command meets outside its arguments; tests bring their own. */
export type Outside = Pick<Call, 'clock' | 'environment' | 'folder'>

/**
 * Runs one command of the command line and answers its exit code: 0 done, 1 refused or findings, 2 called wrongly,
 * 3 a file or the network failed. `args` are those after the program's name.
 */
export async function runCli(
  args: readonly string[],
  terminal: Terminal = processTerminal(),
  outside: Outside = { clock: () => new Date(), environment: process.env, folder: process.cwd() },
): Promise<ExitCode> {
  const language = languageOf(args, outside.environment)
  const t = createI18n(language).t as Translate
  try {
    return await runProgram(args, terminal, { language, ...outside })
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.message(error.message)
      terminal.message(t('cli:usage.seeHelp'))
      return exitCodes.usage
    }
    return explainRefusal(refusalOf(error), { args, terminal, t })
  }
}

/** The expected failure in an error; anything else is a bug and goes on as one. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof AppError) return error.refusal
  if (error instanceof ORPCError) {
    const refusal = refusalSchema.safeParse(error.data)
    if (refusal.success) return refusal.data
  }
  throw error
}

type Circumstances = { args: readonly string[]; terminal: Terminal; t: Translate }

function explainRefusal(refusal: Refusal, { args, terminal, t }: Circumstances): ExitCode {
  const { what, remedy } = describeRefusal(t, refusal)
  const problems = refusal.problems.map((problem) => ({ ...problem, ...describeProblem(t, problem) }))
  terminal.message(what)
  for (const problem of problems) terminal.message(`  ${problem.field}: ${problem.message} ${problem.remedy}`)
  terminal.message(remedy)
  if (args.includes('--json')) {
    const error = { code: refusal.code, what, remedy, params: refusal.params, problems }
    terminal.result(JSON.stringify({ error }, null, 2))
  }
  return exitCodeOf(refusal.code)
}
