import type { Day } from '../../shared/kernel/day.ts'
import { parseDay, type ParseDayOptions } from '../../shared/kernel/parse-day.ts'

/** Words for today in the three languages. */
const todayWords = /^(бүгін|сегодня|today)$/iu

/**
 * A day as it is typed: any spelling of `parseDay`, `31.12.27`, `311227`, `31.12` (of this year), `today`, or a step
 * from another day such as `+5y`, «+5 жыл», «+6 мес». Null: not a day.
 */
export function readDayEntry(
  text: string,
  today: Day,
  options: ParseDayOptions = { base: today },
): Day | null {
  const typed = text.trim()
  if (todayWords.test(typed)) return today
  return parseDay(typed, options) ?? readFigures(typed, today)
}

/** Figures without a year, or without anything between them. */
function readFigures(typed: string, today: Day): Day | null {
  const match = /^(\d{1,2})[./\- ](\d{1,2})\.?$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{2}|\d{4})$/.exec(typed)
  if (match === null) return null
  const [, day = '', month = '', year = today.slice(0, 4)] = match
  return parseDay(`${day}.${month}.${year}`)
}
