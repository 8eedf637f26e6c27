import { useText } from '../app/i18n.ts'
import { PlaceHeader } from '../components/PlaceHeader.tsx'

/** The place "reports". */
export function ReportsPlace() {
  const t = useText()
  return <PlaceHeader title={t('common:place.reports')} />
}
