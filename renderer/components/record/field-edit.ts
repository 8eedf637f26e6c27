import { academicYearLabel, parseAcademicYear } from '../../../shared/kernel/calendar.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import { formatDay, formatNumber } from '../../../shared/kernel/format.ts'
import type { Language, LocalizedText } from '../../../shared/kernel/record.ts'
import { readDayEntry } from '../day-entry.ts'
import type { CellControl } from '../table/cell-edit.ts'

/** One field of a record that can be edited in a cell of its list. */
export type FieldEdit<Fields> = {
  /** Where findings of the rules about it stand, such as `names.kk`. */
  readonly path: string
  readonly control: CellControl
  /** The field as it is typed. */
  readonly show: (fields: Fields) => string
  /** The fields with what was typed; null: it cannot be read. */
  readonly take: (fields: Fields, typed: string) => Fields | null
}

type KeysOf<Fields, Value> = {
  [Key in keyof Fields]: Fields[Key] extends Value ? Key : never
}[keyof Fields] &
  string

/** Plain text. */
export function textEdit<Fields extends object>(key: KeysOf<Fields, string>): FieldEdit<Fields> {
  return {
    path: key,
    control: { kind: 'text' },
    show: (fields) => String(fields[key]),
    take: (fields, typed) => withField(fields, key, typed.trim()),
  }
}

/** The name in the language of the window. */
export function nameEdit<Fields extends { names: LocalizedText }>(language: Language): FieldEdit<Fields> {
  return {
    path: `names.${language}`,
    control: { kind: 'text' },
    show: ({ names }) => names[language],
    take: (fields, typed) => ({ ...fields, names: { ...fields.names, [language]: typed.trim() } }),
  }
}

/** A day, typed as freely as in a form; `base`: what steps such as `+1y` count from. */
export function dayEdit<Fields extends object>(
  key: KeysOf<Fields, Day | null>,
  { today, language }: { today: Day; language: Language },
): FieldEdit<Fields> {
  const read = (typed: string) => readDayEntry(typed, today)
  return {
    path: key,
    control: { kind: 'day', read },
    show: (fields) => {
      const day = fields[key]
      return typeof day === 'string' ? formatDay(day, language) : ''
    },
    take: (fields, typed) => {
      if (typed.trim() === '') return withField(fields, key, null)
      const day = read(typed)
      return day === null ? null : withField(fields, key, day)
    },
  }
}

/** One of some values. */
export function choiceEdit<Fields extends object>(
  key: KeysOf<Fields, string>,
  options: readonly { readonly value: string; readonly label: string }[],
): FieldEdit<Fields> {
  return {
    path: key,
    control: { kind: 'choice', options },
    show: (fields) => String(fields[key]),
    take: (fields, typed) =>
      options.some(({ value }) => value === typed) ? withField(fields, key, typed) : null,
  }
}

/** A number of learners and the like; nothing is 0. */
export function countEdit<Fields extends object>(
  key: KeysOf<Fields, number>,
  read: (typed: string) => number | null | undefined,
  language: Language,
): FieldEdit<Fields> {
  return {
    path: key,
    control: { kind: 'number' },
    show: (fields) => formatNumber(Number(fields[key]), language),
    take: (fields, typed) => {
      const count = read(typed)
      return count === undefined ? null : withField(fields, key, count ?? 0)
    },
  }
}

/** An academic year as people write it: 2026/27, 2026. */
export function yearEdit<Fields extends object>(
  key: KeysOf<Fields, number | null>,
  isRequired: boolean,
): FieldEdit<Fields> {
  return {
    path: key,
    control: { kind: 'text' },
    show: (fields) => {
      const year = fields[key]
      return typeof year === 'number' ? academicYearLabel(year) : ''
    },
    take: (fields, typed) => {
      if (typed.trim() === '') return isRequired ? null : withField(fields, key, null)
      const year = parseAcademicYear(typed)
      return year === null ? null : withField(fields, key, year)
    },
  }
}

/** The fields with one of them changed; the schema of the record has the last word on its value. */
function withField<Fields extends object>(fields: Fields, key: string, value: unknown): Fields {
  return { ...fields, [key]: value }
}
