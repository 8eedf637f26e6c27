import { useText } from '../app/i18n.ts'
import { PlaceHeader } from '../components/PlaceHeader.tsx'

/** The place "ministry". */
export function MinistryPlace() {
  const t = useText()
  return <PlaceHeader title={t('common:place.ministry')} />
}
