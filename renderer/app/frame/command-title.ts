import type { Translate } from '../../../shared/locales/i18n.ts'
import { isGoCommand, type CommandId } from '../commands.ts'
import { places } from '../places.ts'

/** What a command is called, in the palette and everywhere else. */
export function commandTitle(t: Translate, id: CommandId): string {
  if (!isGoCommand(id)) return t(`common:command.${id}`)
  const place = places.find((candidate) => `go-${candidate.id}` === id)
  return place === undefined ? '' : t('common:command.go', { place: t(`common:place.${place.id}`) })
}
