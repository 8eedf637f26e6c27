import type { FilterRule } from './register-view.ts'

/** Facet → value → number of rows. */
export type Facets = Record<string, Record<string, number>>

/**
 * Gives each value of each facet a number of its own. A row keeps the numbers of its values, so that counting 10,000
 * rows adds up numbers instead of looking up texts.
 */
export class FacetValues<Summary, Filter> {
  readonly #rules: readonly FilterRule<Summary, Filter>[]
  readonly #numbers = new Map<string, number>()
  readonly #known: { readonly place: number; readonly value: string }[] = []

  constructor(rules: readonly FilterRule<Summary, Filter>[]) {
    this.#rules = rules
  }

  /** The numbers of the row's values, over all rules that have a facet. */
  numbersOf(row: Summary): number[] {
    return this.#rules.flatMap(({ values }, place) =>
      (values?.(row) ?? []).map((value) => this.#numberOf(place, value)),
    )
  }

  /** An empty count of every value that is known by now. */
  startCount(): FacetCount {
    return new FacetCount(
      this.#rules.flatMap(({ name, values }) => (values === undefined ? [] : [name])),
      this.#known.map(({ place, value }) => ({ place, value, name: this.#rules[place]?.name ?? '' })),
    )
  }

  #numberOf(place: number, value: string): number {
    const name = `${place} ${value}`
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    this.#numbers.set(name, this.#known.length)
    return this.#known.push({ place, value }) - 1
  }
}

type KnownValue = { readonly name: string; readonly place: number; readonly value: string }

/** How often each value occurs among the rows that were added. */
export class FacetCount {
  readonly #names: readonly string[]
  readonly #values: readonly KnownValue[]
  readonly #counts: Uint32Array
  readonly #places: Uint8Array

  constructor(names: readonly string[], values: readonly KnownValue[]) {
    this.#names = names
    this.#values = values
    this.#counts = new Uint32Array(values.length)
    this.#places = Uint8Array.from(values, ({ place }) => place)
  }

  /** Counts the row's values in every facet, or only in that of the rule at the place. */
  add(numbers: readonly number[], only: number | 'none'): void {
    for (const number of numbers) {
      if (only === 'none' || this.#places[number] === only)
        this.#counts[number] = (this.#counts[number] ?? 0) + 1
    }
  }

  /** Values that occur at least once. */
  get facets(): Facets {
    const facets: Facets = Object.fromEntries(this.#names.map((name) => [name, {}]))
    for (const [number, { name, value }] of this.#values.entries()) {
      const count = this.#counts[number] ?? 0
      const facet = facets[name]
      if (count > 0 && facet !== undefined) facet[value] = count
    }
    return facets
  }
}
