import {
  IconCalendarDue,
  IconCalendarTime,
  IconCircleCheck,
  IconCircleX,
  IconHourglassEmpty,
  IconInfoCircle,
  IconQuestionMark,
  type Icon,
} from '@tabler/icons-react'
import type { AccreditationState, MissingPart } from '../../shared/accreditation/accreditation.ts'
import { DEFAULT_LEAD_MONTHS, DEQAR_YEARS } from '../../shared/accreditation/state.ts'
import { useText } from '../app/i18n.ts'
import { StatusBadge, type Tone } from '../components/StatusBadge.tsx'

/** Colour and sign of each state; the same on every screen. */
export const stateLooks: Record<AccreditationState, { readonly tone: Tone; readonly icon: Icon }> = {
  valid: { tone: 'good', icon: IconCircleCheck },
  expiring: { tone: 'warn', icon: IconHourglassEmpty },
  upcoming: { tone: 'info', icon: IconCalendarTime },
  lapsed: { tone: 'bad', icon: IconCalendarDue },
  refused: { tone: 'bad', icon: IconCircleX },
  unknown: { tone: 'muted', icon: IconQuestionMark },
}

/** What holds of an accreditation on the day, with the rule in the tooltip. */
export function StateBadge({ state }: { readonly state: AccreditationState }) {
  const t = useText()
  const { tone, icon } = stateLooks[state]
  return (
    <StatusBadge
      tone={tone}
      icon={icon}
      label={t(`accreditation:state.${state}`)}
      rule={t(`accreditation:rule.${state}`, { months: DEFAULT_LEAD_MONTHS, years: DEQAR_YEARS })}
    />
  )
}

/** Says that the source does not say everything, and what. */
export function IncompleteBadge({ missing }: { readonly missing: readonly MissingPart[] }) {
  const t = useText()
  if (missing.length === 0) return null
  const parts = missing.map((part) => t(`accreditation:missing.${part}`)).join(', ')
  return (
    <StatusBadge
      tone="note"
      icon={IconInfoCircle}
      label={t('accreditation:incomplete')}
      rule={t('accreditation:incompleteRule', { parts })}
    />
  )
}
