import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Progress } from '../../../shared/kernel/contract-base.ts'

/** Tells how far long work has come, and lets other work and a cancellation in. */
export type Report = (progress: Progress) => Promise<void>

/**
 * Runs long work that reports its progress, as a stream: the last report whenever the reader asks, and the result in
 * the end. The work stops with the signal, and when nobody reads on.
 */
export async function* streamProgress<Result>(
  signal: AbortSignal | undefined,
  work: (report: Report, signal: AbortSignal) => Promise<Result>,
): AsyncGenerator<Progress, Result> {
  const abandoned = new AbortController()
  const stop = signal === undefined ? abandoned.signal : AbortSignal.any([signal, abandoned.signal])
  const state: { latest: Progress | null; isDone: boolean; wake: () => void } = {
    latest: null,
    isDone: false,
    wake: rest,
  }
  const report: Report = async (progress) => {
    state.latest = progress
    state.wake()
    await nextTurn()
    stop.throwIfAborted()
  }
  const running = work(report, stop).finally(() => {
    state.isDone = true
    state.wake()
  })
  // The failure is met below, when the stream ends with it; until then nobody waits for it.
  running.catch(() => undefined)
  try {
    while (!state.isDone) {
      const { latest } = state
      state.latest = null
      if (latest !== null) yield latest
      else {
        await new Promise<void>((resolve) => {
          state.wake = resolve
        })
      }
    }
    return await running
  } finally {
    abandoned.abort()
  }
}

const rest = (): void => undefined
