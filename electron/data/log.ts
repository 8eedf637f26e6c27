/** Where the service writes what only its maintainers read. Entries hold no personal data and no record content. */
export type Log = {
  info(event: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void
  /** A bug: the reference is also shown to the person who met it. */
  bug(error: unknown, reference: string): void
}

/** Log lines as JSON on standard error, which the shell collects. */
export function createLog(write: (line: string) => void = (line) => process.stderr.write(`${line}\n`)): Log {
  const entry = (level: string, facts: object) => {
    write(JSON.stringify({ at: new Date().toISOString(), level, ...facts }))
  }
  return {
    info: (event, facts = {}) => entry('info', { event, ...facts }),
    bug: (error, reference) => {
      const { name, stack } = error instanceof Error ? error : new Error(typeof error)
      // The message may quote what a person typed; the stack without its first line does not.
      const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
      entry('bug', { reference, name, stack: frames.join('\n') })
    },
  }
}

/** Keeps nothing; for tests and the command line. */
export const silentLog: Log = { info: () => undefined, bug: () => undefined }
