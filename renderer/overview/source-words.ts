import { formatInstant } from '../../shared/kernel/format.ts'
import type { RegisterEntity } from '../../shared/kernel/record.ts'
import type { Source } from '../../shared/reports/figure.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'

export type NumberSource = { readonly sources: readonly Source[]; readonly entity: RegisterEntity }

/** Which records some numbers were taken from, and when these changed last; null: there are none. */
export function useSourceInWords({ sources, entity }: NumberSource): string | null {
  const t = useText()
  const language = useLanguage()
  const source = sources.find((each) => each.entity === entity)
  if (source === undefined || source.lastChangedAt === null) return null
  const changed = t('overview:source.changed', {
    count: source.records,
    entity: t(`reports:source.${entity}`),
    changed: formatInstant(source.lastChangedAt, language),
  })
  return `${t('overview:source.label')}: ${changed}`
}
