/** A clock that stands still until a test moves it. */
export type Clock = {
  readonly now: () => Date
  forward(milliseconds: number): void
  set(instant: string): void
}

export function createClock(instant = '2026-11-22T09:00:00.000Z'): Clock {
  let time = Date.parse(instant)
  return {
    now: () => new Date(time),
    forward(milliseconds) {
      time += milliseconds
    },
    set(next) {
      time = Date.parse(next)
    },
  }
}
