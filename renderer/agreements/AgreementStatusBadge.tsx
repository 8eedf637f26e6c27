import { IconMoodEmpty } from '@tabler/icons-react'
import type { AgreementStatus } from '../../shared/agreements/agreement.ts'
import { DECLARATIVE_MONTHS } from '../../shared/agreements/agreement-rules.ts'
import { useText } from '../app/i18n.ts'
import { StatusBadge } from '../components/StatusBadge.tsx'
import { statusLooks, statusRule } from './status-look.ts'

/** What holds of an agreement on the day, with the rule in the tooltip. */
export function AgreementStatusBadge({ status }: { readonly status: AgreementStatus }) {
  const t = useText()
  const { tone, icon } = statusLooks[status]
  return (
    <StatusBadge
      tone={tone}
      icon={icon}
      label={t(`agreements:status.${status}`)}
      rule={statusRule(t, status)}
    />
  )
}

/** Says that nothing has happened under the agreement for a long time. */
export function DeclarativeBadge() {
  const t = useText()
  return (
    <StatusBadge
      tone="note"
      icon={IconMoodEmpty}
      label={t('agreements:status.declarative')}
      rule={t('agreements:rule.declarative', { count: DECLARATIVE_MONTHS })}
    />
  )
}
