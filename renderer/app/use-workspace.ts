import { useQuery } from '@tanstack/react-query'
import type { WorkspaceState } from '../../shared/workspace/workspace.contract.ts'
import { orpc } from './client.ts'

/** The open workspace; null while none is open or the answer is on its way. */
export function useWorkspace(): WorkspaceState | null {
  return useQuery(orpc.workspace.state.queryOptions()).data ?? null
}

/** Tells whether nothing can be changed in the open workspace. */
export function useIsReadOnly(): boolean {
  return useWorkspace()?.readOnly != null
}
