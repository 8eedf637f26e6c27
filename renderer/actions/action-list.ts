import {
  actionColumns,
  type ActionFilter,
  actionFilterSchema,
  type ActionSummary,
  allActions,
} from '../../shared/actions/action.ts'
import { data } from '../app/client.ts'
import type { ListSource } from '../components/table/use-listing.ts'

export type ActionColumn = (typeof actionColumns)[number]

/** The actions as a list, what is overdue first. */
export const actionList: ListSource<ActionSummary, ActionFilter, ActionColumn> = {
  topic: 'actions',
  list: data.actions.list,
  emptyFilter: allActions,
  filterSchema: actionFilterSchema,
  columns: actionColumns,
  defaultSort: [
    { column: 'standing', descending: false },
    { column: 'dueOn', descending: false },
    { column: 'priority', descending: false },
  ],
}
