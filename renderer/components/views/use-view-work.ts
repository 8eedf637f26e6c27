import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type ColumnLayout, type SavedView, viewPlaceSchema } from '../../../shared/views/saved-view.ts'
import { data } from '../../app/client.ts'
import { useText } from '../../app/i18n.ts'
import { notifyDone, notifyRefusal, offerUndo } from '../../app/notify.tsx'
import { usePreferences } from '../../app/preferences.tsx'
import { useToday } from '../../app/today.ts'
import { firstLayout, type TableColumn } from '../table/column.ts'
import { viewKey } from '../table/list-state.ts'
import type { Listing } from '../table/listing.ts'
import { columnMemory, useColumnLayout } from '../table/use-column-layout.ts'
import { placePaths, useOpenView, useSavedViews, useViewId } from './use-saved-views.ts'
import { differs, stateOf } from './view-state.ts'

/** The view that a place shows, whether it was changed since, and what can be done with it. */
export type ViewWork = {
  /** Lists of this place can be kept as views. */
  readonly canKeep: boolean
  /** Null: the list of the place itself. */
  readonly view: SavedView | null
  readonly isChanged: boolean
  /** Under this name the place remembers what is the view's own. */
  readonly memory: string
  readonly columnLayout: readonly [ColumnLayout, (layout: ColumnLayout) => void]
  readonly create: (name: string) => Promise<void>
  readonly rename: (name: string) => Promise<void>
  readonly update: () => Promise<void>
  readonly reset: () => void
  readonly remove: () => void
}

/** The saved view of a place: `place` is also the name under which the place's own columns are remembered. */
export function useViewWork<Row, Filter, Column extends string>(
  place: string,
  columns: readonly TableColumn<Row, Column>[],
  listing: Listing<Row, Filter, Column>,
): ViewWork {
  const t = useText()
  const navigate = useNavigate()
  const today = useToday()
  const open = useOpenView()
  const { remember } = usePreferences()
  const id = useViewId()
  const viewPlace = viewPlaceSchema.safeParse(place).data
  const view = useSavedViews().find((candidate) => candidate.id === id && candidate.place === place) ?? null
  const memory = view === null ? place : `${place}:${view.id}`
  const columnLayout = useColumnLayout(memory, columns, view?.state.columns ?? undefined)
  const [layout] = columnLayout
  const { text, sort, group, address } = listing
  const now = useMemo(
    () => stateOf({ text, sort, group, address, layout }, today),
    [text, sort, group, address, layout, today],
  )
  const forget = () => remember(columnMemory(memory), undefined)
  return {
    canKeep: viewPlace !== undefined,
    view,
    isChanged: view !== null && differs(now, view.state, firstLayout(columns)),
    memory,
    columnLayout,
    create: async (name) => {
      if (viewPlace === undefined) return
      const made = await data.views.create({ place: viewPlace, name, state: now })
      if (view !== null) forget()
      notifyDone(t('common:views.created', { name }))
      open(made)
    },
    rename: async (name) => {
      if (view === null) return
      await data.views.save({ id: view.id, revision: view.revision, name, state: view.state })
    },
    update: async () => {
      if (view === null) return
      try {
        await data.views.save({ id: view.id, revision: view.revision, name: view.name, state: now })
        forget()
        notifyDone(t('common:views.updated', { name: view.name }))
      } catch (error) {
        notifyRefusal(error)
      }
    },
    reset: () => {
      if (view === null) return
      forget()
      open(view)
    },
    remove: () => {
      if (view === null) return
      data.views.remove({ id: view.id, revision: view.revision }).then(
        () => {
          const others = Object.fromEntries(Object.entries(address).filter(([word]) => word !== viewKey))
          void navigate({ to: placePaths[view.place], search: others, replace: true })
          offerUndo(t('common:views.removed', { name: view.name }), () => data.views.restore({ id: view.id }))
        },
        (error: unknown) => notifyRefusal(error),
      )
    },
  }
}
