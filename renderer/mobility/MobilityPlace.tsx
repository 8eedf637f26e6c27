import { useText } from '../app/i18n.ts'
import { PlaceHeader } from '../components/PlaceHeader.tsx'

/** The place "mobility". */
export function MobilityPlace() {
  const t = useText()
  return <PlaceHeader title={t('common:place.mobility')} />
}
