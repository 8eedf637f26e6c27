import { Progress, Text } from '@mantine/core'
import { formatNumber, formatPercent } from '../../shared/kernel/format.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'

type ProgressLineProps = {
  readonly assessed: number
  readonly applicable: number
  readonly score?: number | null
  readonly label: string
}

/** How far something is, as a bar with its numbers in words. */
export function ProgressLine({ assessed, applicable, score = null, label }: ProgressLineProps) {
  const t = useText()
  const language = useLanguage()
  const share = applicable === 0 ? 0 : (assessed / applicable) * 100
  return (
    <div>
      <Progress value={share} size="sm" aria-label={label} />
      <Text size="xs" c="dimmed" className="qos-figures">
        {t('assessment:progress.of', {
          assessed: formatNumber(assessed, language),
          applicable: formatNumber(applicable, language),
        })}
        {score === null
          ? null
          : ` · ${t('assessment:progress.score', { score: formatPercent(score, language, 0) })}`}
      </Text>
    </div>
  )
}
