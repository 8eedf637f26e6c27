import { type SheetCell, writeWorkbook } from '../../../shared/exchange/workbook.ts'
import { columnLetter } from '../../../shared/imports/sheet.ts'
import {
  hasNeutralExample,
  neutralExamples,
  templateColumns,
} from '../../../shared/imports/template-columns.ts'
import type { Language } from '../../../shared/kernel/record.ts'
import { createI18n, describeProblem, type Translate } from '../../../shared/locales/i18n.ts'
import type { RefusedRows } from './import.repository.ts'

const translatorOf = (language: Language): Translate => createI18n(language).t

/**
 * The refused rows as a workbook: the original columns, so that it can be corrected and imported again, then the row of
 * the file and the reasons.
 */
export function refusedWorkbook({ titles, rows }: RefusedRows, language: Language): Uint8Array {
  const t = translatorOf(language)
  const header = [
    ...titles.map((title, column) => (title === '' ? columnLetter(column) : title)),
    t('imports:refused.row'),
    t('imports:refused.reason'),
  ]
  const content = rows.map(({ row, cells, problems }): SheetCell[] => {
    const reasons = problems.map((problem) => {
      const { message, remedy } = describeProblem(t, problem)
      return problem.column === null
        ? `${message} ${remedy}`
        : `${columnLetter(problem.column)}: ${message} ${remedy}`
    })
    return [...titles.map((_title, column) => cells[column] ?? null), row, reasons.join('\n')]
  })
  return writeWorkbook([{ name: t('imports:refused.sheet'), header, rows: content }])
}

/** An empty register with the names of the columns, and a sheet that explains each of them. */
export function templateWorkbook(language: Language): Uint8Array {
  const t = translatorOf(language)
  const header = templateColumns.map((field) => t(`imports:field.${field}`))
  const guide = templateColumns.map((field) => [
    t(`imports:field.${field}`),
    t(`imports:guide.${field}.hint`),
    hasNeutralExample(field) ? neutralExamples[field] : t(`imports:guide.${field}.example`),
  ])
  return writeWorkbook([
    { name: t('imports:template.sheet'), header, rows: [] },
    {
      name: t('imports:template.guide'),
      header: [t('imports:template.column'), t('imports:template.how'), t('imports:template.example')],
      rows: guide,
    },
  ])
}
