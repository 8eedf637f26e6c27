const none: ReadonlySet<string> = new Set()

/** Which records point at which, readable from both ends. */
export class Relation {
  readonly #targets = new Map<string, ReadonlySet<string>>()
  readonly #sources = new Map<string, Set<string>>()

  /** Replaces everything that the source points at. */
  set(source: string, targets: Iterable<string>): void {
    for (const target of this.targetsOf(source)) this.#sources.get(target)?.delete(source)
    const next = new Set(targets)
    if (next.size === 0) this.#targets.delete(source)
    else this.#targets.set(source, next)
    for (const target of next) {
      const sources = this.#sources.get(target)
      if (sources === undefined) this.#sources.set(target, new Set([source]))
      else sources.add(source)
    }
  }

  targetsOf(source: string): ReadonlySet<string> {
    return this.#targets.get(source) ?? none
  }

  sourcesOf(target: string): ReadonlySet<string> {
    return this.#sources.get(target) ?? none
  }
}
