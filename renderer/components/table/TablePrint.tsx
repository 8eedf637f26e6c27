import { Fragment, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { formatDay } from '../../../shared/kernel/format.ts'
import { shell } from '../../app/client.ts'
import { useCommand } from '../../app/commands.ts'
import { useText } from '../../app/i18n.ts'
import { notifyRefusal } from '../../app/notify.tsx'
import { useLanguage } from '../../app/preferences.tsx'
import { groupTitle, type TableColumn } from './column.ts'
import classes from './data-table.module.css'
import type { Listing } from './listing.ts'

type TablePrintProps<Row, Filter, Column extends string> = {
  readonly title: string
  readonly columns: readonly TableColumn<Row, Column>[]
  /** Those not on the screen, too: rows may be grouped by one of them. */
  readonly allColumns: readonly TableColumn<Row, Column>[]
  readonly listing: Listing<Row, Filter, Column>
  readonly rowKey: (row: Row) => string
  /** The table, and nothing beside it, is what a person would print now. */
  readonly isMeant: boolean
}

/** A list is printed whole, not only the rows on the screen: they are put on paper as a plain table. */
export function TablePrint<Row, Filter, Column extends string>(props: TablePrintProps<Row, Filter, Column>) {
  const { title, columns, listing, rowKey, isMeant } = props
  const t = useText()
  const language = useLanguage()
  const [rows, setRows] = useState<readonly Row[] | null>(null)
  const isPrinting = useRef(false)
  const total = listing.total ?? 0
  useCommand('print', () => void listing.range(0, total).then(setRows, notifyRefusal), isMeant && total > 0)
  useEffect(() => {
    if (rows === null || isPrinting.current) return
    isPrinting.current = true
    shell
      .print()
      .catch(notifyRefusal)
      .finally(() => {
        isPrinting.current = false
        setRows(null)
      })
  }, [rows])
  if (rows === null) return null
  const headings = groupHeadings(listing.groups, (value) =>
    groupTitle(props.allColumns, listing.group, value, t),
  )
  return createPortal(
    <div className={`qos-print-only ${classes.print}`}>
      <h1>{title}</h1>
      <p>
        {t('common:table.printedRows', {
          day: formatDay(listing.on, language),
          rows: t('common:table.rows', { count: rows.length, all: rows.length }),
        })}
      </p>
      <table>
        <thead>
          <tr>
            {columns.map(({ key, title: heading, align }) => (
              <th key={key} scope="col" data-align={align}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Fragment key={rowKey(row)}>
              {headings.has(index) ? (
                <tr>
                  <th scope="rowgroup" colSpan={columns.length}>
                    {headings.get(index)}
                  </th>
                </tr>
              ) : null}
              <tr>
                {columns.map((column) => (
                  <td key={column.key} data-align={column.align}>
                    {column.text(row)}
                  </td>
                ))}
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  )
}

/** Position of a group's first row → heading. */
function groupHeadings(
  groups: readonly { readonly value: string; readonly count: number }[],
  titleOf: (value: string) => string,
): ReadonlyMap<number, string> {
  const headings = new Map<number, string>()
  let from = 0
  for (const { value, count } of groups) {
    headings.set(from, `${titleOf(value)} (${count})`)
    from += count
  }
  return headings
}
