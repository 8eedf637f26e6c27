import { useQuery } from '@tanstack/react-query'
import { allProgrammes } from '../../shared/programmes/programme.ts'
import { orpc } from '../app/client.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'

/** What all programmes are called, by id, for the values of a filter. */
export function useProgrammeNames(): ReadonlyMap<string, string> {
  const language = useLanguage()
  const on = useToday()
  const list = useQuery(
    orpc.programmes.list.queryOptions({
      input: { text: '', filter: allProgrammes, sort: [], offset: 0, limit: 1000, language, on },
    }),
  )
  return new Map((list.data?.rows ?? []).map(({ id, name }) => [id, name]))
}
