/** Events for one listener: kept until it takes them, delivered in order. */
export class EventQueue<T> {
  #kept: T[] = []
  #wake: () => void = () => undefined

  push(event: T): void {
    this.#kept.push(event)
    this.#wake()
  }

  /** Yields every event from the oldest one not yet taken, until the signal aborts. */
  async *take(signal: AbortSignal | undefined): AsyncGenerator<T, void> {
    signal?.addEventListener('abort', () => this.#wake())
    for (;;) {
      if (signal?.aborted === true) return
      const event = this.#kept.shift()
      if (event !== undefined) yield event
      else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve
        })
      }
    }
  }
}
