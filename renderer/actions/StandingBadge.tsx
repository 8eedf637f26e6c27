import {
  IconArrowForwardUp,
  IconBan,
  IconCalendarDue,
  IconCircle,
  IconCircleCheck,
  IconEye,
  IconProgress,
  type Icon,
} from '@tabler/icons-react'
import type { Standing } from '../../shared/actions/action.ts'
import { useText } from '../app/i18n.ts'
import { StatusBadge, type Tone } from '../components/StatusBadge.tsx'

const looks: Record<Standing, { readonly tone: Tone; readonly icon: Icon }> = {
  overdue: { tone: 'bad', icon: IconCalendarDue },
  'check-due': { tone: 'warn', icon: IconEye },
  'in-progress': { tone: 'info', icon: IconProgress },
  open: { tone: 'muted', icon: IconCircle },
  done: { tone: 'good', icon: IconCircleCheck },
  dropped: { tone: 'muted', icon: IconBan },
  carried: { tone: 'note', icon: IconArrowForwardUp },
}

/** How an action stands today, with the rule in the tooltip. */
export function StandingBadge({ standing }: { readonly standing: Standing }) {
  const t = useText()
  return (
    <StatusBadge
      {...looks[standing]}
      label={t(`actions:standing.${standing}`)}
      rule={t(`actions:rule.${standing}`)}
    />
  )
}
