import { foldText } from '../kernel/fold.ts'
import type { Language } from '../kernel/record.ts'
import { agreementWords } from './column-words/agreement-words.ts'
import { cohortWords } from './column-words/cohort-words.ts'
import {
  type FieldWords,
  groupWords,
  joiningWords,
  languageWords,
  phrasesOf,
  skippedWords,
  termWords,
} from './column-words/field-words.ts'
import { partnerWords } from './column-words/partner-words.ts'
import { programmeWords } from './column-words/programme-words.ts'
import { groupOf, type TargetField, targetFieldSchema, type TargetGroup } from './target-fields.ts'

/** A field that a column's name may mean, with how much of the name it explains, 0 to 1. Null: not needed. */
export type TitleMatch = { field: TargetField | null; score: number }

type Phrase = readonly string[]
type Dictionary = { field: TargetField | null; phrases: Phrase[]; understood: readonly string[] }

/** The mark of a beginning that is a whole word. */
const wholeWord = '$'

const foldStem = (stem: string): string => `${foldText(stem)}${stem.endsWith(wholeWord) ? wholeWord : ''}`
const foldPhrases = (words: FieldWords): Phrase[] =>
  phrasesOf(words).map((phrase) => phrase.split(' ').flatMap((stem) => foldStem(stem).split(' ')))
const foldList = (words: FieldWords): string[] => phrasesOf(words).map(foldText)

const understood: Record<TargetGroup, string[]> = {
  partner: foldList(groupWords.partner),
  agreement: foldList(groupWords.agreement),
  programme: foldList(groupWords.programme),
  cohort: foldList(groupWords.cohort),
}
/** Fields of programmes and cohorts whose columns also speak of the partner. */
const aboutPartner: ReadonlySet<TargetField> = new Set([
  'programme.partnerTeachers',
  'programme.partnerSemesters',
  'programme.degree',
  'cohort.outgoing',
  'cohort.incoming',
  'cohort.atPartner',
  'cohort.returned',
])

/** Fields of agreements whose columns also speak of the term. */
const aboutTerm: ReadonlySet<TargetField> = new Set([
  'agreement.startsOn',
  'agreement.endsOn',
  'agreement.term',
  'agreement.noticeMonths',
])
const ofTerms = foldList(termWords)

const dictionary: Dictionary[] = [
  ...Object.entries({
    partner: partnerWords,
    agreement: agreementWords,
    programme: programmeWords,
    cohort: cohortWords,
  })
    .flatMap(([group, fields]) =>
      Object.entries(fields).map(([name, words]) => ({ name: `${group}.${name}`, words })),
    )
    .map(({ name, words }) => {
      const field = targetFieldSchema.parse(name)
      const others = aboutPartner.has(field) ? understood.partner : aboutTerm.has(field) ? ofTerms : []
      return { field, phrases: foldPhrases(words), understood: [...understood[groupOf(field)], ...others] }
    }),
  { field: null, phrases: foldPhrases(skippedWords), understood: [] },
]
const joining = new Set(foldList(joiningWords))
const languagesByWord = new Map<string, Language>(
  (['kk', 'ru', 'en'] as const).flatMap((language) =>
    languageWords[language].split(', ').map((word) => [foldText(word), language] as const),
  ),
)

/** So that «срок действия по» is the end of the term and not the term. */
const joiningWeight = 0.1

function beginsWith(word: string, stem: string): boolean {
  if (stem.endsWith(wholeWord)) return word === stem.slice(0, -1)
  return stem.length <= 2 ? word === stem : word.startsWith(stem)
}

/** The folded words of a column's name; the number sign is a word, years and dates are left out. */
export function titleWords(title: string): string[] {
  const spoken = title.replaceAll(/№|N°|#/g, ' номер ').replaceAll(/\d+/g, ' ')
  const folded = foldText(spoken)
  return folded === '' ? [] : folded.split(' ')
}

/** The language that a column's name speaks of, as in «Наименование (англ.)». */
export function titleLanguage(title: string): Language | null {
  for (const word of titleWords(title)) {
    for (const [stem, language] of languagesByWord) if (beginsWith(word, stem)) return language
  }
  return null
}

/** Whether a column's name says of whom it speaks: of the partner, the agreement, the programme or the learners. */
export function speaksOf(group: TargetGroup, title: string): boolean {
  return titleWords(title).some((word) => understood[group].some((stem) => beginsWith(word, stem)))
}

/** What a column's name may mean, best first. What stands in brackets explains the name and may be left out. */
export function matchTitle(title: string): TitleMatch[] {
  const language = titleLanguage(title)
  const whole = titleWords(title)
  const short = titleWords(title.replaceAll(/\([^)]*\)/g, ' '))
  const matches: TitleMatch[] = []
  for (const entry of dictionary) {
    const score = Math.max(bestScore(whole, entry), bestScore(short, entry) * 0.97)
    if (score === 0) continue
    matches.push({ field: entry.field === null ? null : inLanguage(entry.field, language), score })
  }
  return matches.toSorted((a, b) => b.score - a.score)
}

function bestScore(words: readonly string[], { phrases, understood }: Dictionary): number {
  if (words.length === 0) return 0
  return Math.max(0, ...phrases.map((phrase) => scorePhrase(words, phrase, understood)))
}

function inLanguage(field: TargetField, language: Language | null): TargetField {
  if (language === null || (field !== 'partner.name' && field !== 'programme.name')) return field
  return targetFieldSchema.parse(`${field}${language === 'kk' ? 'Kk' : language === 'ru' ? 'Ru' : 'En'}`)
}

/** 0 when a word of the phrase is missing; else grows with the share of the name that is understood. */
function scorePhrase(words: readonly string[], phrase: Phrase, own: readonly string[]): number {
  const rest = [...words]
  for (const stem of phrase) {
    const index = rest.findIndex((word) => beginsWith(word, stem))
    if (index === -1) return 0
    rest.splice(index, 1)
  }
  let explained = phrase.length
  let total = phrase.length
  for (const word of rest) {
    if (joining.has(word)) {
      total += joiningWeight
      continue
    }
    const isLanguage = [...languagesByWord.keys()].some((stem) => beginsWith(word, stem))
    const isOwn = own.some((stem) => beginsWith(word, stem))
    total += 1
    explained += isLanguage ? 0.95 : isOwn ? 0.9 : 0
  }
  return 0.4 + (0.6 * explained) / total + (phrase.length - 1) * 0.001
}
