import { useText } from '../app/i18n.ts'
import { PlaceHeader } from '../components/PlaceHeader.tsx'

/** The place "overview". */
export function OverviewPlace() {
  const t = useText()
  return <PlaceHeader title={t('common:place.overview')} />
}
