import { IconCircleCheck, IconClockExclamation, IconClockX } from '@tabler/icons-react'
import type { Validity } from '../../shared/evidence/evidence.ts'
import { useText } from '../app/i18n.ts'
import { StatusBadge } from '../components/StatusBadge.tsx'

const looks = {
  valid: { tone: 'good', icon: IconCircleCheck },
  expiring: { tone: 'warn', icon: IconClockExclamation },
  outdated: { tone: 'bad', icon: IconClockX },
} as const

/** Whether a piece of evidence may still be used. */
export function ValidityBadge({ validity }: { readonly validity: Validity }) {
  const t = useText()
  return <StatusBadge {...looks[validity]} label={t(`evidence:validity.${validity}`)} />
}
