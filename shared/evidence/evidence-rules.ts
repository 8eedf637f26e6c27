import { missingLanguages } from '../kernel/localized.ts'
import { errorAt, type Problem, warningAt } from '../kernel/problem.ts'
import type { EvidenceFields } from './evidence.ts'

/** An address that a browser can open. */
const pageAddress = /^https?:\/\/[^\s/?#]+\S*$/i

/** What is wrong with a piece of evidence by itself. */
export function checkEvidence(fields: EvidenceFields): Problem[] {
  const problems: Problem[] = []
  if (missingLanguages(fields.names).length === 3) problems.push(errorAt('names-required', 'names'))
  if (fields.kind === 'link') {
    if (!pageAddress.test(fields.url)) problems.push(errorAt('evidence-url-form', 'url'))
    if (fields.checkedOn === null && fields.isReachable !== null)
      problems.push(errorAt('evidence-check-without-day', 'checkedOn'))
  }
  if (fields.kind === 'file' && fields.fileSha256 === '')
    problems.push(errorAt('evidence-file-needed', 'fileSha256'))
  if (fields.types.length === 0) problems.push(warningAt('evidence-type-missing', 'types'))
  return problems
}
