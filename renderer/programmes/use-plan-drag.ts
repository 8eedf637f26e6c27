import { useEffect, useState } from 'react'
import type { StudyPlan } from '../../shared/programmes/programme.ts'
import { type HostId, movePeriod, nextHost, paintPeriods } from './plan-edit.ts'

/** What the pointer gives to the cells it crosses: one host, or to each first cell its next host. */
export type Brush = { readonly host: HostId } | 'next'

type Drag =
  | { readonly kind: 'paint'; readonly from: number; readonly host: HostId; readonly before: StudyPlan }
  | { readonly kind: 'move'; readonly from: number; readonly before: StudyPlan }

/**
 * Painting and moving of semesters with the pointer. The plan as it was when the button went down is kept,
 * so that drawing back over the cells takes the change back.
 */
export function usePlanDrag(options: {
  plan: StudyPlan
  hosts: readonly HostId[]
  brush: Brush
  onChange: (plan: StudyPlan) => void
}): {
  kind: Drag['kind'] | null
  startPaint: (index: number) => void
  startMove: (index: number) => void
  enter: (index: number) => void
} {
  const { plan, hosts, brush, onChange } = options
  const [drag, setDrag] = useState<Drag | null>(null)

  useEffect(() => {
    if (drag === null) return undefined
    const stop = () => setDrag(null)
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      onChange(drag.before)
      setDrag(null)
    }
    window.addEventListener('pointerup', stop)
    window.addEventListener('pointercancel', stop)
    window.addEventListener('keydown', cancel, true)
    return () => {
      window.removeEventListener('pointerup', stop)
      window.removeEventListener('pointercancel', stop)
      window.removeEventListener('keydown', cancel, true)
    }
  }, [drag, onChange])

  return {
    kind: drag?.kind ?? null,
    startPaint: (index) => {
      const host = brush === 'next' ? nextHost(hosts, plan[index]?.partnerId ?? null, 1) : brush.host
      setDrag({ kind: 'paint', from: index, host, before: plan })
      onChange(paintPeriods(plan, index, index, host))
    },
    startMove: (index) => {
      setDrag({ kind: 'move', from: index, before: plan })
    },
    enter: (index) => {
      if (drag === null) return
      const next =
        drag.kind === 'paint'
          ? paintPeriods(drag.before, drag.from, index, drag.host)
          : movePeriod(drag.before, drag.from, index)
      onChange(next)
    },
  }
}
