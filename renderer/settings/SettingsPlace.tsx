import { useText } from '../app/i18n.ts'
import { PlaceHeader } from '../components/PlaceHeader.tsx'

/** The place "settings". */
export function SettingsPlace() {
  const t = useText()
  return <PlaceHeader title={t('common:place.settings')} />
}
