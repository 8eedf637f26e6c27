import type { TableCell } from '../../../shared/reports/reports.contract.ts'
import type { Translate } from '../../../shared/locales/i18n.ts'
import { data, shell } from '../../app/client.ts'
import { notifyDone, notifyRefusal } from '../../app/notify.tsx'
import type { TableColumn } from './column.ts'
import type { Listing } from './listing.ts'

/** A row as cells of a workbook: numbers and days as such, everything else as the text on the screen. */
export function cellsOf<Row, Column extends string>(
  columns: readonly TableColumn<Row, Column>[],
  row: Row,
): TableCell[] {
  return columns.map((column) => {
    if (column.number !== undefined) return column.number(row)
    if (column.day === undefined) return column.text(row)
    const day = column.day(row)
    return day === null ? null : { day }
  })
}

/** Writes the whole list, as filtered, sorted and laid out on the screen, to a workbook that the person names. */
export async function exportTable<Row, Filter, Column extends string>(
  name: string,
  columns: readonly TableColumn<Row, Column>[],
  listing: Listing<Row, Filter, Column>,
  t: Translate,
): Promise<void> {
  try {
    const to = await shell.chooseTarget({ purpose: 'xlsx', suggestedName: `${name} ${listing.on}.xlsx` })
    if (to === null) return
    const rows = await listing.range(0, listing.total ?? 0)
    const header = columns.map(({ title }) => title)
    const written = await data.reports.saveTable({
      to,
      name,
      header,
      rows: rows.map((row) => cellsOf(columns, row)),
    })
    notifyDone(t('common:table.exported', { count: written.rows, name: to.name }))
  } catch (error) {
    notifyRefusal(error)
  }
}
