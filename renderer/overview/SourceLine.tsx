import { Text } from '@mantine/core'
import { formatInstant } from '../../shared/kernel/format.ts'
import type { Entity } from '../../shared/kernel/record.ts'
import type { Source } from '../../shared/reports/figure.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import classes from './overview.module.css'

type SourceLineProps = { readonly sources: readonly Source[]; readonly entity: Entity }

/** Which records some numbers were taken from, and when these changed last. */
export function SourceLine({ sources, entity }: SourceLineProps) {
  const t = useText()
  const language = useLanguage()
  const source = sources.find((each) => each.entity === entity)
  if (source === undefined || source.lastChangedAt === null) return null
  return (
    <Text component="p" size="xs" c="dimmed" className={classes.source}>
      {t('overview:source.label')}
      {': '}
      {t('overview:source.changed', {
        count: source.records,
        entity: t(`reports:source.${entity}`),
        changed: formatInstant(source.lastChangedAt, language),
      })}
    </Text>
  )
}
