/** Where the command line writes: results on one stream, everything for people on the other. */
export type Terminal = {
  /** The result; nothing else goes to standard output. */
  result(text: string): void
  /** A line for people, on standard error. */
  message(text: string): void
  /** Shows a passing state in place; on anything but a terminal it says nothing. */
  progress(text: string): void
}

/** The streams of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process
  let shownWidth = 0
  const clear = (): void => {
    if (shownWidth === 0) return
    stderr.write(`\r${' '.repeat(shownWidth)}\r`)
    shownWidth = 0
  }
  return {
    result(text) {
      clear()
      stdout.write(text.endsWith('\n') ? text : `${text}\n`)
    },
    message(text) {
      clear()
      stderr.write(`${text}\n`)
    },
    progress(text) {
      if (!stderr.isTTY) return
      clear()
      const line = text.slice(0, Math.max(20, (stderr.columns ?? 80) - 1))
      stderr.write(line)
      shownWidth = line.length
    },
  }
}
