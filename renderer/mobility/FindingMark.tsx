import { Tooltip } from '@mantine/core'
import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react'
import type { Problem } from '../../shared/kernel/problem.ts'
import { describeProblem } from '../../shared/locales/i18n.ts'
import { useText } from '../app/i18n.ts'
import { RecordLink } from '../components/RecordLink.tsx'

type FindingMarkProps = {
  readonly problems: readonly Problem[]
  /** The record with all its numbers, where what the table does not show can be corrected; null: none yet. */
  readonly cohortId: string | null
}

/** A sign for findings on a row of the table, which leads to the record; its tooltip says them. Nothing without any. */
export function FindingMark({ problems, cohortId }: FindingMarkProps) {
  const t = useText()
  if (problems.length === 0) return null
  const isError = problems.some((problem) => problem.severity === 'error')
  const Icon = isError ? IconAlertCircle : IconAlertTriangle
  const texts = problems.map((problem) => describeProblem(t, problem).message)
  const sign = (
    <span role="img" aria-label={texts.join(' ')}>
      <Icon size={18} stroke={1.8} color={isError ? 'var(--qos-bad)' : 'var(--qos-warn)'} aria-hidden />
    </span>
  )
  return (
    <Tooltip
      label={texts.join('\n')}
      style={{ whiteSpace: 'pre-line' }}
      events={{ hover: true, focus: true, touch: true }}
    >
      {cohortId === null ? (
        sign
      ) : (
        <span>
          <RecordLink record={{ entity: 'cohort', id: cohortId }}>{sign}</RecordLink>
        </span>
      )}
    </Tooltip>
  )
}
