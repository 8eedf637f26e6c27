import { useText } from '../app/i18n.ts'
import { PlaceHeader } from '../components/PlaceHeader.tsx'

/** The place "partners". */
export function PartnersPlace() {
  const t = useText()
  return <PlaceHeader title={t('common:place.partners')} />
}
