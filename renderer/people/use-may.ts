import { useQuery } from '@tanstack/react-query'
import type { Person } from '../../shared/people/person.ts'
import { type Deed, may } from '../../shared/people/permissions.ts'
import { orpc } from '../app/client.ts'
import { useIsReadOnly } from '../app/use-workspace.ts'

/** Who works now; null: nobody is chosen, or the answer is on its way. */
export function useWorkingPerson(): Person | null {
  return useQuery(orpc.people.working.queryOptions()).data?.person ?? null
}

/** Tells which deeds who works may do here. The data service has the last word; this only hides what it would refuse. */
export function useMay(): (deed: Deed) => boolean {
  const working = useQuery(orpc.people.working.queryOptions()).data
  const isReadOnly = useIsReadOnly()
  return (deed) => {
    if (isReadOnly || working === undefined) return false
    return working.person === null ? !working.mustChoose : may(working.person.role, deed)
  }
}
