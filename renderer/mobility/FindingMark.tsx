import { Tooltip } from '@mantine/core'
import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react'
import type { Problem } from '../../shared/kernel/problem.ts'
import { describeProblem } from '../../shared/locales/i18n.ts'
import { useText } from '../app/i18n.ts'

/** A sign for findings on a row of the table; its tooltip says them. Nothing when there are none. */
export function FindingMark({ problems }: { readonly problems: readonly Problem[] }) {
  const t = useText()
  if (problems.length === 0) return null
  const isError = problems.some((problem) => problem.severity === 'error')
  const Icon = isError ? IconAlertCircle : IconAlertTriangle
  const texts = problems.map((problem) => describeProblem(t, problem).message)
  return (
    <Tooltip label={texts.join('\n')} style={{ whiteSpace: 'pre-line' }}>
      <span role="img" aria-label={texts.join(' ')}>
        <Icon size={18} stroke={1.8} color={isError ? 'var(--qos-bad)' : 'var(--qos-warn)'} aria-hidden />
      </span>
    </Tooltip>
  )
}
