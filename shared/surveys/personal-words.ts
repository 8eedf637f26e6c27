/** What in a text may tell who a person is. */
export type PersonalTrace = 'email' | 'phone' | 'number' | 'account' | 'name'

const traces: readonly (readonly [PersonalTrace, RegExp])[] = [
  ['email', /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/u],
  // A number of Kazakhstan or of elsewhere: +7 701 123 45 67, 8 (701) 123-45-67.
  ['phone', /(?<!\d)(?:\+\d{1,3}|8)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?!\d)/u],
  // Individual identification number: twelve digits, the first six a date of birth.
  ['number', /(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[0-6]\d{5}(?!\d)/u],
  ['account', /(?<![\p{L}\d.])@[\p{L}\d_]{4,}|(?:instagram|t\.me|vk)[./][\p{L}\d_.]+/iu],
  // Surname with initials: Ахметов А. Б., А.Б. Ахметов.
  ['name', /\p{Lu}\p{Ll}{2,}\s+\p{Lu}\.\s?(?:\p{Lu}\.)?|\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}{2,}/u],
  // Patronymics of both languages.
  ['name', /\p{Lu}\p{Ll}+(?:ович|евич|овн|евн|ұлы|улы|қызы|кызы)(?:а|у|ом|е|ы|ой|ем)?(?!\p{L})/u],
  // Kazakh and Russian ways of addressing somebody by name.
  ['name', /\p{Lu}\p{Ll}{2,}\s+(?:апай|ағай|мырза|ханым)(?!\p{L})/u],
  [
    'name',
    /(?:преподавател|учител|доцент|профессор|декан|куратор|методист|мұғалім|оқытушы|эдвайзер|тьютор|teacher|professor|lecturer|dean|tutor|mr\.?|mrs\.?|ms\.?|dr\.?)\p{Ll}*\.?\s+\p{Lu}\p{Ll}{2,}/u,
  ],
  // Two names in a row that are no beginning of a sentence.
  ['name', /(?<=[\p{Ll}\d,;:]\s)\p{Lu}\p{Ll}{2,}\s+\p{Lu}\p{Ll}{2,}/u],
]

/**
 * What in a text may tell who a person is, each kind once: e-mail, phone, identification number, account, name. It finds
 * more than there is rather than less; a person decides.
 */
export function findPersonalTraces(text: string): PersonalTrace[] {
  return [...new Set(traces.flatMap(([trace, pattern]) => (pattern.test(text) ? [trace] : [])))]
}
