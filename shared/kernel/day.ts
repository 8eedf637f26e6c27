import { z } from 'zod'
import { daysInMonth } from './days-in-month.ts'

/** A calendar day without time or zone, written YYYY-MM-DD; compares correctly as text. */
export type Day = string

/** Tells whether the text is an existing day of the Gregorian calendar between 1900 and 2199. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return (
    year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  )
}

export const daySchema = z.string().refine(isDay, { message: 'day' })
