import type { Language } from '../../shared/kernel/record.ts'
import type { Translate } from '../../shared/locales/i18n.ts'

/** The command line was called in a way that it does not understand; the message is already in the language. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

/** What every command is given beside its own arguments. */
export type Call = {
  readonly language: Language
  readonly t: Translate
  /** Print results as JSON. */
  readonly json: boolean
  /** As given with `--workspace`; null: not given. */
  readonly workspace: string | null
  /** Name or e-mail of the person who works, as given with `--as`; null: not given. */
  readonly as: string | null
  readonly clock: () => Date
  readonly environment: NodeJS.ProcessEnv
  /** Folder in which relative paths begin. */
  readonly folder: string
}
