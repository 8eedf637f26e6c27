import { foldText, foldWords } from './fold.ts'

/**
 * Terms of the field that mean the same in search. Each group is written as stems, so that «келісімшарттар» and
 * «шарттың» meet; the first stem stands for the group. The Kazakh variants are those that the sources mix.
 */
const groups: readonly (readonly string[])[] = [
  ['шарт', 'келісімшарт', 'келісім'],
  ['договор', 'соглашен', 'контракт'],
  ['серіктес', 'әріптес'],
  ['ұтқырлық', 'мобильділік'],
  ['двудиплом', 'двухдиплом'],
  ['микробіліктілік', 'микроквалификация'],
].map((stems) => stems.map(foldText))

/** Stem → the stem of its group, longest stems first: «келісімшарт» before «келісім». */
const leadingStems: readonly (readonly [stem: string, leading: string])[] = groups
  .flatMap((stems) => stems.map((stem) => [stem, stems[0] ?? stem] as const))
  .toSorted(([a], [b]) => b.length - a.length)

function leadingStem(word: string): string | null {
  return leadingStems.find(([stem]) => word.startsWith(stem))?.[1] ?? null
}

/**
 * Text for a search index: the folded text, followed by the leading stem of every synonym in it. Search it with the
 * words of `foldQuery`.
 */
export function foldForSearch(text: string): string {
  const folded = foldText(text)
  const stems = new Set(folded.split(' ').map(leadingStem))
  stems.delete(null)
  return [folded, ...stems].join(' ')
}

/** The folded words of a query; a word of a synonym group is replaced by the group's leading stem. Unfinished words stay. */
export function foldQuery(text: string): string[] {
  return foldWords(text).map((word) => leadingStem(word) ?? word)
}
