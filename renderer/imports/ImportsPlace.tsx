import { useText } from '../app/i18n.ts'
import { PlaceHeader } from '../components/PlaceHeader.tsx'

/** The place "imports". */
export function ImportsPlace() {
  const t = useText()
  return <PlaceHeader title={t('common:place.imports')} />
}
