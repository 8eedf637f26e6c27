/** Times of one measured action, milliseconds. */
export type Times = {
  readonly median: number
  readonly p95: number
  readonly runs: number
  /** Mean time of the processor, all threads; hardly moved by other work on the computer. Not taken in comparisons. */
  readonly cpu?: number
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

export function summarise(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b)
  return { median: at(sorted, 0.5), p95: at(sorted, 0.95), runs: sorted.length }
}

/** Runs the action so many times and keeps every time. Whatever `prepare` does is not counted. */
export async function measure(
  runs: number,
  action: (run: number) => unknown,
  prepare: (run: number) => unknown = () => undefined,
): Promise<Times> {
  const times: number[] = []
  let cpu = 0
  for (let run = 0; run < runs; run += 1) {
    await prepare(run)
    const processor = process.cpuUsage()
    const start = performance.now()
    await action(run)
    times.push(performance.now() - start)
    const { user, system } = process.cpuUsage(processor)
    cpu += (user + system) / 1000
  }
  return { ...summarise(times), cpu: cpu / runs }
}

/**
 * Runs two actions in turn, so that other work on the computer hits both alike, and gives the median of the pairwise
 * ratios (ours to the floor) beside their times. The first pairs warm up and are dropped.
 */
export async function compare(
  pairs: number,
  ours: () => unknown,
  floor: () => unknown,
): Promise<{ ours: Times; floor: Times; ratio: number }> {
  const times: { ours: number; floor: number }[] = []
  for (let pair = -3; pair < pairs; pair += 1) {
    const first = performance.now()
    await ours()
    const second = performance.now()
    await floor()
    if (pair >= 0) times.push({ ours: second - first, floor: performance.now() - second })
  }
  return {
    ours: summarise(times.map((pair) => pair.ours)),
    floor: summarise(times.map((pair) => pair.floor)),
    ratio: summarise(times.map((pair) => pair.ours / pair.floor)).median,
  }
}
