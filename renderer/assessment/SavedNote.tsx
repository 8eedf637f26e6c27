import { useText } from '../app/i18n.ts'
import type { SaveState } from './use-answer-draft.ts'

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** Whether the text is saved, and since when. */
export function SavedNote({ state }: { readonly state: SaveState }) {
  const t = useText()
  if (state.kind === 'untouched') return null
  if (state.kind === 'saved')
    return t('assessment:save.saved', {
      at: `${twoDigits(state.at.getHours())}:${twoDigits(state.at.getMinutes())}`,
    })
  return t(`assessment:save.${state.kind}`)
}
