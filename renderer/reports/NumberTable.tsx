import { Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { formatNumber, formatSignedPercent } from '../../shared/kernel/format.ts'
import type { Comparison } from '../../shared/reports/figure.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { FigureLink } from '../overview/FigureLink.tsx'
import classes from './reports.module.css'

type NumberTableProps = {
  readonly title: string
  /** Names of the columns; the first `textColumns` of them hold texts, the others numbers. */
  readonly header: readonly string[]
  readonly textColumns?: number
  readonly rows: readonly {
    readonly key: string
    readonly cells: readonly ReactNode[]
    readonly isTotal?: boolean
  }[]
}

/** A table of a report's numbers under its title. */
export function NumberTable({ title, header, textColumns = 1, rows }: NumberTableProps) {
  const id = useId()
  return (
    <section className={classes.block}>
      <Title order={2} size="md" id={id}>
        {title}
      </Title>
      <div className={classes.tableRoom}>
        <table className={`${classes.table} qos-figures`} aria-labelledby={id}>
          <thead>
            <tr>
              {header.map((name, index) => (
                <th key={name} scope="col" data-text={index < textColumns}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells, isTotal = false }) => (
              <tr key={key} data-total={isTotal}>
                {cells.map((cell, index) => (
                  // The columns of a table keep their order.
                  // oxlint-disable-next-line react/no-array-index-key
                  <td key={index} data-text={index < textColumns}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** This year's number as a link to its list, last year's, and the change. */
export function useComparisonCells(): (title: string, comparison: Comparison) => ReactNode[] {
  const t = useText()
  const language = useLanguage()
  return (title, { figure, previous, changePercent }) => [
    <FigureLink key="now" figure={figure} title={title} />,
    previous === null ? t('reports:noLastYear') : formatNumber(previous, language),
    changePercent === null ? '—' : formatSignedPercent(changePercent / 100, language),
  ]
}
