import { useText } from '../app/i18n.ts'
import { PlaceHeader } from '../components/PlaceHeader.tsx'

/** The place "agreements". */
export function AgreementsPlace() {
  const t = useText()
  return <PlaceHeader title={t('common:place.agreements')} />
}
