import { type Language, languageSchema } from '../../shared/kernel/record.ts'

/** A language as `--lang` takes it; null: not one of ours. */
export function parseLanguage(text: string): Language | null {
  const parsed = languageSchema.safeParse(text.toLowerCase())
  return parsed.success ? parsed.data : null
}

/**
 * The language of messages: `--lang` wherever it stands, else that of the system (`LC_ALL`, `LC_MESSAGES`, `LANG`, or
 * what the system says elsewhere), else English. Read before the arguments are, because help needs it.
 */
export function languageOf(args: readonly string[], environment: NodeJS.ProcessEnv): Language {
  return languageInArguments(args) ?? languageOfSystem(environment) ?? 'en'
}

function languageInArguments(args: readonly string[]): Language | null {
  for (const [index, argument] of args.entries()) {
    if (argument === '--') return null
    const value = argument === '--lang' ? args[index + 1] : /^--lang=(.*)$/.exec(argument)?.[1]
    if (value !== undefined) return parseLanguage(value)
  }
  return null
}

function languageOfSystem(environment: NodeJS.ProcessEnv): Language | null {
  const named = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find(
    (value) => value !== undefined && value !== '',
  )
  const locale = named ?? Intl.DateTimeFormat().resolvedOptions().locale
  return parseLanguage(locale.slice(0, 2))
}
