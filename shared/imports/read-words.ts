import type { AgreementKind, AgreementStage } from '../agreements/agreement.ts'
import { foldText } from '../kernel/fold.ts'
import type {
  Award,
  Level,
  ProgrammeFields,
  ProgrammeFeature,
  RegisterStatus,
} from '../programmes/programme.ts'

/** Meanings in the order in which they are tried, each with the beginnings of words, folded, that express it. */
type Meanings<T> = readonly { meaning: T; words: readonly string[] }[]

function meanings<T>(entries: readonly (readonly [T, string])[]): Meanings<T> {
  return entries.map(([meaning, words]) => ({
    meaning,
    words: words.split(', ').map((word) => ` ${foldText(word)}`),
  }))
}

/** The first meaning one of whose word beginnings occurs in the text. */
function firstMeaning<T>(text: string, table: Meanings<T>): T | null {
  const folded = ` ${foldText(text)}`
  return table.find(({ words }) => words.some((word) => folded.includes(word)))?.meaning ?? null
}

const levelWords = meanings<Level>([
  ['bachelor', 'бакалавр, bachelor, undergraduate, bsc, 6b'],
  ['master', 'магистр, мастер, master, msc, mba, 7m'],
  ['doctoral', 'доктор, phd, doctor, аспирант, 8d'],
])
const trackWords = meanings<NonNullable<ProgrammeFields['masterTrack']>>([
  ['profile', 'профил, бейінд, profile, professional'],
  ['scientific_pedagogical', 'научн, ғылыми, scientific, research'],
])

/** Level of study from words of the three languages, or null. */
export const readLevel = (text: string): Level | null => firstMeaning(text, levelWords)

/** Track of a master programme when the level's words name it: «магистратура (профильная)». */
export const readTrack = (text: string): ProgrammeFields['masterTrack'] => firstMeaning(text, trackWords)

const kindWords = meanings<AgreementKind>([
  ['memorandum', 'меморандум, memorandum, mou, протокол о намерен'],
  ['annex', 'приложен, дополнительн, қосымша, annex, addendum, appendix'],
  ['network', 'сетев, желілік, network, консорциум, consortium'],
  ['contract', 'контракт, договор, келісімшарт, шарт, contract'],
  ['agreement', 'соглашен, келісім, agreement'],
])
/** Kind of agreement from words, or null. */
export const readAgreementKind = (text: string): AgreementKind | null => firstMeaning(text, kindWords)

const stageWords = meanings<AgreementStage>([
  ['terminated', 'расторг, прекращ, аннулир, бұзыл, тоқтатыл, күші жойыл, terminat, cancel'],
  ['legal_review', 'юридич, правов, заңгер, құқықтық, заңнама, legal'],
  [
    'negotiation',
    'переговор, согласован, на согласован, обсужд, келіссөз, келісілу, келісуде, талқылан, negotiat, discussion',
  ],
  ['draft', 'проект, чернов, подготов, жоба, дайындал, draft'],
  [
    'signed',
    'подпис, действ, заключ, активн, истек, истеч, заверш, оконч, қол қой, жасал, қолданыста, күшінде, әрекет, белсенді, аяқтал, мерзімі, signed, active, in force, valid, expired, lapsed, concluded',
  ],
])
/** How far an agreement has come, from words of its status; what only the calendar decides counts as signed. */
export const readStage = (text: string): AgreementStage | null => firstMeaning(text, stageWords)

const awardWords = meanings<Award>([
  ['main_and_additional', 'дополнит, қосымша, additional, supplement'],
  [
    'one_joint',
    'совместн, единый, один диплом, 1 диплом, бірлескен, ортақ, бір диплом, joint, one diploma, single',
  ],
  ['two_equal', 'два, двойн, двух, 2 диплом, равн, екі, қос, тең, two, double, dual, equal, 2 diploma, оба'],
])
/** What graduates receive, from words. */
export const readAward = (text: string): Award | null => firstMeaning(text, awardWords)

const featureWords = meanings<ProgrammeFeature>([
  ['double', 'двудиплом, двухдиплом, двойн, қос диплом, екі диплом, double, dual, қдб'],
  ['joint', 'совместн, бірлескен, joint'],
  ['global', 'глобал, жаһандық, global'],
  ['interdisciplinary', 'междисциплин, пәнаралық, interdisciplin'],
])
/** All features that the words name. */
export function readFeatures(text: string): ProgrammeFeature[] {
  const folded = ` ${foldText(text)}`
  return featureWords
    .filter(({ words }) => words.some((word) => folded.includes(word)))
    .map(({ meaning }) => meaning)
}

const deliveryWords = meanings<ProgrammeFields['delivery'] | 'unknown'>([
  ['unknown', 'заочн, сырттай, extramural'],
  ['blended', 'смешан, аралас, гибрид, комбинир, blended, hybrid, mixed'],
  ['online', 'онлайн, дистанц, қашықт, online, distance, remote'],
  ['on_campus', 'очн, офлайн, традиц, күндізг, дәстүрлі, on campus, offline, full time, face'],
])
/** How a programme is delivered, from words. */
export function readDelivery(text: string): ProgrammeFields['delivery'] | null {
  const found = firstMeaning(text, deliveryWords)
  return found === 'unknown' ? null : found
}

const registerWords = meanings<RegisterStatus>([
  [
    'not_in_register',
    'не включ, не в реестр, не состо, отсутств, нет, енгізілме, жоқ, тізілімде жоқ, not, no',
  ],
  ['excluded', 'исключ, шығарыл, алып таст, excluded, removed'],
  ['updated', 'обновл, жаңарт, жаңартыл, updated, renewed'],
  [
    'included',
    'включ, в реестр, состоит, да, енгізіл, бар, иә, тізілімде, included, yes, in register, registered',
  ],
])
/** State in the national register of programmes, from words or yes and no. */
export const readRegisterStatus = (text: string): RegisterStatus | null => firstMeaning(text, registerWords)

const languageWords = meanings<string>([
  ['kk', 'казах, каз, қаз, kazakh, kaz, kk, kz, мемлекеттік тіл, государственн'],
  ['ru', 'рус, орыс, russian, rus, ru'],
  ['en', 'англ, ағылшын, english, eng, en'],
  ['de', 'немец, неміс, german, de'],
  ['fr', 'франц, french, fr'],
  ['zh', 'кита, қытай, chinese, mandarin, zh'],
  ['tr', 'турец, түрік, turkish, tr'],
  ['ko', 'корей, кәріс, korean, ko'],
  ['ja', 'япон, жапон, japanese, ja'],
  ['es', 'испан, spanish, es'],
  ['it', 'итал, italian, it'],
  ['pl', 'польск, поляк, polish, pl'],
  ['cs', 'чешск, чех, czech, cs'],
  ['uz', 'узбек, өзбек, uzbek, uz'],
  ['ky', 'кыргыз, қырғыз, kyrgyz, ky'],
  ['ar', 'араб, arabic, ar'],
])
/** ISO 639-1 codes of the languages that the text lists; null when one of them is unknown. */
export function readLanguages(text: string): string[] | null {
  const codes: string[] = []
  for (const part of text.split(/[,;/+&\n]|\s(?:и|және|мен|and)\s/u)) {
    if (part.trim() === '') continue
    const code = firstMeaning(part, languageWords)
    if (code === null) return null
    if (!codes.includes(code)) codes.push(code)
  }
  return codes.length === 0 ? null : codes
}
