import { useQueries, useQuery } from '@tanstack/react-query'
import type { AssessmentSummary } from '../../shared/assessment/assessment.contract.ts'
import { nameIn } from '../../shared/kernel/localized.ts'
import { orpc } from '../app/client.ts'
import { useLanguage } from '../app/preferences.tsx'

/** Every assessment of every cycle, the latest cycle first. */
export function useAllAssessments(): (AssessmentSummary & { readonly cycleName: string })[] {
  const language = useLanguage()
  const cycles = useQuery(orpc.assessment.cycles.queryOptions()).data ?? []
  const answers = useQueries({
    queries: cycles.map(({ id }) =>
      orpc.assessment.assessments.queryOptions({ input: { cycleId: id, language } }),
    ),
  })
  return answers.flatMap(({ data }, index) => {
    const cycle = cycles[index]
    const cycleName = cycle === undefined ? '' : nameIn(cycle.names, language)
    return (data ?? []).map((each) => ({ ...each, cycleName }))
  })
}
