import type { ViewPlace } from '../../../shared/views/saved-view.ts'

export type SavedViewTable = {
  id: string
  place: ViewPlace
  name: string
  state_json: string
  revision: number
  /** Null: the view is there. */
  removed_at: string | null
}

export type ViewTables = { saved_view: SavedViewTable }
