import { compareCodes } from '../../../shared/frameworks/codes.ts'
import { criteriaOf, standardsOf, wordingOf } from '../../../shared/frameworks/framework.ts'
import type { Framework, FrameworkSummary } from '../../../shared/frameworks/framework-record.ts'
import { checkFramework } from '../../../shared/frameworks/framework-rules.ts'
import type { RecordCache } from '../registers/record-cache.ts'

/** The rows of the list of frameworks, by code, version and wording. */
export function toSummaries(cache: RecordCache): FrameworkSummary[] {
  const all = [...cache.framework.values()]
  const followed = [...cache.cycle.values()].map(({ frameworkId }) => frameworkId)
  return all
    .map((framework) => ({
      ...factsOf(framework),
      isReplaced: all.some((other) => isLaterWording(other, framework)),
      cycleCount: followed.filter((id) => id === framework.id).length,
    }))
    .toSorted(byEdition)
}

function isLaterWording({ content }: Framework, { content: earlier }: Framework): boolean {
  return (
    content.code === earlier.code &&
    content.version === earlier.version &&
    wordingOf(content) > wordingOf(earlier)
  )
}

function factsOf({ content, ...rest }: Framework) {
  const { code, version, titles, publisher, kind, supersedes } = content
  const problems = checkFramework(content)
  return {
    ...rest,
    code,
    version,
    titles,
    publisher,
    kind,
    supersedes,
    wording: wordingOf(content),
    standardCount: standardsOf(content).length,
    criterionCount: criteriaOf(content).length,
    missingTranslations: problems.filter(({ rule }) => rule === 'framework-translation-missing').length,
    errorCount: problems.filter(({ severity }) => severity === 'error').length,
  }
}

function byEdition(one: FrameworkSummary, other: FrameworkSummary): number {
  if (one.code !== other.code) return one.code < other.code ? -1 : 1
  return compareCodes(one.version, other.version) || other.wording - one.wording
}
