import { formatDay, formatPercent } from '../../kernel/format.ts'
import type { Language } from '../../kernel/record.ts'
import { createI18n, type Translate } from '../../locales/i18n.ts'
import { isEmpty } from '../rich-text.ts'
import { type Annex, annexFiles, numberAnnexes } from './annexes.ts'
import {
  cell,
  type Composing,
  facts,
  judgement,
  levelName,
  named,
  paragraph,
  runsCell,
  table,
} from './compose-parts.ts'
import { composeRichText } from './compose-rich-text.ts'
import { composeStandards } from './compose-standards.ts'
import { annexAnchor, type DocumentBlock, type ReportDocument, type Run } from './document.ts'
import { printable } from './printable.ts'
import { type ReportLevel, type SelfEvaluationReport, standardsOf } from './report.ts'
import type { ReportSection, ReportTemplate } from './report-template.ts'
import { type StandardSummary, summarize } from './standard-summary.ts'

/** The report in a structure and a language. Equal input gives an equal document. */
export function composeReport(
  report: SelfEvaluationReport,
  template: ReportTemplate,
  language: Language,
): ReportDocument {
  const t = createI18n(language).t as Translate
  const annexes = numberAnnexes(report, template)
  const numbers = new Map(annexes.map(({ number, evidence }) => [evidence.id, number]))
  const annexNumber = (id: string): number | undefined => numbers.get(id)
  const composing: Composing = { report, template, language, t, annexes, annexNumber }
  const institution = named(composing, report.institution)
  const object = objectName(composing)
  return {
    title: `${t('self-evaluation:title')}. ${object === '' ? institution : object}`,
    subject: named(composing, report.framework.titles),
    institution,
    mark: report.isSample ? t('self-evaluation:sample') : null,
    blocks: template.sections.flatMap((section) => composeSection(section, composing)),
  }
}

function composeSection(section: ReportSection, composing: Composing): DocumentBlock[] {
  if (section.kind === 'title-page') return titlePage(composing)
  const heading = named(composing, section.heading)
  if (section.kind === 'contents') return [{ kind: 'contents', heading }]
  const body = composeBody(section, composing)
  if (body === null) return []
  const anchor = section.kind === 'text' ? `text-${section.key}` : section.kind
  return [{ kind: 'heading', level: 1, text: heading, anchor, startsPage: true }, ...body]
}

/** The blocks under a section's heading; null: the section is left out. */
function composeBody(
  section: Exclude<ReportSection, { kind: 'title-page' | 'contents' }>,
  composing: Composing,
): DocumentBlock[] | null {
  const { report } = composing
  switch (section.kind) {
    case 'text': {
      const text = report.texts[section.key]
      if (text !== undefined && !isEmpty(text)) return composeRichText(text, composing)
      return section.whenEmpty === 'leave-out' ? null : [paragraph('body', '')]
    }
    case 'team':
      return report.team.length === 0 ? null : [teamTable(composing)]
    case 'standards':
      return composeStandards(section, composing)
    case 'levels':
      return levelsTable(composing)
    case 'summary':
      return summaryTable(composing)
    case 'actions':
      return actionsTable(composing)
    default:
      return annexesTable(composing)
  }
}

function objectName(composing: Composing): string {
  const { kind, names } = composing.report.object
  return kind === 'university' ? '' : named(composing, names)
}

