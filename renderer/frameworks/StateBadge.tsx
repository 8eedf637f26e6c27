import { IconHistory, IconLock, IconPencil } from '@tabler/icons-react'
import type { FrameworkSummary } from '../../shared/frameworks/framework-record.ts'
import { useText } from '../app/i18n.ts'
import { StatusBadge } from '../components/StatusBadge.tsx'

/** Draft, published, or replaced by a corrected wording of the same edition; the tooltip says what that means. */
export function StateBadge({
  framework,
}: {
  readonly framework: Pick<FrameworkSummary, 'state' | 'isReplaced'>
}) {
  const t = useText()
  if (framework.state === 'draft')
    return (
      <StatusBadge
        tone="warn"
        icon={IconPencil}
        label={t('frameworks:state.draft')}
        rule={t('frameworks:stateHelp.draft')}
      />
    )
  if (framework.isReplaced)
    return (
      <StatusBadge
        tone="muted"
        icon={IconHistory}
        label={t('frameworks:state.replaced')}
        rule={t('frameworks:stateHelp.replaced')}
      />
    )
  return (
    <StatusBadge
      tone="good"
      icon={IconLock}
      label={t('frameworks:state.published')}
      rule={t('frameworks:stateHelp.published')}
    />
  )
}
