import type { Level } from './programme.ts'

/** Letters that stand in codes typed on a Cyrillic keyboard for the Latin ones of the classifier. */
const latinLetters: Readonly<Record<string, string>> = { А: 'A', В: 'B', М: 'M', Д: 'D', К: 'K', С: 'C' }

/** A programme code in the classifier's own letters: spaces out, capitals, Cyrillic look-alikes as Latin. */
export function normaliseProgrammeCode(text: string): string {
  return text
    .replaceAll(/[\s\u00AD-]+/gu, '')
    .toUpperCase()
    .replaceAll(/[АВМДКС]/gu, (letter) => latinLetters[letter] ?? letter)
}

/** What a programme code says about the programme. */
export type ProgrammeCode = {
  /**
   * `programme`: three-digit direction and two-digit number, 6B04101; `interdisciplinary`: two-digit area, 088 and
   * number, 6B0408801; `classifier_2009`: the specialities taught before 2019, 5B050600.
   */
  kind: 'programme' | 'interdisciplinary' | 'classifier_2009'
  level: Level
  /** Two-digit area of education; of the old classifier, the first two digits after the level. */
  area: string
}

const levelOfPrefix: Readonly<Record<string, Level>> = {
  '6B': 'bachelor',
  '7M': 'master',
  '8D': 'doctoral',
  '5B': 'bachelor',
  '6M': 'master',
  '6D': 'doctoral',
}

/** Forms of codes of the register of programmes (EPVO instruction of 01.10.2025) and of the 2009 classifier of specialities. */
const forms: readonly { kind: ProgrammeCode['kind']; form: RegExp }[] = [
  { kind: 'interdisciplinary', form: /^(6B|7M|8D)(\d{2})088\d{2}$/u },
  { kind: 'programme', form: /^(6B|7M|8D)(\d{2})[1-9]\d{2}$/u },
  { kind: 'classifier_2009', form: /^(5B|6M|6D)(\d{2})\d{4}$/u },
]

/** Reads a programme code, however it was typed; null when it has none of the known forms. */
export function parseProgrammeCode(text: string): ProgrammeCode | null {
  const code = normaliseProgrammeCode(text)
  for (const { kind, form } of forms) {
    const match = form.exec(code)
    const level = levelOfPrefix[match?.[1] ?? '']
    if (match !== null && level !== undefined) return { kind, level, area: match[2] ?? '' }
  }
  return null
}

/**
 * ISCED-F 2013 broad fields that an area of the classifier of training directions belongs to. The first eight areas
 * have the number of their field; veterinary science, health, services and national security are numbered apart.
 */
const fieldsOfArea: Readonly<Record<string, readonly string[]>> = {
  '09': ['08'],
  '10': ['09'],
  '11': ['10'],
  '12': ['10'],
}

/** The ISCED-F broad fields (two digits) that fit an area of the programme code. */
export function broadFieldsOfArea(area: string): readonly string[] {
  return fieldsOfArea[area] ?? [area]
}
