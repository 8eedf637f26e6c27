import { IconCircleCheck, IconCircleDashed, IconCircleX, IconRefresh } from '@tabler/icons-react'
import type { RegisterStatus } from '../../shared/programmes/programme.ts'
import { useText } from '../app/i18n.ts'
import { StatusBadge } from '../components/StatusBadge.tsx'

const looks = {
  not_in_register: { tone: 'muted', icon: IconCircleDashed },
  included: { tone: 'good', icon: IconCircleCheck },
  updated: { tone: 'info', icon: IconRefresh },
  excluded: { tone: 'bad', icon: IconCircleX },
} as const

/** The state of a programme in the national register, with what depends on it in the tooltip. */
export function RegisterStatusBadge({ status }: { readonly status: RegisterStatus }) {
  const t = useText()
  return (
    <StatusBadge
      {...looks[status]}
      label={t(`programmes:registerStatuses.${status}`)}
      rule={t('programmes:help.registerStatus')}
    />
  )
}
