import { createContext, useContext } from 'react'

export type PlaceValue = {
  readonly isWide: boolean
  readonly setWide: (isWide: boolean) => void
  /** Closes the open record. */
  readonly close: () => void
  /** Opens another record of this place; null: a new one. */
  readonly open: (id: string | null) => void
}

/** What an open record can do with the place it is shown in. */
export const PlaceContext = createContext<PlaceValue | null>(null)

/** The place around an open record. */
export function usePlace(): PlaceValue {
  const place = useContext(PlaceContext)
  if (place === null) throw new Error('usePlace needs a RecordPlace around it')
  return place
}