function titlePage(composing: Composing): DocumentBlock[] {
  const { report, language, t } = composing
  const { cycle, framework, agency } = report
  const day = (on: string): string => formatDay(on, language)
  const object = objectName(composing)
  const scale = report.scale === null ? '' : named(composing, report.scale.titles)
  return [
    paragraph('institution', named(composing, report.institution)),
    paragraph('title', t('self-evaluation:title')),
    ...(object === '' ? [] : [paragraph('subtitle', object)]),
    ...(report.isSample ? [paragraph('mark', t('self-evaluation:sample'))] : []),
    facts([
      [t('self-evaluation:fact.object'), t(`self-evaluation:object.${report.object.kind}`)],
      [t('self-evaluation:fact.framework'), named(composing, framework.titles)],
      [t('self-evaluation:fact.publisher'), named(composing, framework.publisher)],
      [t('self-evaluation:fact.agency'), agency === null ? '' : agencyName(composing)],
      [t('self-evaluation:fact.scale'), scale],
      [t('self-evaluation:fact.cycle'), named(composing, cycle.names)],
      [t('self-evaluation:fact.period'), `${day(cycle.startsOn)} – ${day(cycle.endsOn)}`],
      [t('self-evaluation:fact.visit'), cycle.visitOn === null ? '' : day(cycle.visitOn)],
      [t('self-evaluation:fact.prepared'), day(report.preparedOn)],
    ]),
    paragraph('note', named(composing, framework.licence)),
  ]
}

function agencyName(composing: Composing): string {
  const { agency } = composing.report
  if (agency === null) return ''
  const name = named(composing, agency.names)
  return agency.acronym === '' ? name : `${name} (${printable(agency.acronym)})`
}

function teamTable({ report, t }: Composing): DocumentBlock {
  return table(
    [
      { title: t('self-evaluation:column.name'), width: 36 },
      { title: t('self-evaluation:column.position'), width: 38 },
      { title: t('self-evaluation:column.role'), width: 26 },
    ],
    report.team.map(({ name, position, role }) => [
      cell(name),
      cell(position),
      cell(t(`self-evaluation:role.${role}`)),
    ]),
  )
}

/** Every criterion with its level, under its standard. */
function levelsTable(composing: Composing): DocumentBlock[] {
  const { report, t } = composing
  const rows = standardsOf(report).flatMap((standard) => [
    [
      cell(standard.code, { bold: true }),
      { ...cell(named(composing, standard.title), { bold: true }), columns: 2 },
    ],
    ...standard.criteria.map((criterion) => [
      cell(criterion.code),
      cell(named(composing, criterion.text) + (criterion.isOwn ? ` (${t('self-evaluation:own')})` : '')),
      cell(judgement(criterion, composing)),
    ]),
  ])
  return [
    ...scaleNote(composing),
    table(
      [
        { title: t('self-evaluation:column.code'), width: 12 },
        { title: t('self-evaluation:column.criterion'), width: 58 },
        { title: t('self-evaluation:column.level'), width: 30 },
      ],
      rows,
    ),
  ]
}

function scaleNote(composing: Composing): DocumentBlock[] {
  const { report, t } = composing
  if (report.scale === null) return []
  return [paragraph('note', t('self-evaluation:inScale', { scale: named(composing, report.scale.titles) }))]
}

function summaryTable(composing: Composing): DocumentBlock[] {
  const { report, t } = composing
  const standards = standardsOf(report)
  const total = summarize(standards.flatMap(({ criteria }) => criteria))
  return [
    ...scaleNote(composing),
    table(
      [
        { title: t('self-evaluation:column.standard'), width: 36 },
        { title: t('self-evaluation:column.applicable'), width: 13 },
        { title: t('self-evaluation:column.assessed'), width: 13 },
        { title: t('self-evaluation:column.levels'), width: 26 },
        { title: t('self-evaluation:column.score'), width: 12 },
      ],
      [
        ...standards.map((standard) =>
          summaryRow(
            `${standard.code} ${named(composing, standard.title)}`,
            summarize(standard.criteria),
            composing,
          ),
        ),
        summaryRow(t('self-evaluation:total'), total, composing, { bold: true }),
      ],
    ),
    paragraph('note', t('self-evaluation:scoreNote')),
  ]
}

function summaryRow(
  name: string,
  summary: StandardSummary,
  composing: Composing,
  look: { bold?: boolean } = {},
) {
  const { language } = composing
  return [
    cell(name, look),
    cell(String(summary.applicable), look),
    cell(String(summary.assessed), look),
    cell(levelCounts(summary, composing), look),
    cell(summary.score === null ? '—' : formatPercent(summary.score, language, 0), look),
  ]
}

