import { useText } from '../app/i18n.ts'
import type { BarItem } from './BarList.tsx'
import { FigureLink } from './FigureLink.tsx'
import classes from './overview.module.css'

type BarTableProps = { readonly items: readonly BarItem[]; readonly what: string }

/** The numbers of bars as a table; each opens the list of what it counts. */
export function BarTable({ items, what }: BarTableProps) {
  const t = useText()
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{what}</th>
          <th scope="col">{t('reports:column.value')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ key, group, label, figure }) => {
          const title = [group, label].filter((part) => part !== undefined).join(', ')
          return (
            <tr key={key}>
              <th scope="row">{title}</th>
              <td>
                <FigureLink figure={figure} title={title} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
