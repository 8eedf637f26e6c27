import {
  IconCalendarDue,
  IconCalendarTime,
  IconCircleCheck,
  IconCircleOff,
  IconHourglassEmpty,
  IconPencil,
  IconRefresh,
  type Icon,
} from '@tabler/icons-react'
import type { AgreementStatus } from '../../shared/agreements/agreement.ts'
import { EXPIRING_WINDOWS_MONTHS, RENEWING_LEAD_MONTHS } from '../../shared/agreements/terms.ts'
import type { Translate } from '../../shared/locales/i18n.ts'
import type { Tone } from '../components/StatusBadge.tsx'

/** Colour and sign of each status; the same on every screen. */
export const statusLooks: Record<AgreementStatus, { readonly tone: Tone; readonly icon: Icon }> = {
  draft: { tone: 'muted', icon: IconPencil },
  upcoming: { tone: 'info', icon: IconCalendarTime },
  active: { tone: 'good', icon: IconCircleCheck },
  expiring: { tone: 'warn', icon: IconHourglassEmpty },
  renewing: { tone: 'info', icon: IconRefresh },
  lapsed: { tone: 'bad', icon: IconCalendarDue },
  terminated: { tone: 'muted', icon: IconCircleOff },
}

/** The rule that gives a status, as the badge's tooltip says it. */
export function statusRule(t: Translate, status: AgreementStatus): string {
  if (status === 'expiring') return t('agreements:rule.expiring', { count: EXPIRING_WINDOWS_MONTHS[0] })
  if (status === 'renewing') return t('agreements:rule.renewing', { count: RENEWING_LEAD_MONTHS })
  return t(`agreements:rule.${status}`)
}
