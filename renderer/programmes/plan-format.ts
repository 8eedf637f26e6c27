import type { Language } from '../../shared/kernel/record.ts'
import {
  deriveFormat,
  formatSemesters,
  parseFormat,
  planFromFormat,
  printFormat,
} from '../../shared/programmes/format.ts'
import type { Level, StudyPlan } from '../../shared/programmes/programme.ts'
import { keepEntered, longestPlan } from './plan-edit.ts'

/** The notation that the plan amounts to, such as `2+2`; empty when nothing is studied at a partner. */
export function planNotation(plan: StudyPlan): string {
  const format = deriveFormat(plan)
  return format === null ? '' : printFormat(format)
}

/** The same in words of the language, the part at the partner first; empty when nothing is studied at a partner. */
export function planInWords(plan: StudyPlan, language: Language): string {
  const format = deriveFormat(plan)
  return format === null ? '' : printFormat(format, language)
}

/** What came of a typed format: a plan, or why there is none. */
export type TypedFormat =
  | { readonly kind: 'plan'; readonly plan: StudyPlan }
  | { readonly kind: 'not-understood' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'too-few-partners'; readonly wanted: number; readonly present: number }

/**
 * The plan that a typed format asks for, with the credits and dates already entered kept in their places.
 * Text that repeats the plan's own notation changes nothing.
 */
export function planFromTyped(
  text: string,
  programme: { readonly plan: StudyPlan; readonly level: Level; readonly partnerIds: readonly string[] },
): TypedFormat {
  const format = parseFormat(text, programme.level)
  if (format === null) return { kind: 'not-understood' }
  if (formatSemesters(format) > longestPlan) return { kind: 'too-long' }
  const { plan, level, partnerIds } = programme
  const wanted = format.partners.length
  if (wanted > partnerIds.length) return { kind: 'too-few-partners', wanted, present: partnerIds.length }
  const own = deriveFormat(plan)
  const isSame =
    own !== null && own.home === format.home && own.partners.join('+') === format.partners.join('+')
  return { kind: 'plan', plan: isSame ? plan : keepEntered(plan, planFromFormat(format, level, partnerIds)) }
}
