import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { orpc } from '../app/client.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'

/** Shares, warnings, conflicts and calendar of today. */
export function useAccreditationState() {
  const language = useLanguage()
  const on = useToday()
  return useQuery({
    ...orpc.accreditation.state.queryOptions({ input: { on, language } }),
    placeholderData: keepPreviousData,
  })
}
