import type { Language, LocalizedText } from '../kernel/record.ts'

/**
 * Languages of instruction by ISO 639-1 code, the usual ones of Kazakhstan's universities and their partners.
 * The first three are the working languages; the rest follow by code.
 */
const names: Readonly<Record<string, LocalizedText>> = {
  kk: { kk: 'қазақ тілі', ru: 'казахский', en: 'Kazakh' },
  ru: { kk: 'орыс тілі', ru: 'русский', en: 'Russian' },
  en: { kk: 'ағылшын тілі', ru: 'английский', en: 'English' },
  ar: { kk: 'араб тілі', ru: 'арабский', en: 'Arabic' },
  az: { kk: 'әзірбайжан тілі', ru: 'азербайджанский', en: 'Azerbaijani' },
  be: { kk: 'беларусь тілі', ru: 'белорусский', en: 'Belarusian' },
  bg: { kk: 'болгар тілі', ru: 'болгарский', en: 'Bulgarian' },
  cs: { kk: 'чех тілі', ru: 'чешский', en: 'Czech' },
  da: { kk: 'дат тілі', ru: 'датский', en: 'Danish' },
  de: { kk: 'неміс тілі', ru: 'немецкий', en: 'German' },
  el: { kk: 'грек тілі', ru: 'греческий', en: 'Greek' },
  es: { kk: 'испан тілі', ru: 'испанский', en: 'Spanish' },
  et: { kk: 'эстон тілі', ru: 'эстонский', en: 'Estonian' },
  fa: { kk: 'парсы тілі', ru: 'персидский', en: 'Persian' },
  fi: { kk: 'фин тілі', ru: 'финский', en: 'Finnish' },
  fr: { kk: 'француз тілі', ru: 'французский', en: 'French' },
  he: { kk: 'иврит тілі', ru: 'иврит', en: 'Hebrew' },
  hi: { kk: 'хинди тілі', ru: 'хинди', en: 'Hindi' },
  hr: { kk: 'хорват тілі', ru: 'хорватский', en: 'Croatian' },
  hu: { kk: 'венгр тілі', ru: 'венгерский', en: 'Hungarian' },
  hy: { kk: 'армян тілі', ru: 'армянский', en: 'Armenian' },
  id: { kk: 'индонезия тілі', ru: 'индонезийский', en: 'Indonesian' },
  it: { kk: 'итальян тілі', ru: 'итальянский', en: 'Italian' },
  ja: { kk: 'жапон тілі', ru: 'японский', en: 'Japanese' },
  ka: { kk: 'грузин тілі', ru: 'грузинский', en: 'Georgian' },
  ko: { kk: 'корей тілі', ru: 'корейский', en: 'Korean' },
  ky: { kk: 'қырғыз тілі', ru: 'кыргызский', en: 'Kyrgyz' },
  lt: { kk: 'литва тілі', ru: 'литовский', en: 'Lithuanian' },
  lv: { kk: 'латыш тілі', ru: 'латышский', en: 'Latvian' },
  mn: { kk: 'моңғол тілі', ru: 'монгольский', en: 'Mongolian' },
  ms: { kk: 'малай тілі', ru: 'малайский', en: 'Malay' },
  nl: { kk: 'нидерланд тілі', ru: 'нидерландский', en: 'Dutch' },
  no: { kk: 'норвег тілі', ru: 'норвежский', en: 'Norwegian' },
  pl: { kk: 'поляк тілі', ru: 'польский', en: 'Polish' },
  pt: { kk: 'португал тілі', ru: 'португальский', en: 'Portuguese' },
  ro: { kk: 'румын тілі', ru: 'румынский', en: 'Romanian' },
  sk: { kk: 'словак тілі', ru: 'словацкий', en: 'Slovak' },
  sl: { kk: 'словен тілі', ru: 'словенский', en: 'Slovenian' },
  sr: { kk: 'серб тілі', ru: 'сербский', en: 'Serbian' },
  sv: { kk: 'швед тілі', ru: 'шведский', en: 'Swedish' },
  tg: { kk: 'тәжік тілі', ru: 'таджикский', en: 'Tajik' },
  th: { kk: 'тай тілі', ru: 'тайский', en: 'Thai' },
  tk: { kk: 'түрікмен тілі', ru: 'туркменский', en: 'Turkmen' },
  tr: { kk: 'түрік тілі', ru: 'турецкий', en: 'Turkish' },
  tt: { kk: 'татар тілі', ru: 'татарский', en: 'Tatar' },
  uk: { kk: 'украин тілі', ru: 'украинский', en: 'Ukrainian' },
  uz: { kk: 'өзбек тілі', ru: 'узбекский', en: 'Uzbek' },
  vi: { kk: 'вьетнам тілі', ru: 'вьетнамский', en: 'Vietnamese' },
  zh: { kk: 'қытай тілі', ru: 'китайский', en: 'Chinese' },
}

/** Codes of the known languages of instruction, the three working languages first. */
export const languageCodes: readonly string[] = Object.keys(names)

/** The name of a language of instruction; an unknown code stands for itself. */
export function languageName(code: string, language: Language): string {
  return names[code]?.[language] ?? code
}
