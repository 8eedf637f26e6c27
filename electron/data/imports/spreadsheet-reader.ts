import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { importLimits } from '../../../shared/imports/limits.ts'
import type { Delimiter, Encoding, Sheet, Workbook } from '../../../shared/imports/sheet.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { readerMessageSchema } from './reader-messages.ts'

/** Beside this module in the sources; beside the bundle, or one folder above a shared chunk, in the build. */
const workerFiles = ['./spreadsheet.worker.ts', './spreadsheet.worker.js', '../spreadsheet.worker.js']

function workerUrl(): URL {
  for (const file of workerFiles) {
    const url = new URL(file, import.meta.url)
    if (existsSync(fileURLToPath(url))) return url
  }
  throw new Error(`The reading thread is not beside ${import.meta.url}`)
}

/**
 * Reads a register file in its own thread, with a heap of its own and a time limit, so that a hostile file can
 * stop neither the service nor the window. Aborting kills the thread.
 */
export function readSpreadsheet(options: {
  path: string
  encoding: Encoding | null
  delimiter?: Delimiter | null
  signal?: AbortSignal | undefined
}): Promise<Workbook> {
  const { path, encoding, delimiter = null, signal } = options
  signal?.throwIfAborted()
  const worker = new Worker(workerUrl(), {
    workerData: { path, encoding, delimiter },
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: importLimits.heapMegabytes, maxYoungGenerationSizeMb: 32 },
  })
  return new Promise<Workbook>((resolve, reject) => {
    const sheets: Sheet[] = []
    const timer = setTimeout(() => {
      finish(() => reject(new AppError('import-timeout', { seconds: importLimits.milliseconds / 1000 })))
    }, importLimits.milliseconds)
    const abort = (): void => finish(() => reject(signal?.reason))
    signal?.addEventListener('abort', abort, { once: true })

    function finish(settle: () => void): void {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      worker.removeAllListeners('exit')
      void worker.terminate()
      settle()
    }

    worker.on('message', (data: unknown) => {
      const { data: message, error } = readerMessageSchema.safeParse(data)
      if (error !== undefined) {
        finish(() => reject(error))
        return
      }
      if (message.kind === 'sheet') sheets.push({ ...message.sheet, rows: [] })
      else if (message.kind === 'rows') sheets.at(-1)?.rows.push(...message.rows)
      else if (message.kind === 'done') finish(() => resolve({ ...message.file, sheets }))
      else finish(() => reject(new AppError(message.refusal.code, message.refusal.params)))
    })
    worker.on('error', (error: Error & { code?: string }) => {
      finish(() =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new AppError('import-out-of-memory') : error),
      )
    })
    worker.on('exit', () => finish(() => reject(new AppError('import-damaged'))))
  })
}
