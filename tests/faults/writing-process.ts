import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('writer.ts', import.meta.url))

export type Acknowledged = { readonly sequence: number; readonly city: string }

type WritingOptions = {
  readonly mode?: 'plain' | 'backup'
  /** Letters of the note of each record. */
  readonly noteLength?: number
  /** A command that the process runs under, such as `strace`. */
  readonly under?: readonly string[]
}

/** A process that writes to the workspace and reports what was acknowledged. */
export class WritingProcess {
  readonly acknowledged: Acknowledged[] = []
  readonly refused: { readonly code: string; readonly city: string }[] = []
  /** File names of the backups that it reported. */
  readonly backups: string[] = []
  readonly ended: Promise<number | null>
  /** It has reported something of the awaited kind. */
  readonly reported: Promise<void>
  readonly #process: ChildProcess
  #rest = ''
  #errors = ''

  constructor(path: string, actor: string, count: number, options: WritingOptions = {}) {
    const { mode = 'plain', noteLength = 0, under = [] } = options
    const command = [...under, process.execPath, script, path, actor, String(count), mode, String(noteLength)]
    this.#process = spawn(command[0] ?? '', command.slice(1), { stdio: ['ignore', 'pipe', 'pipe'] })
    this.#process.stderr?.on('data', (chunk: Buffer) => {
      this.#errors += chunk.toString()
    })
    const awaited = mode === 'backup' ? 'backup' : 'ack'
    this.reported = new Promise((resolve) => {
      this.#process.stdout?.on('data', (chunk: Buffer) =>
        this.#read(chunk.toString(), (word) => word === awaited && resolve()),
      )
    })
    this.ended = new Promise((resolve) => {
      // `close` comes after everything that the process has written was read.
      this.#process.on('close', (code) => resolve(code))
    })
  }

  /** What the process wrote on standard error. */
  get errors(): string {
    return this.#errors
  }

  /** Ends it at once, as a power button does: no handler runs. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL')
    await this.ended
  }

  #read(text: string, onReport: (word: string) => void): void {
    const lines = `${this.#rest}${text}`.split('\n')
    this.#rest = lines.pop() ?? ''
    for (const line of lines) {
      const [word = '', first = '', city = ''] = line.split(' ')
      if (word === 'ack') this.acknowledged.push({ sequence: Number(first), city })
      if (word === 'refused') this.refused.push({ code: first, city })
      if (word === 'backup') this.backups.push(first)
      onReport(word)
    }
  }
}
