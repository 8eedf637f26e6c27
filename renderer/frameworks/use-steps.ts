import { useCallback, useRef, useState } from 'react'
import type { FrameworkContent } from '../../shared/frameworks/framework.ts'

/** Makes a change of the framework; `what` names the field, so that letters typed one after another are one step. */
export type Edit = (content: FrameworkContent, what: string) => void

const mostSteps = 100

/** Steps of editing that can be taken back one by one. */
export function useSteps(values: FrameworkContent, change: (content: FrameworkContent) => void) {
  const before = useRef<FrameworkContent[]>([])
  const last = useRef('')
  const [canUndo, setCanUndo] = useState(false)
  const edit: Edit = useCallback(
    (content, what) => {
      if (what === '' || what !== last.current) before.current = [...before.current, values].slice(-mostSteps)
      last.current = what
      setCanUndo(true)
      change(content)
    },
    [values, change],
  )
  const undo = useCallback(() => {
    const earlier = before.current.at(-1)
    before.current = before.current.slice(0, -1)
    last.current = ''
    setCanUndo(before.current.length > 0)
    if (earlier !== undefined) change(earlier)
  }, [change])
  return { edit, undo, canUndo }
}
