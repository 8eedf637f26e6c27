import type { Translate } from '../../shared/locales/i18n.ts'
import type { HostTotal } from './plan-edit.ts'

/** Semesters and credits of one host in words, with the semesters that have no credits yet. */
export function sumsInWords(t: Translate, total: HostTotal | undefined): string {
  const { periods = 0, credits = 0, unplanned = 0 } = total ?? {}
  return [
    t('programmes:plan.semesters', { count: periods }),
    t('programmes:plan.credits', { count: credits }),
    ...(unplanned > 0 ? [t('programmes:plan.unplanned', { count: unplanned })] : []),
  ].join(', ')
}
