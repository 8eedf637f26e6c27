import type { FilledSection } from '../../../shared/exchange/fill-form.ts'
import { sampleRecords } from '../../../shared/exchange/preflight.ts'
import type { RecordMeta } from '../../../shared/kernel/record.ts'
import type { FormRequest, PreviewSection } from '../../../shared/ministry/ministry.ts'
import type { Source } from '../../../shared/reports/figure.ts'
import { type Register, sourceOf } from '../../../shared/reports/register.ts'
import type { PrintedTable } from '../reports/table-columns.ts'
import type { TableDocument } from '../reports/table-document.ts'
import type { Words } from '../reports/words.ts'
import { previewForm } from './preview-form.ts'
import type { TakenForm } from './take-form.ts'

/** So few rows are compared by eye; what they have in common is left where it is. */
const fewRows = 3
const nothing = '—'

/** A form as people read and keep it: what it is about, its tables with their rows and sums, and where they are from. */
export function printedForm(taken: TakenForm, request: FormRequest, words: Words): TableDocument {
  const { t, language } = words
  const { form, sections, register, findings } = taken
  const { institution } = register
  const name = `${t(`ministry:formName.${request.form}`)}. ${form.titles[language]}`
  const year = words.year(request.academicYear)
  const isSample = sampleRecords(sections) > 0
  const shown = previewForm(sections, language, Number.POSITIVE_INFINITY)
  return {
    title: name,
    subject: form.purposes[language],
    institution: words.name(institution.names),
    language,
    changedAt: register.changedAt,
    subtitle: `${t('overview:academicYear', { year })} · ${t('overview:asOf', { on: request.on })}`,
    mark: isSample ? t('overview:sample') : null,
    facts: [
      [
        t('ministry:print.bin', { bin: institution.bin || nothing }),
        t('ministry:print.epvo', { number: institution.epvoId ?? nothing }),
      ],
      [
        ...shown.map(({ title, total }) => t('ministry:print.rows', { title, rows: words.number(total) })),
        t('ministry:print.warnings', { count: findings.warnings.length }),
      ],
    ].map((line) => line.join(' · ')),
    tables: sections.map((section, index) => printedTable(section, shown[index], words)),
    partTitle: (title, part, parts) => t('ministry:print.part', { title, part, parts }),
    closing: {
      title: t('reports:section.sources'),
      lines: [
        t('ministry:formVersion', {
          version: form.version,
          mapping: taken.mapping.version,
          document: form.source.documents[language],
          place: form.source.places[language],
        }),
        ...sourcesOf(sections, register).map((source) => sourceLine(source, words)),
        t('ministry:print.revisionNote', { workbook: form.workbook }),
      ],
    },
    footer: (page, pages) => ({
      origin: [
        t('reports:pdf.prepared'),
        t('reports:pdf.state', { at: words.instant(register.changedAt) }),
        ...(isSample ? [t('reports:pdf.sampleNote')] : []),
      ].join(' · '),
      page: t('reports:pdf.page', { page, pages }),
    }),
  }
}

type Kind = 'shown' | 'same' | 'empty'

function printedTable(section: FilledSection, shown: PreviewSection | undefined, words: Words): PrintedTable {
  const { t } = words
  const title = section.section.titles[words.language]
  const rows = shown?.rows.map(({ cells }) => cells) ?? []
  if (shown === undefined || rows.length === 0) {
    return { title, notes: [t('ministry:preview.empty')], columns: [], keyColumns: 0, rows: [], totals: null }
  }
  const isSummed = section.columns.map(({ field }) => field.isSummed)
  const kinds = shown.columns.map((_column, index): Kind =>
    index === 0 || isSummed[index] === true ? 'shown' : kindOf(rows, index),
  )
  const kept = indexesOf(kinds, 'shown')
  return {
    title,
    notes: [
      ...noteOf(
        indexesOf(kinds, 'same'),
        (index) => `${titleOf(shown, index)}: ${rows[0]?.[index] ?? ''}`,
        (list) => t('ministry:print.same', { values: list }),
      ),
      ...noteOf(
        indexesOf(kinds, 'empty'),
        (index) => titleOf(shown, index),
        (list) => t('ministry:print.empty', { titles: list }),
      ),
    ],
    columns: [
      { title: t('ministry:print.number'), isNumber: true },
      ...kept.map((index) => ({
        title: titleOf(shown, index),
        isNumber: shown.columns[index]?.isNumeric === true,
      })),
    ],
    keyColumns: 2,
    rows: rows.map((row, number) => [String(number + 1), ...kept.map((index) => row[index] || nothing)]),
    totals: isSummed.includes(true) ? ['', ...totalsOf(section, kept, words)] : null,
  }
}

const indexesOf = (kinds: readonly Kind[], kind: Kind): number[] =>
  [...kinds.keys()].filter((index) => kinds[index] === kind)

const titleOf = (shown: PreviewSection, index: number): string => shown.columns[index]?.title ?? ''

function noteOf(
  indexes: readonly number[],
  textOf: (index: number) => string,
  sentence: (list: string) => string,
): string[] {
  return indexes.length === 0 ? [] : [sentence(indexes.map(textOf).join('; '))]
}

function totalsOf({ columns, rows }: FilledSection, kept: readonly number[], words: Words): string[] {
  return kept.map((index, position) => {
    if (position === 0) return words.t('ministry:print.total')
    if (columns[index]?.field.isSummed !== true) return ''
    const values = rows.map(({ cells }) => cells[index]?.value)
    return words.number(
      values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0),
    )
  })
}

/** What is the same in every row of a long table is said once, and an empty column is only named. */
function kindOf(rows: readonly (readonly string[])[], index: number): Kind {
  const first = rows[0]?.[index] ?? ''
  if (!rows.every((row) => row[index] === first)) return 'shown'
  if (first === '') return 'empty'
  return rows.length > fewRows ? 'same' : 'shown'
}

const sourceEntities = ['agreement', 'programme', 'partner', 'cohort'] as const

/** Which records the rows were taken from and when these last changed. */
function sourcesOf(sections: readonly FilledSection[], register: Register): Source[] {
  const used = new Set(
    sections.flatMap(({ rows }) =>
      rows.flatMap(({ source }) => Object.values(source.records).map(({ entity, id }) => `${entity} ${id}`)),
    ),
  )
  const records: Record<(typeof sourceEntities)[number], readonly RecordMeta[]> = {
    agreement: register.agreements,
    programme: register.programmes,
    partner: register.partners,
    cohort: register.cohorts,
  }
  return sourceEntities.flatMap((entity) => {
    const found = records[entity].filter(({ id }) => used.has(`${entity} ${id}`))
    return found.length === 0 ? [] : [sourceOf(entity, found)]
  })
}

function sourceLine({ entity, records, lastChangedAt }: Source, words: Words): string {
  return words.t('ministry:print.records', {
    entity: words.t(`reports:source.${entity}`),
    records: words.number(records),
    at: words.instant(lastChangedAt ?? ''),
  })
}
