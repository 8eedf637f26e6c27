import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { delimiterSchema, encodingSchema } from '../../../shared/imports/sheet.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { ReaderMessage } from './reader-messages.ts'
import { readWorkbook } from './read-workbook.ts'

const rowsPerMessage = 2_000
const job = z
  .object({ path: z.string(), encoding: encodingSchema.nullable(), delimiter: delimiterSchema.nullable() })
  .parse(workerData)

function post(message: ReaderMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of a thread has no origin
  parentPort?.postMessage(message)
}

try {
  const { sheets, ...file } = await readWorkbook(job.path, job.encoding, job.delimiter)
  for (const { rows, ...sheet } of sheets) {
    post({ kind: 'sheet', sheet })
    for (let start = 0; start < rows.length; start += rowsPerMessage) {
      post({ kind: 'rows', rows: rows.slice(start, start + rowsPerMessage) })
    }
  }
  post({ kind: 'done', file })
} catch (error) {
  if (!(error instanceof AppError)) throw error
  post({ kind: 'refused', refusal: error.refusal })
}
