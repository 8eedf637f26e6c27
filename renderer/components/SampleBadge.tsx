import { IconFlask } from '@tabler/icons-react'
import { useText } from '../app/i18n.ts'
import { StatusBadge } from './StatusBadge.tsx'

/** Marks an invented record of a sample workspace. */
export function SampleBadge() {
  const t = useText()
  return (
    <StatusBadge
      tone="note"
      icon={IconFlask}
      label={t('common:sampleRecord')}
      rule={t('common:sampleRecordHint')}
    />
  )
}
