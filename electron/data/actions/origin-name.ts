import type { ActionOrigin } from '../../../shared/actions/action.ts'
import type { Language } from '../../../shared/kernel/record.ts'
import { titleOfScope } from '../assessment/assessment-views.ts'
import type { RecordCache } from '../registers/record-cache.ts'

/** What an action comes from in words: code and scope of a criterion; empty where the kind says it all. */
export function originName(cache: RecordCache, origin: ActionOrigin, language: Language): string {
  switch (origin.kind) {
    case 'criterion': {
      const assessment = cache.assessment.get(origin.assessmentId)
      const scope = assessment === undefined ? '' : titleOfScope(cache, assessment.scope, language)
      return [origin.criterion, scope].filter((part) => part !== '').join(' · ')
    }
    case 'survey':
      return origin.question
    default:
      return ''
  }
}
