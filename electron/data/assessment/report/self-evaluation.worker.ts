import { parentPort, workerData } from 'node:worker_threads'
import { makeSelfEvaluation } from './make-self-evaluation.ts'
import type { ReportJob } from './self-evaluation-thread.ts'

// Given by the thread that started this one, from data it has checked itself.
const job: ReportJob = workerData
const bytes = await makeSelfEvaluation(job.report, job.format, job.form)
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of a thread has no origin
parentPort?.postMessage(bytes)
