import type { Content } from 'pdfmake/interfaces.js'
import { writeWorkbook } from '../../../shared/exchange/workbook.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import { nameIn } from '../../../shared/kernel/localized.ts'
import type { Language } from '../../../shared/kernel/record.ts'
import type { Involvement } from '../../../shared/stakeholders/involvement.ts'
import { countInvolvements, inPeriod } from '../../../shared/stakeholders/involvement-rules.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import { grid, heading, ink, note } from '../reports/pdf-parts.ts'
import { renderPdf } from '../reports/pdf.ts'
import { type Words, wordsOf } from '../reports/words.ts'

export type ParticipationPeriod = { readonly from: Day; readonly to: Day; readonly language: Language }

/** What the report shows, in the words of its language. */
export type ParticipationReport = {
  readonly title: string
  readonly institution: string
  readonly events: number
  readonly counts: { readonly header: string[]; readonly rows: string[][] }
  readonly log: { readonly header: string[]; readonly rows: string[][] }
}

/** Gathers the participation of the period: counts per year and audience, and every event with its outcome. */
export function gatherParticipation(
  cache: RecordCache,
  { from, to, language }: ParticipationPeriod,
): ParticipationReport {
  const words = wordsOf(language)
  const { t } = words
  const found = inPeriod([...cache.involvement.values()], from, to)
  const [institution] = cache.institution.values()
  return {
    title: t('stakeholders:report.title', { from, to }),
    institution: institution === undefined ? '' : nameIn(institution.names, language),
    events: found.length,
    counts: {
      header: [
        t('stakeholders:field.academicYear'),
        t('stakeholders:field.audience'),
        t('stakeholders:report.events'),
        t('stakeholders:field.personCount'),
      ],
      rows: countInvolvements(found).map(({ academicYear, audience, events, persons }) => [
        words.year(academicYear),
        t(`stakeholders:audience.${audience}`),
        words.number(events),
        persons === null ? t('stakeholders:notCounted') : words.number(persons),
      ]),
    },
    log: {
      header: [
        t('stakeholders:field.on'),
        t('stakeholders:report.who'),
        t('stakeholders:report.what'),
        t('stakeholders:field.outcome'),
        t('stakeholders:field.personCount'),
        t('stakeholders:field.evidenceIds'),
      ],
      rows: found.map((involvement) => logRow(cache, involvement, words)),
    },
  }
}

/** The parts that are there, with a dot between them. */
const parts = (texts: readonly string[]): string => texts.filter((text) => text !== '').join(' · ')

function logRow(cache: RecordCache, involvement: Involvement, words: Words): string[] {
  const { t, language } = words
  const { names, audience, organisation, activity, programmeId, outcome, personCount, evidenceIds } =
    involvement
  const programme = programmeId === null ? undefined : cache.programme.get(programmeId)
  return [
    words.day(involvement.on),
    parts([t(`stakeholders:audience.${audience}`), organisation]),
    parts([
      nameIn(names, language),
      t(`stakeholders:activity.${activity}`),
      programme === undefined ? '' : nameIn(programme.names, language),
    ]),
    outcome,
    personCount === null ? '—' : words.number(personCount),
    evidenceIds
      .flatMap((id) => cache.evidence.get(id) ?? [])
      .map((evidence) => nameIn(evidence.names, language))
      .join('; '),
  ]
}

/** The report as a workbook of two sheets. */
export function participationWorkbook(report: ParticipationReport, language: Language): Uint8Array {
  const { t } = wordsOf(language)
  return writeWorkbook([
    { name: t('stakeholders:report.log'), ...report.log },
    { name: t('stakeholders:report.counts'), ...report.counts },
  ])
}

/** The report on A4. Equal records give equal bytes. */
export async function printParticipation(
  report: ParticipationReport,
  { language }: ParticipationPeriod,
  changedAt: string,
): Promise<Uint8Array> {
  const words = wordsOf(language)
  const { t } = words
  const [year = '', audience = '', events = '', persons = ''] = report.counts.header
  const [on = '', who = '', what = '', outcome = '', people = '', evidence = ''] = report.log.header
  const content: Content[] = [
    { text: report.institution, fontSize: 9, color: ink.quiet },
    { text: report.title, fontSize: 14, bold: true, margin: [0, 2, 0, 6] },
    heading(t('stakeholders:report.counts')),
    grid(
      [
        { title: year, width: 90 },
        { title: audience, width: '*' },
        { title: events, width: 90, isNumber: true },
        { title: persons, width: 90, isNumber: true },
      ],
      report.counts.rows,
    ),
    heading(t('stakeholders:report.log')),
    report.events === 0
      ? note(t('stakeholders:report.nothing'))
      : grid(
          [
            { title: on, width: 52 },
            { title: who, width: 95 },
            { title: what, width: '*' },
            { title: outcome, width: 130 },
            { title: people, width: 36, isNumber: true },
            { title: evidence, width: 70 },
          ],
          report.log.rows,
        ),
    note(t('stakeholders:report.asOf', { at: words.instant(changedAt) }), 8),
  ]
  const { bytes } = await renderPdf(
    {
      title: report.title,
      subject: t('stakeholders:title'),
      author: report.institution,
      language,
      changedAt,
      footer: (page, pages) => ({
        text: `${page} / ${pages}`,
        alignment: 'right',
        fontSize: 7.5,
        color: ink.quiet,
        margin: [36, 12, 36, 0],
      }),
    },
    content,
  )
  return bytes
}
