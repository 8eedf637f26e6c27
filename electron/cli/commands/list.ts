import { formatDay, formatNumber } from '../../../shared/kernel/format.ts'
import { nameIn } from '../../../shared/kernel/localized.ts'
import { academicYearLabel } from '../../../shared/kernel/calendar.ts'
import { allAgreements } from '../../../shared/agreements/agreement.ts'
import { allCohorts } from '../../../shared/mobility/cohort.ts'
import { allPartners } from '../../../shared/partners/partner.ts'
import { allProgrammes } from '../../../shared/programmes/programme.ts'
import { readCount, readDay, readWord } from '../arguments.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { type Session, withWorkspace } from '../session.ts'
import { printTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import type { Call } from '../usage-error.ts'

/** The kinds of record that `list` takes. */
export const listedEntities = ['partners', 'agreements', 'programmes', 'cohorts', 'institution'] as const
type ListedEntity = (typeof listedEntities)[number]

export type ListOptions = {
  readonly text?: string | undefined
  readonly on?: string | undefined
  readonly limit?: string | undefined
}

type Question = { text: string; on: string; limit: number }

/** Rows for programs, and the same rows as cells for people. */
type Listed = { rows: readonly object[]; total: number; header: string[]; cells: string[][] }

const mostRows = 20_000

/** `list ENTITY`: the records of one kind, with what is computed about them on the day. */
export async function list(
  call: Call,
  terminal: Terminal,
  { entity: word, ...options }: ListOptions & { entity: string },
): Promise<ExitCode> {
  const entity = readWord(call, { argument: 'ENTITY', text: word, words: listedEntities })
  const question = {
    text: options.text ?? '',
    on: readDay(call, options.on),
    limit:
      options.limit === undefined ? mostRows : Math.min(mostRows, readCount(call, '--limit', options.limit)),
  }
  const { rows, total, header, cells } = await withWorkspace(call, (session) =>
    readers[entity](call, session, question),
  )
  if (call.json) terminal.result(JSON.stringify({ entity, on: question.on, total, rows }, null, 2))
  else if (rows.length > 0) terminal.result(printTable(header, cells))
  terminal.message(call.t('cli:list.shown', { count: total, shown: rows.length }))
  return exitCodes.done
}

const readers: Record<ListedEntity, (call: Call, session: Session, question: Question) => Promise<Listed>> = {
  partners: listPartners,
  agreements: listAgreements,
  programmes: listProgrammes,
  cohorts: listCohorts,
  institution: showInstitution,
}

const plain = (call: Call, question: Question) => ({ ...question, offset: 0, language: call.language })

async function listPartners(call: Call, { client }: Session, question: Question): Promise<Listed> {
  const { t, language } = call
  const { rows, total } = await client.partners.list({
    ...plain(call, question),
    filter: allPartners,
    sort: [{ column: 'name', descending: false }],
  })
  return {
    rows,
    total,
    header: [t('cli:column.name'), t('cli:column.country'), t('cli:column.city'), t('cli:column.agreements')],
    cells: rows.map((row) => [
      row.name,
      row.countryName,
      row.city,
      formatNumber(row.agreementCount, language),
    ]),
  }
}

async function listAgreements(call: Call, { client }: Session, question: Question): Promise<Listed> {
  const { t, language } = call
  const { rows, total } = await client.agreements.list({
    ...plain(call, question),
    filter: allAgreements,
    sort: [{ column: 'endsOn', descending: false }],
  })
  return {
    rows,
    total,
    header: [
      t('cli:column.number'),
      t('cli:column.title'),
      t('cli:column.partners'),
      t('cli:column.status'),
      t('cli:column.endsOn'),
    ],
    cells: rows.map((row) => [
      row.number,
      row.title,
      row.partnerNames,
      t(`agreements:status.${row.status}`),
      row.endsOn === null ? '' : formatDay(row.endsOn, language),
    ]),
  }
}

async function listProgrammes(call: Call, { client }: Session, question: Question): Promise<Listed> {
  const { t, language } = call
  const { rows, total } = await client.programmes.list({
    ...plain(call, question),
    filter: allProgrammes,
    sort: [{ column: 'code', descending: false }],
  })
  return {
    rows,
    total,
    header: [
      t('cli:column.code'),
      t('cli:column.name'),
      t('cli:column.level'),
      t('cli:column.format'),
      t('cli:column.partners'),
      t('cli:column.learners'),
    ],
    cells: rows.map((row) => [
      row.code,
      row.name,
      t(`programmes:levels.${row.level}`),
      row.format,
      row.partnerNames,
      formatNumber(row.contingent, language),
    ]),
  }
}

async function listCohorts(call: Call, { client }: Session, question: Question): Promise<Listed> {
  const { t, language } = call
  const { rows, total } = await client.mobility.list({
    ...plain(call, question),
    filter: allCohorts,
    sort: [
      { column: 'academicYear', descending: true },
      { column: 'programmeName', descending: false },
    ],
  })
  return {
    rows,
    total,
    header: [
      t('cli:column.year'),
      t('cli:column.programme'),
      t('cli:column.level'),
      t('cli:column.learners'),
      t('cli:column.atPartner'),
    ],
    cells: rows.map((row) => [
      academicYearLabel(row.academicYear),
      row.programmeName,
      t(`programmes:levels.${row.level}`),
      formatNumber(row.contingent, language),
      formatNumber(row.atPartner, language),
    ]),
  }
}

async function showInstitution(call: Call, { client }: Session): Promise<Listed> {
  const { t, language } = call
  const { institution } = await client.institution.get()
  return {
    rows: [institution],
    total: 1,
    header: [t('cli:column.name'), t('cli:column.city'), t('cli:column.bin')],
    cells: [[nameIn(institution.names, language), nameIn(institution.city, language), institution.bin]],
  }
}
