import {
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleDot,
  IconPencil,
  IconSend,
  type Icon,
} from '@tabler/icons-react'
import type { Stage } from '../../shared/assessment/answer.ts'
import type { ReportLevel } from '../../shared/assessment/report/report.ts'
import { useText } from '../app/i18n.ts'
import { StatusBadge, type Tone } from '../components/StatusBadge.tsx'

const stageLooks: Readonly<Record<Stage, { tone: Tone; icon: Icon }>> = {
  draft: { tone: 'muted', icon: IconPencil },
  submitted: { tone: 'info', icon: IconSend },
  returned: { tone: 'warn', icon: IconArrowBackUp },
  approved: { tone: 'good', icon: IconCircleCheck },
}

/** Where a text stands on its way. */
export function StageBadge({ stage }: { readonly stage: Stage }) {
  const t = useText()
  return <StatusBadge {...stageLooks[stage]} label={t(`assessment:stage.${stage}`)} />
}

/** The level as a sign of a list: number, or what it is instead of one. */
export function LevelMark({
  level,
  notApplicable,
}: {
  readonly level: ReportLevel
  readonly notApplicable: string | null
}) {
  const t = useText()
  if (notApplicable !== null)
    return <IconCircleDashed size={18} role="img" aria-label={t('assessment:level.na')} />
  if (level === 0)
    return (
      <IconCircleDot
        size={18}
        color="var(--qos-line-strong)"
        role="img"
        aria-label={t('assessment:level.0')}
      />
    )
  return (
    <span data-level={level} className="qos-level" role="img" aria-label={t(`assessment:level.${level}`)}>
      {level}
    </span>
  )
}
