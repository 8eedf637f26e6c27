import type { Inline } from '../../../shared/assessment/rich-text.ts'
import { formatDay, formatNumber, formatPercent } from '../../../shared/kernel/format.ts'
import type { Language } from '../../../shared/kernel/record.ts'

export type NumberAttributes = Extract<Inline, { type: 'number' }>['attrs']

/** A number as it is read: as a share, a mean with two decimals, or a count. */
export function numberText(
  { value, unit }: Pick<NumberAttributes, 'value' | 'unit'>,
  language: Language,
): string {
  if (unit === 'percent') return formatPercent(value, language)
  return formatNumber(value, language, { maximumFractionDigits: unit === 'mean' ? 2 : 3 })
}

/** The number with the day on which it was true. */
export const numberWithDay = (number: NumberAttributes, language: Language): string =>
  `${numberText(number, language)} (${formatDay(number.asOf, language)})`
