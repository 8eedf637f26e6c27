import type { TargetGroup } from '../target-fields.ts'

/**
 * Words by which registers name a column, listed by language for the reader; a column may mix languages. Each phrase
 * is a set of word beginnings: a column matches when every one begins a word of its name, in any order. Beginnings of
 * one or two letters, and those marked with $, match whole words only. Phrases are folded before use: case and
 * look-alike letters do not matter.
 */
export type FieldWords = { kk: string; ru: string; en: string }

/** The phrases of all languages, unfolded. */
export function phrasesOf(words: FieldWords): string[] {
  return [words.kk, words.ru, words.en].flatMap((list) => list.split(', ')).filter((phrase) => phrase !== '')
}

/** Columns that registers have and the program does not need; told apart so that nothing else claims them. */
export const skippedWords: FieldWords = {
  kk: 'р с, р н, рет, рет саны, қатар, оқу мерзім, оқу ұзақ, барлығы, жиыны, себеб, қабылданбау себеб, құны, бұйрық, жол',
  ru: 'номер, номер п п, п п, номер строк, срок обучен, итог, всего, причин, причин отказ, стоимост, факультет, кафедр, приказ, кредит, строк',
  en: 'row, no, duration study, study duration, total, reason, reason refusal, cost, faculty, department, order, credits, ects',
}

/** Words that only say what kind of record a column is about: in a name that has them they count as understood. */
export const groupWords: Record<TargetGroup, FieldWords> = {
  partner: {
    kk: 'жоо, жжокбұ, жоғары, оқу, орны, орын, серіктес, әріптес, шетел, толық, ресми',
    ru: 'вуз, университет, партн, зарубежн, иностранн, организац, учрежден, полн, официальн',
    en: 'university, partner, institution, foreign, host, hei, higher, education, full',
  },
  agreement: {
    kk: 'шарт, келісім, құжат',
    ru: 'договор, соглашен, меморандум, контракт, документ',
    en: 'agreement, contract, memorandum, mou, document',
  },
  programme: {
    kk: 'бағдарлама, білім, беру, ббб, бб, қдб, қос, дипломды, екі, оқыту, саны, адам',
    ru: 'программ, образовательн, оп, двудиплом, двухдиплом, ддп, совместн, обучен, подготовк, количеств, число, чел',
    en: 'programme, program, double, dual, joint, degree, study, number',
  },
  cohort: {
    kk: 'білім, алушы, саны, студент, адам, оқу, жыл, қдб, барлығы',
    ru: 'контингент, обучающ, студент, количеств, числ, чел, учебн, уч, год, ддп, факт, всего',
    en: 'contingent, students, learners, number, academic, year, total',
  },
}

/** Words of terms, understood in the names of columns with their beginning, end and length. */
export const termWords: FieldWords = {
  kk: 'мерзім, қолданыл',
  ru: 'срок, действ, период',
  en: 'validity, term, period',
}

/** Words that join others and say nothing themselves, and the letters of a date's pattern. */
export const joiningWords: FieldWords = {
  kk: 'мен, және, пен, бен, үшін, туралы, бойынша, ж, жж, кк, аа, жжжж',
  ru: 'и, в, на, по, с, со, о, об, для, от, до, из, к, у, г, гг, дд, мм, гггг',
  en: 'of, the, and, for, in, on, at, by, with, to, a, an, dd, mm, yyyy',
}

/** Names of languages inside the name of a column: «Наименование (каз.)», "Name in English". */
export const languageWords = {
  kk: 'каз, казахск, қаз, қазақ, қазақша, kazakh, kaz, kk, kz, мемлекеттік, государственн',
  ru: 'рус, русск, орыс, орысша, russian, rus, ru',
  en: 'англ, английск, ағылшын, english, eng, en, оригинал, original, түпнұсқа',
} as const