/** «Fully met: 3; largely met: 2», best first; levels that a scale has one word for are added up. */
function levelCounts({ levels }: StandardSummary, composing: Composing): string {
  const counts = new Map<string, number>()
  for (const level of [4, 3, 2, 1, 0] satisfies ReportLevel[]) {
    const name = levelName(level, composing.report.scale, composing)
    if (levels[level] > 0) counts.set(name, (counts.get(name) ?? 0) + levels[level])
  }
  return [...counts].map(([name, count]) => `${name}: ${count}`).join('; ')
}

function actionsTable({ report, language, t }: Composing): DocumentBlock[] {
  if (report.actions.length === 0) return [paragraph('body', t('self-evaluation:noActions'))]
  const rows = report.actions.map((action, index) => [
    cell(String(index + 1)),
    cell(
      action.result === ''
        ? action.title
        : `${action.title}. ${t('self-evaluation:result', { result: printable(action.result) })}`,
    ),
    cell(action.criterion),
    cell(action.owner),
    cell(action.dueOn === null ? '—' : formatDay(action.dueOn, language)),
    cell(t(`self-evaluation:state.${action.state}`)),
  ])
  return [
    table(
      [
        { title: t('self-evaluation:column.number'), width: 6 },
        { title: t('self-evaluation:column.action'), width: 36 },
        { title: t('self-evaluation:column.criterionCode'), width: 12 },
        { title: t('self-evaluation:column.owner'), width: 20 },
        { title: t('self-evaluation:column.due'), width: 12 },
        { title: t('self-evaluation:column.state'), width: 14 },
      ],
      rows,
    ),
  ]
}

function annexesTable(composing: Composing): DocumentBlock[] {
  const { annexes, language, t } = composing
  if (annexes.length === 0) return [paragraph('body', t('self-evaluation:noAnnexes'))]
  const files = new Map(annexFiles(annexes, language).map(({ number, name }) => [number, name]))
  const rows = annexes.map((annex) => [
    cell(String(annex.number), { anchor: annexAnchor(annex.number) }),
    cell(annexTitle(annex, composing)),
    runsCell(annexPlace(annex, files.get(annex.number), composing)),
    cell(annex.citedBy.join(', ')),
  ])
  return [
    table(
      [
        { title: t('self-evaluation:column.number'), width: 7 },
        { title: t('self-evaluation:column.annex'), width: 38 },
        { title: t('self-evaluation:column.place'), width: 37 },
        { title: t('self-evaluation:column.citedBy'), width: 18 },
      ],
      rows,
    ),
  ]
}

function annexTitle({ evidence }: Annex, composing: Composing): string {
  const name = named(composing, evidence.names)
  return evidence.confidentiality === 'confidential'
    ? `${name} (${composing.t('self-evaluation:confidential')})`
    : name
}

/** The file of an annex, the address of a link, or that the file is missing. */
function annexPlace({ number, evidence }: Annex, file: string | undefined, composing: Composing): Run[] {
  const { language, t } = composing
  if (file !== undefined) return [{ text: file, annexFile: number }]
  if (evidence.isWithheld) return [{ text: t('self-evaluation:annex.withheld'), isQuiet: true }]
  if (evidence.kind === 'file') return [{ text: t('self-evaluation:annex.missing'), isQuiet: true }]
  const address: Run = { text: printable(evidence.url), ...safeLink(evidence.url) }
  if (evidence.checkedOn === null) return [address]
  const checked = t('self-evaluation:annex.checked', { on: formatDay(evidence.checkedOn, language) })
  return [address, { text: ` (${checked})`, isQuiet: true }]
}

/** Only addresses of web pages become links. */
function safeLink(url: string): { href?: string } {
  return /^https?:\/\/[^\s"<>]+$/iu.test(url) ? { href: url } : {}
}
