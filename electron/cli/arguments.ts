import { academicYearOf, parseAcademicYear } from '../../shared/kernel/calendar.ts'
import type { Day } from '../../shared/kernel/day.ts'
import { parseDay } from '../../shared/kernel/parse-day.ts'
import { localDay } from '../data/service.ts'
import { type Call, UsageError } from './usage-error.ts'

/** The day of `--on` in any notation that the program reads; today when it was not given. */
export function readDay(call: Call, text: string | undefined): Day {
  const today = localDay(call.clock())
  if (text === undefined) return today
  const day = parseDay(text, { base: today })
  if (day === null) throw new UsageError(call.t('cli:usage.badDay', { text }))
  return day
}

/** The academic year of `--year` (2021 and 2021/22 are the same); that of the day when it was not given. */
export function readYear(call: Call, text: string | undefined, on: Day): number {
  if (text === undefined) return academicYearOf(on)
  const year = parseAcademicYear(text)
  if (year === null) throw new UsageError(call.t('cli:usage.badYear', { text }))
  return year
}

/** A whole number of at least 1. */
export function readCount(call: Call, option: string, text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1)
    throw new UsageError(call.t('cli:usage.badNumber', { option, text }))
  return count
}

/** The value, when it is one of the words that the argument takes. */
export function readWord<const Word extends string>(
  call: Call,
  { argument, text, words }: { argument: string; text: string; words: readonly Word[] },
): Word {
  const word = words.find((each) => each === text)
  if (word === undefined) {
    throw new UsageError(call.t('cli:usage.badWord', { argument, text, words: words.join(', ') }))
  }
  return word
}
