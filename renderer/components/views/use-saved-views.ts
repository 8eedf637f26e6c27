import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { CountedView } from '../../../shared/views/views.contract.ts'
import type { SavedView, ViewPlace } from '../../../shared/views/saved-view.ts'
import { orpc } from '../../app/client.ts'
import { useLanguage } from '../../app/preferences.tsx'
import { useToday } from '../../app/today.ts'
import { useWorkspace } from '../../app/use-workspace.ts'
import { viewKey } from '../table/list-state.ts'
import { searchOf } from './view-state.ts'

const none: readonly CountedView[] = []

export const placePaths = {
  partners: '/partners',
  agreements: '/agreements',
  programmes: '/programmes',
  mobility: '/mobility',
  stakeholders: '/stakeholders',
  surveys: '/surveys',
} as const satisfies Record<ViewPlace, string>

/** The saved views of the workspace, each with the number of records that it shows now. */
export function useSavedViews(): readonly CountedView[] {
  const language = useLanguage()
  const on = useToday()
  const isOpen = useWorkspace() !== null
  const views = useQuery({
    ...orpc.views.list.queryOptions({ input: { on, language }, enabled: isOpen }),
    placeholderData: keepPreviousData,
  })
  return views.data ?? none
}

/** The id of the view that the address names. */
export function useViewId(): string | null {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const id = search[viewKey]
  return typeof id === 'string' ? id : null
}

/** Opens a saved view in its place. */
export function useOpenView(): (view: SavedView) => void {
  const navigate = useNavigate()
  const today = useToday()
  return useCallback(
    (view) => void navigate({ to: placePaths[view.place], search: searchOf(view, today) }),
    [navigate, today],
  )
}
