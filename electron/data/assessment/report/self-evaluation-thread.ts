import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { SelfEvaluationReport } from '../../../../shared/assessment/report/report.ts'
import type { ReportForm, SelfEvaluationFormat } from './make-self-evaluation.ts'

/** What a report is made of. */
export type ReportJob = {
  readonly report: SelfEvaluationReport
  readonly format: SelfEvaluationFormat
  readonly form: ReportForm
}

/** Beside this module in the sources; beside the bundle, or one folder above a shared chunk, in the build. */
const workerFiles = [
  './self-evaluation.worker.ts',
  './self-evaluation.worker.js',
  '../self-evaluation.worker.js',
]

function workerUrl(): URL {
  for (const file of workerFiles) {
    const url = new URL(file, import.meta.url)
    if (existsSync(fileURLToPath(url))) return url
  }
  throw new Error(`The thread for reports is not beside ${import.meta.url}`)
}

/**
 * Makes the report in a thread of its own: laying out a hundred pages takes seconds, in which the service goes on
 * answering. Aborting ends the thread.
 */
export function makeSelfEvaluationApart(job: ReportJob, signal?: AbortSignal): Promise<Uint8Array> {
  signal?.throwIfAborted()
  const worker = new Worker(workerUrl(), { workerData: job, env: {}, execArgv: [] })
  return new Promise<Uint8Array>((resolve, reject) => {
    const abort = (): void => finish(() => reject(signal?.reason))
    signal?.addEventListener('abort', abort, { once: true })

    function finish(settle: () => void): void {
      signal?.removeEventListener('abort', abort)
      worker.removeAllListeners('exit')
      void worker.terminate()
      settle()
    }

    worker.on('message', (bytes: Uint8Array) => finish(() => resolve(bytes)))
    worker.on('error', (error) => finish(() => reject(error)))
    worker.on('exit', (code) => finish(() => reject(new Error(`the thread for reports ended with ${code}`))))
  })
}
