import { compareText } from '../../../shared/kernel/collate.ts'
import { foldText, matchesAllWords } from '../../../shared/kernel/fold.ts'
import type { Entity, Language } from '../../../shared/kernel/record.ts'
import { foldQuery } from '../../../shared/kernel/synonyms.ts'
import type { SearchHit } from '../../../shared/search/search.contract.ts'
import { titleOf } from '../registers/record-texts.ts'

/** One register as the search sees it. */
export type SearchedRegister = {
  readonly entity: Entity
  /** Folded text by record id. */
  readonly texts: ReadonlyMap<string, string>
  describe(id: string): { title: string; subtitle: string }
}

export type SearchQuestion = { text: string; limit: number; language: Language }

type Match = {
  readonly register: SearchedRegister
  readonly place: number
  readonly id: string
  readonly rank: number
}

/** At most so many matches of the best rank are put into alphabetical order; more of them nobody reads. */
const sortedMatches = 2000

/**
 * Records whose folded text has every word of the query. Best first: the title begins with the query, every word
 * begins a word of the title, every word is in the title, the rest; then by kind and alphabet.
 */
export function findRecords(
  registers: readonly SearchedRegister[],
  { text, limit, language }: SearchQuestion,
): { hits: SearchHit[]; total: number } {
  const words = foldQuery(text)
  if (words.length === 0) return { hits: [], total: 0 }
  const query = foldText(text)
  const matches: Match[] = []
  for (const [place, register] of registers.entries()) {
    for (const [id, recordText] of register.texts) {
      if (matchesAllWords(recordText, words))
        matches.push({ register, place, id, rank: rankOf(recordText, query, words) })
    }
  }
  const best = matches
    .toSorted((a, b) => a.rank - b.rank || a.place - b.place)
    .slice(0, Math.max(limit, sortedMatches))
  const compare = compareText(language)
  const hits = best
    .map((match) => ({ ...match, ...match.register.describe(match.id) }))
    .toSorted((a, b) => a.rank - b.rank || a.place - b.place || compare(a.title, b.title))
    .slice(0, limit)
    .map(({ register: { entity }, id, title, subtitle }) => ({ record: { entity, id }, title, subtitle }))
  return { hits, total: matches.length }
}

function rankOf(text: string, query: string, words: readonly string[]): number {
  const title = titleOf(text)
  if (title.startsWith(query)) return 0
  if (words.every((word) => title.startsWith(word) || title.includes(` ${word}`))) return 1
  return words.every((word) => title.includes(word)) ? 2 : 3
}
