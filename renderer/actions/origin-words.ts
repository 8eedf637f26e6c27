import type { ActionSummary } from '../../shared/actions/action.ts'
import type { Translate } from '../../shared/locales/i18n.ts'

/** What an action comes from: its kind, and what the records call it. */
export function originWords(
  t: Translate,
  { originKind, originName }: Pick<ActionSummary, 'originKind' | 'originName'>,
): string {
  const kind = t(`actions:originKind.${originKind}`)
  return originName === '' ? kind : `${kind} ${originName}`
}
