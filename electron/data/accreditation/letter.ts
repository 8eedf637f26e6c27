import type { Content } from 'pdfmake/interfaces.js'
import type { Letter } from '../../../shared/accreditation/accreditation.contract.ts'
import { type BareConflict, findConflicts, type Statement } from '../../../shared/accreditation/conflicts.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import type { Language } from '../../../shared/kernel/record.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import { renderPdf } from '../reports/pdf.ts'
import { grid, ink } from '../reports/pdf-parts.ts'
import { type Words, wordsOf } from '../reports/words.ts'
import { objectNames } from './names.ts'

/** The conflict to which the record belongs; refuses with `accreditation-no-conflict`. */
export function conflictOf(cache: RecordCache, accreditationId: string): BareConflict {
  const conflict = findConflicts([...cache.accreditation.values()]).find(({ statements }) =>
    statements.some(({ id }) => id === accreditationId),
  )
  if (conflict === undefined) throw new AppError('accreditation-no-conflict')
  return conflict
}

/** Fills the letter that asks the agency to correct what it entered, in one language. */
export function writeLetter(cache: RecordCache, conflict: BareConflict, on: Day, language: Language): Letter {
  const words = wordsOf(language)
  const { t } = words
  const [institution] = cache.institution.values()
  const agency = cache.agency.get(conflict.agencyId)
  if (institution === undefined || agency === undefined) throw new Error('a conflict without its records')
  const object = objectNames(cache, conflict.object, (names) => words.name(names))
  const university = words.name(institution.names) || t('accreditation:letter.university')
  const isWhole = conflict.object.kind === 'institution'
  const paragraphs = [
    isWhole
      ? t('accreditation:letter.aboutInstitution', { university })
      : t('accreditation:letter.aboutProgramme', { university, object }),
    t('accreditation:letter.differs', {
      parts: conflict.differs.map((part) => t(`accreditation:letter.part.${part}`)).join(', '),
    }),
  ]
  const header = (['source', 'validFrom', 'validTo', 'decision'] as const).map((column) =>
    t(`accreditation:letter.column.${column}`),
  )
  const rows = conflict.statements.map((statement) => statementRow(statement, words))
  const closing = [
    t('accreditation:letter.ask'),
    t('accreditation:letter.enclosed'),
    t('accreditation:letter.signature', { rector: institution.rector || '____________________' }),
    t('accreditation:letter.contacts', { university, bin: institution.bin || '—' }),
  ]
  const title = t('accreditation:letter.subject')
  const to = t('accreditation:letter.to', { agency: words.name(agency.names) || agency.acronym })
  const dateLine = t('accreditation:letter.date', { on })
  const table = [header, ...rows].map((cells) => cells.join(' | '))
  const text = [to, dateLine, '', title, '', ...paragraphs, '', ...table, '', ...closing].join('\n')
  return { title, to, dateLine, paragraphs, header, rows, closing, text }
}

function statementRow({ source, validFrom, validTo, decision }: Statement, words: Words): string[] {
  const { t } = words
  const shown = (value: Day | null) =>
    value === null ? t('accreditation:letter.notGiven') : words.day(value)
  return [
    t(`accreditation:letter.source.${source}`),
    shown(validFrom),
    shown(validTo),
    decision === null ? t('accreditation:letter.notGiven') : t(`accreditation:decision.${decision}`),
  ]
}

const line = (text: string): Content => ({ text, fontSize: 11, lineHeight: 1.3, margin: [0, 0, 0, 8] })

/** The letter on A4. */
export async function printLetter(
  letter: Letter,
  language: Language,
  changedAt: string,
): Promise<Uint8Array> {
  const columns = letter.header.map((title) => ({ title, width: '*' as const }))
  const content: Content[] = [
    { text: letter.to, fontSize: 11, alignment: 'right', margin: [200, 10, 0, 4] },
    { text: letter.dateLine, fontSize: 10, color: ink.quiet, alignment: 'right', margin: [0, 0, 0, 24] },
    { text: letter.title, fontSize: 13, bold: true, margin: [0, 0, 0, 14] },
    ...letter.paragraphs.map(line),
    { ...grid(columns, letter.rows), margin: [0, 4, 0, 14] },
    ...letter.closing.map(line),
  ]
  const frame = {
    title: letter.title,
    subject: letter.to,
    author: '',
    language,
    changedAt,
    footer: () => '',
  }
  const { bytes } = await renderPdf(frame, content)
  return bytes
}
