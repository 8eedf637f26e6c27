import { useCallback } from 'react'
import { z } from 'zod'
import { useRemembered } from '../../app/preferences.tsx'

/** Which groups are folded: all but some, or none but some. Groups by another column start unfolded. */
const foldingSchema = z.object({
  column: z.string(),
  areAllFolded: z.boolean(),
  except: z.array(z.string()).max(2000),
})

const nothingFolded: z.infer<typeof foldingSchema> = { column: '', areAllFolded: false, except: [] }

export type Folding = {
  readonly isFolded: (value: string) => boolean
  readonly setFolded: (value: string, isFolded: boolean) => void
  readonly setAllFolded: (areAllFolded: boolean) => void
}

/** The folded groups of a view, remembered for the column that it is grouped by. */
export function useFolding(view: string, column: string | null): Folding {
  const [stored, store] = useRemembered(`folded:${view}`, foldingSchema, nothingFolded)
  const { areAllFolded, except } = stored.column === column ? stored : nothingFolded
  const isFolded = useCallback(
    (value: string) => except.includes(value) !== areAllFolded,
    [areAllFolded, except],
  )
  const own = column ?? ''
  return {
    isFolded,
    setFolded: (value, wanted) => {
      const others = except.filter((other) => other !== value)
      store({ column: own, areAllFolded, except: wanted === areAllFolded ? others : [...others, value] })
    },
    setAllFolded: (wanted) => store({ column: own, areAllFolded: wanted, except: [] }),
  }
}
