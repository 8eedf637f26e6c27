import type { Change } from '../../../shared/workspace/workspace.contract.ts'

type Topic = Change['topics'][number]

type Subscriber = { readonly topics: Set<Topic>; wake: () => void }

/** Tells every page what may have changed. A slow page gets its topics together, so nothing piles up for it. */
export class ChangeHub {
  readonly #subscribers = new Set<Subscriber>()

  /** How many listen now. */
  get size(): number {
    return this.#subscribers.size
  }

  publish({ topics }: Change): void {
    for (const subscriber of this.#subscribers) {
      for (const topic of topics) subscriber.topics.add(topic)
      subscriber.wake()
    }
  }

  /** Changes from now on, until the listener leaves or the signal aborts. */
  subscribe(signal?: AbortSignal): AsyncGenerator<Change, void, void> {
    const subscriber: Subscriber = { topics: new Set(), wake: () => undefined }
    // From this moment, not from the first time that somebody asks for the next change.
    this.#subscribers.add(subscriber)
    // Also for a listener that leaves before it has asked for anything.
    signal?.addEventListener('abort', () => this.#subscribers.delete(subscriber), { once: true })
    return this.#read(subscriber, signal)
  }

  async *#read(subscriber: Subscriber, signal?: AbortSignal): AsyncGenerator<Change, void, void> {
    const onAbort = () => subscriber.wake()
    signal?.addEventListener('abort', onAbort)
    try {
      while (!isAborted(signal)) {
        if (subscriber.topics.size === 0) {
          await new Promise<void>((resolve) => {
            subscriber.wake = resolve
          })
          continue
        }
        const topics = [...subscriber.topics]
        subscriber.topics.clear()
        yield { topics }
      }
    } finally {
      this.#subscribers.delete(subscriber)
      signal?.removeEventListener('abort', onAbort)
    }
  }
}

const isAborted = (signal: AbortSignal | undefined): boolean => signal?.aborted === true
