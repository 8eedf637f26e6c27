import { formatPercent } from '../../kernel/format.ts'
import {
  annexRuns,
  type Composing,
  judgement,
  labelled,
  labelledLines,
  named,
  paragraph,
} from './compose-parts.ts'
import { composeRichText } from './compose-rich-text.ts'
import type { DocumentBlock } from './document.ts'
import type { ReportCriterion, ReportPart, ReportStandard } from './report.ts'
import type { ReportSection } from './report-template.ts'
import { summarize } from './standard-summary.ts'

type StandardsSection = Extract<ReportSection, { kind: 'standards' }>

/** A criterion's text stands in its heading unless it is longer; characters. */
const longestHeading = 220

/** All standards with their criteria, in the framework's order. */
export function composeStandards(section: StandardsSection, composing: Composing): DocumentBlock[] {
  return composing.report.parts.flatMap((part) =>
    part.standards.flatMap((standard) => composeStandard(standard, part, section, composing)),
  )
}

function composeStandard(
  standard: ReportStandard,
  part: ReportPart,
  section: StandardsSection,
  composing: Composing,
): DocumentBlock[] {
  const { report, t } = composing
  const prefix = section.prefix === null ? '' : `${named(composing, section.prefix)} `
  const statement = named(composing, standard.statement)
  return [
    {
      kind: 'heading',
      level: 2,
      text: `${prefix}${standard.code} ${named(composing, standard.title)}`.trim(),
      anchor: `standard-${standard.code}`,
      startsPage: true,
    },
    ...(report.parts.length > 1
      ? [
          paragraph(
            'note',
            t('self-evaluation:part', { title: `${part.code} ${named(composing, part.title)}` }),
          ),
        ]
      : []),
    ...(section.printStatements && statement !== '' ? [paragraph('statement', statement)] : []),
    paragraph('note', standardLine(standard, composing)),
    ...standard.criteria.flatMap((criterion) => composeCriterion(criterion, standard, section, composing)),
    ...(section.judgements === 'criterion' ? [] : composeJudgements(standard, section, composing)),
  ]
}

/** Progress and score of a standard in one line. */
function standardLine(standard: ReportStandard, { t, language }: Composing): string {
  const { applicable, assessed, score } = summarize(standard.criteria)
  const progress = t('self-evaluation:standard.progress', { assessed, applicable })
  if (score === null) return progress
  return `${progress} · ${t('self-evaluation:standard.score', { score: formatPercent(score, language, 0) })}`
}

function composeCriterion(
  criterion: ReportCriterion,
  standard: ReportStandard,
  section: StandardsSection,
  composing: Composing,
): DocumentBlock[] {
  const { t } = composing
  const evidence = annexRuns(criterion.evidenceIds, composing)
  return [
    ...criterionHeading(criterion, standard, composing),
    labelled(t('self-evaluation:field.level'), [{ text: judgement(criterion, composing) }]),
    ...(criterion.notApplicable === null ? composeAnswer(criterion, section, composing) : []),
    ...(evidence.length === 0 ? [] : [labelled(t('self-evaluation:field.evidence'), evidence)]),
  ]
}

/** The texts of a criterion that applies. */
function composeAnswer(
  criterion: ReportCriterion,
  section: StandardsSection,
  composing: Composing,
): DocumentBlock[] {
  return [
    ...composeRichText(criterion.narrative, composing),
    ...(section.judgements === 'standard' ? [] : criterionJudgements(criterion, composing)),
  ]
}

/** A clause that is its own only criterion needs no second heading. */
function criterionHeading(
  criterion: ReportCriterion,
  standard: ReportStandard,
  composing: Composing,
): DocumentBlock[] {
  if (criterion.code === standard.code && !criterion.isOwn) return []
  const { t } = composing
  const text = named(composing, criterion.text)
  const own = criterion.isOwn ? ` (${t('self-evaluation:own')})` : ''
  const isLong = text.length > longestHeading
  return [
    {
      kind: 'heading',
      level: 3,
      text: `${criterion.code} ${isLong ? '' : text}`.trim() + own,
      anchor: `criterion-${criterion.code}`,
      startsPage: false,
    },
    ...(isLong ? [paragraph('statement', text)] : []),
  ]
}

function criterionJudgements(criterion: ReportCriterion, { t }: Composing): DocumentBlock[] {
  return [
    ...labelledLines(t('self-evaluation:field.strengths'), criterion.strengths),
    ...labelledLines(t('self-evaluation:field.weaknesses'), criterion.weaknesses),
    ...labelledLines(t('self-evaluation:field.recommendations'), criterion.recommendations),
  ]
}

/** What was written for the standard, then, where the criteria do not print their own, what was written for them. */
function composeJudgements(
  standard: ReportStandard,
  section: StandardsSection,
  composing: Composing,
): DocumentBlock[] {
  const isGathered = section.judgements === 'standard'
  return (['strengths', 'weaknesses', 'recommendations'] as const).flatMap((kind) => {
    const blocks = [
      ...composeRichText(standard[kind], composing),
      ...(isGathered ? gathered(standard, kind) : []),
    ]
    return blocks.length === 0
      ? []
      : [paragraph('subheading', composing.t(`self-evaluation:field.${kind}`)), ...blocks]
  })
}

/** «1.1.a: text» for every criterion that has one. */
function gathered(
  standard: ReportStandard,
  kind: 'strengths' | 'weaknesses' | 'recommendations',
): DocumentBlock[] {
  return standard.criteria
    .filter((criterion) => criterion.notApplicable === null)
    .flatMap((criterion) => labelledLines(criterion.code, criterion[kind]))
}
