import { useCallback, useEffect, useRef, useState } from 'react'
import type { Progress } from '../../shared/kernel/contract-base.ts'
import { isAborted } from './refusal.ts'

/** A streaming procedure of the contract: yields progress, returns the result. */
type LongProcedure<Input, Result> = (
  input: Input,
  options: { signal: AbortSignal },
) => Promise<AsyncIterator<Progress, Result>>

export type LongWork<Input, Result> = {
  readonly run: (input: Input) => Promise<Result | null>
  readonly cancel: () => void
  readonly isRunning: boolean
  readonly progress: Progress | null
  readonly result: Result | null
  /** What stopped the work; null after a cancellation. */
  readonly error: unknown
  readonly reset: () => void
}

type State<Result> = {
  readonly isRunning: boolean
  readonly progress: Progress | null
  readonly result: Result | null
  readonly error: unknown
}

const atRest = { isRunning: false, progress: null, result: null, error: null }

/**
 * Runs long work of the data service (import, export, report, check) with progress and cancel, for a `ProgressPanel`.
 * Work that is still running when the component goes away is stopped. `run` gives null when stopped or failed.
 */
export function useLongWork<Input, Result>(procedure: LongProcedure<Input, Result>): LongWork<Input, Result> {
  const [state, setState] = useState<State<Result>>(atRest)
  const running = useRef<AbortController | null>(null)
  const start = useRef(procedure)
  useEffect(() => {
    start.current = procedure
  })
  const cancel = useCallback(() => running.current?.abort(), [])
  useEffect(() => cancel, [cancel])
  const run = useCallback(async (input: Input): Promise<Result | null> => {
    running.current?.abort()
    const control = new AbortController()
    running.current = control
    setState({ ...atRest, isRunning: true })
    try {
      const steps = await start.current(input, { signal: control.signal })
      for (let step = await steps.next(); ; step = await steps.next()) {
        if (step.done === true) {
          setState({ ...atRest, result: step.value })
          return step.value
        }
        setState({ ...atRest, isRunning: true, progress: step.value })
      }
    } catch (error) {
      const isStopped = control.signal.aborted || isAborted(error)
      if (running.current === control) setState({ ...atRest, error: isStopped ? null : error })
      return null
    }
  }, [])
  const reset = useCallback(() => setState(atRest), [])
  return { ...state, run, cancel, reset }
}
