import type { Answer } from '../../../shared/assessment/answer.ts'
import { type Assessment, sectionOf } from '../../../shared/assessment/assessment.ts'
import type { Cycle } from '../../../shared/assessment/cycle.ts'
import { citedEvidence } from '../../../shared/assessment/rich-text.ts'
import { emptyAnswer } from '../../../shared/assessment/answer.ts'
import type {
  ReportCriterion,
  ReportEvidence,
  ReportMember,
  ReportPart,
  SelfEvaluationReport,
} from '../../../shared/assessment/report/report.ts'
import type { FrameworkContent } from '../../../shared/frameworks/framework.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { LocalizedText } from '../../../shared/kernel/record.ts'
import { newestFile } from '../attachments/files-of-record.ts'
import type { DataContext } from '../context.ts'
import { findScale } from '../frameworks/find-scale.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import type { Reader } from '../workspace/database.ts'
import { answerStore } from './assessment.repository.ts'
import { answersOf, assessmentIn, contentOf, cycleIn, isDoubleDegree } from './assessment-views.ts'

const noName: LocalizedText = { kk: '', ru: '', en: '' }

/** What the records hold for a report, and the attachment that is the file of each piece of evidence. */
export type GatheredReport = {
  readonly report: SelfEvaluationReport
  readonly attachmentOf: ReadonlyMap<string, string>
}

/**
 * Turns the stored records of an assessment into the report about them: every criterion of the framework that the scope
 * has to answer, also those without an answer. Refuses with `not-found`. `scale` null: our own words for levels.
 */
export async function gatherReport(
  context: DataContext,
  assessmentId: string,
  scale: string | null,
): Promise<GatheredReport> {
  const cache = await context.registers().upToDate()
  const { reader } = context.database()
  const assessment = assessmentIn(cache, assessmentId)
  const cycle = cycleIn(cache, assessment.cycleId)
  const content = contentOf(cache, cycle)
  const heads = answersOf(cache, assessmentId)
  const answers = await answerStore.listByIds(
    reader,
    heads.map(({ id }) => id),
  )
  const { evidence, attachmentOf } = await gatherEvidence(cache, reader, evidenceIdsOf(assessment, answers))
  const changes = [assessment, cycle, ...answers].map(({ updatedAt }) => updatedAt)
  const report: SelfEvaluationReport = {
    institution: [...cache.institution.values()][0]?.names ?? noName,
    object: objectOf(cache, assessment),
    cycle: { names: cycle.names, startsOn: cycle.startsOn, endsOn: cycle.endsOn, visitOn: cycle.visitOn },
    framework: { titles: content.titles, publisher: content.publisher, licence: content.licence },
    agency: null,
    scale: scaleOf(cache, scale),
    team: teamOf(cache, cycle),
    texts: {},
    parts: partsOf(content, assessment, answers, isDoubleDegree(cache, assessment.scope)),
    actions: [],
    evidence,
    preparedOn: context.today(),
    changedAt: changes.reduce((latest, each) => (each > latest ? each : latest), ''),
    isSample: assessment.isSample,
  }
  return { report, attachmentOf }
}

function scaleOf(cache: RecordCache, code: string | null): SelfEvaluationReport['scale'] {
  if (code === null) return null
  const scale = findScale(cache, code)
  if (scale === undefined) throw new AppError('not-found', { entity: 'framework' })
  return scale
}

function objectOf(cache: RecordCache, { scope }: Assessment): SelfEvaluationReport['object'] {
  if (scope.kind === 'university') return { kind: 'university', names: noName }
  if (scope.kind === 'faculty') return { kind: 'faculty', names: scope.names }
  const programme = cache.programme.get(scope.programmeId)
  if (programme === undefined) return { kind: 'programme', names: noName }
  const named = (name: string): string => (name === '' ? '' : `${programme.code} ${name}`.trim())
  const { kk, ru, en } = programme.names
  return { kind: 'programme', names: { kk: named(kk), ru: named(ru), en: named(en) } }
}

const teamOf = (cache: RecordCache, { team }: Cycle): ReportMember[] =>
  team.flatMap(({ personId, role }) => {
    const person = cache.person.get(personId)
    return person === undefined ? [] : [{ name: person.name, position: person.position, role }]
  })

function partsOf(
  content: FrameworkContent,
  assessment: Assessment,
  answers: readonly Answer[],
  isDouble: boolean,
): ReportPart[] {
  const byCriterion = new Map(answers.map((answer) => [answer.criterion, answer]))
  return content.parts.map((part) => ({
    code: part.code,
    title: part.title,
    standards: part.standards.map((standard) => {
      const { strengths, weaknesses, recommendations } = sectionOf(assessment, standard.code)
      const criteria = standard.criteria.filter(({ onlyFor }) => onlyFor === null || isDouble)
      return {
        code: standard.code,
        title: standard.title,
        statement: standard.statement,
        strengths,
        weaknesses,
        recommendations,
        criteria: criteria.map(({ code, text, isOwn }): ReportCriterion => {
          const answer = byCriterion.get(code) ?? emptyAnswer(assessment.id, code)
          const { level, notApplicable, narrative, evidenceIds } = answer
          return {
            code,
            text,
            isOwn,
            level,
            notApplicable,
            narrative,
            strengths: answer.strengths,
            weaknesses: answer.weaknesses,
            recommendations: answer.recommendations,
            evidenceIds,
          }
        }),
      }
    }),
  }))
}

function evidenceIdsOf({ sections }: Assessment, answers: readonly Answer[]): Set<string> {
  return new Set([
    ...answers.flatMap(({ evidenceIds }) => evidenceIds),
    ...sections.flatMap(({ strengths, weaknesses, recommendations }) =>
      [strengths, weaknesses, recommendations].flatMap(citedEvidence),
    ),
  ])
}

async function gatherEvidence(
  cache: RecordCache,
  reader: Reader,
  ids: ReadonlySet<string>,
): Promise<{ evidence: ReportEvidence[]; attachmentOf: Map<string, string> }> {
  const evidence: ReportEvidence[] = []
  const attachmentOf = new Map<string, string>()
  for (const id of ids) {
    const record = cache.evidence.get(id)
    if (record === undefined) continue
    const { names, kind, url, checkedOn, confidentiality } = record
    const file = kind === 'file' ? await newestFile(reader, { entity: 'evidence', id }) : undefined
    if (file !== undefined) attachmentOf.set(id, file.id)
    evidence.push({
      id,
      names,
      kind,
      url,
      checkedOn,
      confidentiality,
      isWithheld: false,
      file: file === undefined ? null : { name: file.name, sha256: file.sha256, size: file.size },
    })
  }
  return { evidence, attachmentOf }
}
