import type { Column, FilledCell, FilledRow, FilledSection } from '../../../shared/exchange/fill-form.ts'
import { meaningOf } from '../../../shared/exchange/package.ts'
import { formatDay, formatNumber } from '../../../shared/kernel/format.ts'
import type { Language } from '../../../shared/kernel/record.ts'
import { createI18n, type Translate } from '../../../shared/locales/i18n.ts'
import type { PreviewSection } from '../../../shared/ministry/ministry.ts'

/** The sections of a filled form as people read them: days and numbers written out, codes with their meaning. */
export function previewForm(
  sections: readonly FilledSection[],
  language: Language,
  limit: number,
): PreviewSection[] {
  const { t } = createI18n(language)
  return sections.map((section) => ({
    id: section.section.id,
    title: section.section.titles[language],
    file: section.section.file,
    total: section.rows.length,
    columns: section.columns.map(({ field, mapped }) => ({
      title: field.titles[language],
      table: mapped.table,
      field: mapped.field,
      isNumeric: mapped.values === null && (mapped.type === 'integer' || mapped.type === 'number'),
    })),
    rows: section.rows.slice(0, limit).map((row) => previewRow(section, row, language, t)),
  }))
}

function previewRow(
  section: FilledSection,
  row: FilledRow,
  language: Language,
  t: Translate,
): PreviewSection['rows'][number] {
  return {
    cells: row.cells.map((cell, index) => cellText(cell, section.columns[index], language, t)),
    record: row.source.subject,
  }
}

function cellText(cell: FilledCell, column: Column | undefined, language: Language, t: Translate): string {
  const meaning = meaningOf(cell, language)
  if (meaning !== null) return meaning
  const { value } = cell
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? t('ministry:cell.yes') : t('ministry:cell.no')
  if (typeof value === 'number') return isIdentifier(column) ? String(value) : formatNumber(value, language)
  return column?.mapped.type === 'day' ? formatDay(value, language) : value
}

/** Numbers that name something are not grouped. */
const isIdentifier = (column: Column | undefined): boolean =>
  column !== undefined && /\.(number|university|partner-number)$/.test(column.field.key)
