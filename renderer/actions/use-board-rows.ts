import { useEffect } from 'react'
import type { ActionFilter, ActionSummary } from '../../shared/actions/action.ts'
import type { Listing } from '../components/table/listing.ts'
import type { ActionColumn } from './action-list.ts'

/** As many cards as a person can look through; the list shows the rest. */
const shownCards = 500

/** The rows of the list as far as the board shows them. */
export function useBoardRows(listing: Listing<ActionSummary, ActionFilter, ActionColumn>): ActionSummary[] {
  const { show, rowAt, total = 0 } = listing
  const count = Math.min(total, shownCards)
  useEffect(() => show(0, count), [show, count])
  return Array.from({ length: count }, (_, index) => rowAt(index)).filter((row) => row !== undefined)
}
