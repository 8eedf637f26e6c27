import { useText } from '../app/i18n.ts'
import { PlaceHeader } from '../components/PlaceHeader.tsx'

/** The place "programmes". */
export function ProgrammesPlace() {
  const t = useText()
  return <PlaceHeader title={t('common:place.programmes')} />
}
