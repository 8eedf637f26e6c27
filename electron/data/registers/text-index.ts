import type { Entity } from '../../../shared/kernel/record.ts'
import type { RecordCache } from './record-cache.ts'

/** The folded texts of one kind of record. Folding costs more than reading, so each is made when first asked for. */
export class TextIndex {
  readonly #entity: Entity
  readonly #fold: (cache: RecordCache, id: string) => string
  readonly #texts = new Map<string, string>()

  constructor({ entity, text }: { entity: Entity; text: (cache: RecordCache, id: string) => string }) {
    this.#entity = entity
    this.#fold = text
  }

  textOf(cache: RecordCache, id: string): string {
    const known = this.#texts.get(id)
    if (known !== undefined) return known
    const text = this.#fold(cache, id)
    this.#texts.set(id, text)
    return text
  }

  /** The text of every live record. */
  all(cache: RecordCache): ReadonlyMap<string, string> {
    this.foldUntil(cache, Infinity)
    return this.#texts
  }

  /** Goes on making texts until the time (of `performance.now`); true: none is missing. */
  foldUntil(cache: RecordCache, time: number): boolean {
    if (this.#texts.size === cache[this.#entity].size) return true
    for (const id of cache[this.#entity].keys()) {
      if (performance.now() > time) return false
      this.textOf(cache, id)
    }
    return true
  }

  /** Drops the texts of records that changed or went. */
  forget(ids: Iterable<string>): void {
    for (const id of ids) this.#texts.delete(id)
  }
}
