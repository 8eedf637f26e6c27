import { describeRefusal } from '../../shared/locales/i18n.ts'
import { text } from './i18n.ts'
import { isConnectionLost, refusalOf } from './refusal.ts'

/** The sentences for any failure: what happened and what it means for the data, and what to do now. */
export function describeError(error: unknown): { what: string; remedy: string } {
  const refusal = refusalOf(error)
  if (refusal !== null) return describeRefusal(text, refusal)
  if (isConnectionLost(error)) {
    return { what: text('common:lost.what'), remedy: text('common:lost.remedy') }
  }
  const reference = error instanceof Error ? error.message.slice(0, 120) : String(error)
  return describeRefusal(text, { code: 'internal', params: { reference }, problems: [] })
}
