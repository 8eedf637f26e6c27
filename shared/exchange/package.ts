import type { Day } from '../kernel/day.ts'
import type { RecordProblem } from '../kernel/problem.ts'
import type { Language, RecordReference } from '../kernel/record.ts'
import { canonicalBytes } from './canonical-json.ts'
import { type FilledCell, type FilledRow, type FilledSection, rowObject } from './fill-form.ts'
import type { FormDefinition, Mapping } from './form.ts'
import {
  type Manifest,
  type ManifestFile,
  manifestPath,
  manifestSchema,
  packageFileName,
  summaryPath,
} from './manifest.ts'
import { sampleRecords } from './preflight.ts'
import type { FormPeriod } from './source-row.ts'
import { type SheetCell, type SheetContent, writeWorkbook } from './workbook.ts'
import { writeZip } from './zip-write.ts'

/** Lower-case hexadecimal SHA-256; given by the caller, so that this folder stays free of any platform. */
export type Sha256 = (bytes: Uint8Array) => string

export type PackageInput = {
  readonly form: FormDefinition
  readonly mapping: Mapping
  readonly sections: readonly FilledSection[]
  readonly period: FormPeriod
  readonly institution: { readonly bin: string; readonly epvoId: number | null }
  readonly revision: number
  readonly previousManifestSha256: string | null
  readonly warningsAccepted: readonly RecordProblem[]
  readonly language: Language
  /** The form as a PDF, drawn before: equal content has equal bytes. */
  readonly summary: Uint8Array
  /** UTC, ISO 8601; `day` is the same moment's calendar day where the package is built. */
  readonly createdAt: string
  readonly day: Day
  readonly appVersion: string
}

/** A row of a data file and the record it came from: the answer to the row belongs to this record. */
export type PackageRow = {
  readonly file: string
  readonly row: number
  readonly record: RecordReference | null
  readonly label: string
}

export type BuiltPackage = {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly manifest: Manifest
  readonly manifestSha256: string
  readonly rows: readonly PackageRow[]
}

const jsonType = 'application/json'
const pdfType = 'application/pdf'
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Builds the package of a form. Equal input gives equal bytes. */
export function buildPackage(input: PackageInput, sha256: Sha256): BuiltPackage {
  const contents = dataFiles(input)
  const files = contents.map(({ path, bytes, mediaType, rows }): ManifestFile => ({
    path,
    size: bytes.length,
    sha256: sha256(bytes),
    mediaType,
    rows,
  }))
  const manifest = manifestSchema.parse(manifestOf(input, files))
  const manifestBytes = canonicalBytes(manifest)
  return {
    fileName: packageFileName(manifest, input.day),
    bytes: writeZip([{ path: manifestPath, bytes: manifestBytes }, ...contents]),
    manifest,
    manifestSha256: sha256(manifestBytes),
    rows: input.sections.flatMap((section) => packageRows(section, input.language)),
  }
}

type DataFile = { path: string; bytes: Uint8Array; mediaType: string; rows: number | null }

function dataFiles({ form, sections, language, summary }: PackageInput): DataFile[] {
  const tables = sections.map((section) => ({
    path: section.section.file,
    bytes: canonicalBytes(section.rows.map((row) => rowObject(section, row))),
    mediaType: jsonType,
    rows: section.rows.length,
  }))
  const workbook = writeWorkbook(sections.map((section) => sheetOf(section, language)))
  return [
    ...tables,
    { path: form.workbook, bytes: workbook, mediaType: xlsxType, rows: null },
    { path: summaryPath, bytes: summary, mediaType: pdfType, rows: null },
  ]
}

function manifestOf(input: PackageInput, files: ManifestFile[]): Manifest {
  const { form, mapping, institution, period } = input
  return {
    format: 'qosdiplom-package',
    formatVersion: 2,
    bin: institution.bin,
    epvoUniversityId: institution.epvoId,
    form: form.form,
    formVersion: form.version,
    mappingVersion: mapping.version,
    period: { academicYear: period.academicYear, on: period.on },
    revision: input.revision,
    previousManifestSha256: input.previousManifestSha256,
    createdAt: input.createdAt,
    appVersion: input.appVersion,
    language: input.language,
    containsSamples: sampleRecords(input.sections) > 0,
    dictionaries: form.dictionaries,
    warningsAccepted: input.warningsAccepted.map(({ rule, field, params, record, label }) => ({
      rule,
      field,
      params,
      record,
      label,
    })),
    files,
  }
}

function packageRows(section: FilledSection, language: Language): PackageRow[] {
  return section.rows.map((filled, row) => ({
    file: section.section.file,
    row,
    record: filled.source.subject,
    label: filled.source.names[language] || describedRow(section, filled, language),
  }))
}

/** What a row without a record is called: its table, and the words in it other than the year that all rows share. */
function describedRow(section: FilledSection, row: FilledRow, language: Language): string {
  const words = row.cells.slice(1).flatMap((cell) => {
    const text = meaningOf(cell, language) ?? cell.value
    return typeof text === 'string' ? [text] : []
  })
  return [section.section.titles[language], ...words].join(' · ')
}

function sheetOf(section: FilledSection, language: Language): SheetContent {
  return {
    name: section.section.titles[language],
    header: section.columns.map(({ field }) => field.titles[language]),
    rows: section.rows.map((row) =>
      row.cells.map((cell, index) =>
        sheetCell(cell, section.columns[index]?.mapped.type === 'day', language),
      ),
    ),
  }
}

function sheetCell(cell: FilledCell, isDay: boolean, language: Language): SheetCell {
  if (isDay && typeof cell.value === 'string') return { day: cell.value }
  return meaningOf(cell, language) ?? cell.value
}

/** What a coded value means, with the code in front when it is a number; null: the value speaks for itself. */
export function meaningOf(cell: FilledCell, language: Language): string | null {
  if (cell.meaning === null) return null
  return typeof cell.value === 'number' ? `${cell.value} – ${cell.meaning[language]}` : cell.meaning[language]
}
