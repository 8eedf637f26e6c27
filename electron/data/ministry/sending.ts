import type { ConnectionFailure, GatewayAnswer } from '../../../shared/exchange/delivery.ts'
import { gatewayHealthSchema } from '../../../shared/exchange/gateway.contract.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Submission } from '../../../shared/ministry/ministry.ts'
import type { Reader } from '../workspace/database.ts'
import { getSubmission } from './submission.repository.ts'

const nothing = (): void => undefined

/** Tells those who wait for one submission that it has moved on. */
export class SubmissionChanges {
  readonly #listeners = new Map<string, Set<() => void>>()

  announce(submissionId: string): void {
    for (const listener of this.#listeners.get(submissionId) ?? []) listener()
  }

  /**
   * Yields the submission as it is, and after every change, until it is answered or needs a person, or until so many
   * attempts were made in vain. Leaving the loop early only ends the watching.
   */
  async *follow(db: () => Reader, id: string, attempts: number): AsyncGenerator<Submission, Submission> {
    let isStale = true
    let wake = nothing
    const listener = () => {
      isStale = true
      wake()
    }
    this.#add(id, listener)
    try {
      for (;;) {
        isStale = false
        const submission = await getSubmission(db(), id)
        if (isOver(submission, attempts)) return submission
        yield submission
        // A change that came while the answer was on its way is not waited for.
        if (!isStale) await new Promise<void>((resolve) => (wake = resolve))
      }
    } finally {
      this.#listeners.get(id)?.delete(listener)
    }
  }

  #add(id: string, listener: () => void): void {
    const listeners = this.#listeners.get(id) ?? new Set()
    listeners.add(listener)
    this.#listeners.set(id, listeners)
  }
}

function isOver({ state, attemptCount }: Submission, attempts: number): boolean {
  if (state === 'answered' || state === 'blocked' || state === 'stopped') return true
  return attemptCount >= attempts && state === 'waiting'
}

/** What a gateway says of itself; refuses with the reason when it cannot be reached or says something else. */
export function readHealth(answer: GatewayAnswer): { service: string; version: string } {
  if (answer.kind === 'failure') throw new AppError(refusalOf(answer.failure))
  const { status, text } = answer
  if (status >= 300 && status < 400) throw new AppError('gateway-redirect', { status })
  if (status >= 500) throw new AppError('gateway-server-error', { status })
  if (status !== 200) throw new AppError('gateway-refused-request', { status })
  try {
    const { service, version } = gatewayHealthSchema.parse(JSON.parse(text))
    return { service, version }
  } catch {
    throw new AppError('gateway-answer-unreadable')
  }
}

const refusalOf = (failure: ConnectionFailure): `gateway-${ConnectionFailure}` => `gateway-${failure}`
