import type { Content } from 'pdfmake/interfaces.js'
import type { Source } from '../../../shared/reports/figure.ts'
import { grid } from './pdf-parts.ts'
import type { Words } from './words.ts'

/** Which records the numbers were taken from, how fresh they are, and where their numbers come from. */
export function sourceTable(sources: readonly Source[], words: Words): Content {
  const { t } = words
  const rows = sources.map((source) => [
    t(`reports:source.${source.entity}`),
    words.number(source.records),
    source.lastChangedAt === null ? '—' : words.instant(source.lastChangedAt),
    statementsOf(source),
  ])
  return grid(
    [
      { title: t('reports:column.source'), width: 76 },
      { title: t('reports:column.records'), width: 62, isNumber: true },
      { title: t('reports:column.changed'), width: 108 },
      { title: t('reports:column.statements'), width: '*' },
    ],
    rows,
  )
}

const statementsShown = 3

function statementsOf({ statements }: Source): string {
  const shown = statements.slice(-statementsShown)
  return `${shown.join('; ')}${statements.length > shown.length ? ' …' : ''}`
}
