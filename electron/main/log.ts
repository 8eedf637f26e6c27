import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const largestFile = 512 * 1024
const longestLine = 2000
const keptFiles = 3

export type Log = {
  readonly folder: string
  info(source: string, text: string): void
  error(source: string, text: string): void
}

/** One line of text without the person's home folder and without control characters. */
function oneLine(text: string): string {
  const home = homedir()
  const anonymous = home.length > 1 ? text.replaceAll(home, '~') : text
  return anonymous
    .trim()
    .replaceAll(/\s*\n\s*/g, ' | ')
    .replaceAll(/\p{Cc}/gu, ' ')
    .slice(0, longestLine)
}

function rotate(file: (number: number) => string): void {
  for (let number = keptFiles - 1; number >= 1; number--) {
    try {
      renameSync(file(number - 1), file(number))
    } catch {
      // There is no such file yet.
    }
  }
}

/**
 * A small rotating log for finding faults: times in UTC, what the program did, stacks of bugs. Contents of records never
 * go into it. A log that cannot be written is silent: it must not add a second fault to the first.
 */
export function createLog(folder: string, options: { echo: boolean }): Log {
  const file = (number: number): string =>
    join(folder, number === 0 ? 'qosdiplom.log' : `qosdiplom.${number}.log`)
  let size = 0
  try {
    mkdirSync(folder, { recursive: true })
    size = statSync(file(0), { throwIfNoEntry: false })?.size ?? 0
  } catch {
    // Reported by nobody: see above.
  }
  const write = (level: string, source: string, text: string): void => {
    const line = `${new Date().toISOString()} ${level} ${source}: ${oneLine(text)}\n`
    if (options.echo) process.stdout.write(line)
    try {
      if (size + line.length > largestFile) {
        rotate(file)
        size = 0
      }
      appendFileSync(file(0), line, { mode: 0o600 })
      size += Buffer.byteLength(line)
    } catch {
      // See above.
    }
  }
  return {
    folder,
    info: (source, text) => write('info', source, text),
    error: (source, text) => write('error', source, text),
  }
}
