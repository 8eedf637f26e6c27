import { useRef, useState, type PointerEvent, type RefObject } from 'react'

/** The pointer has to move so far before a press on a title becomes a drag, px. */
const threshold = 5
/** So near to the edge of the table it scrolls sideways, by so much for every movement, px. */
const edge = 32
const step = 14

export type HeaderDrag = {
  /** The column that is being dragged. */
  readonly dragged: string | null
  /** The column before which it would come to stand; `end`: after the last one. */
  readonly target: string | null
  readonly start: (event: PointerEvent<HTMLElement>, key: string) => void
  /** The click that ends a drag does not sort. */
  readonly takesClick: () => boolean
}

/** Stands for the place after the last column. */
export const endOfColumns = 'end'

/** Puts a column elsewhere by dragging its title. */
export function useHeaderDrag(
  scroller: RefObject<HTMLDivElement | null>,
  onDrop: (key: string, before: string | null) => void,
): HeaderDrag {
  const [drag, setDrag] = useState<{ key: string; target: string | null } | null>(null)
  const wasDragged = useRef(false)

  const start = (event: PointerEvent<HTMLElement>, key: string) => {
    if (event.button !== 0) return
    const title = event.currentTarget
    const from = event.clientX
    wasDragged.current = false
    let target: string | null = null
    const stopped = new AbortController()
    const { signal } = stopped
    const move = (moved: globalThis.PointerEvent) => {
      if (!wasDragged.current && Math.abs(moved.clientX - from) < threshold) return
      if (!wasDragged.current) title.setPointerCapture(moved.pointerId)
      wasDragged.current = true
      scrollAtEdge(scroller.current, moved.clientX)
      target = targetAt(scroller.current, moved.clientX)
      setDrag({ key, target })
    }
    const end = () => {
      stopped.abort()
      setDrag(null)
      // After the click that belongs to this release, if there is one.
      window.setTimeout(() => {
        wasDragged.current = false
      })
      if (wasDragged.current && target !== null && target !== key)
        onDrop(key, target === endOfColumns ? null : target)
    }
    const cancel = () => {
      stopped.abort()
      setDrag(null)
    }
    window.addEventListener('pointermove', move, { signal })
    window.addEventListener('pointerup', end, { signal })
    window.addEventListener('pointercancel', cancel, { signal })
    const pressed = ({ key: name }: KeyboardEvent) => {
      if (name === 'Escape') cancel()
    }
    window.addEventListener('keydown', pressed, { signal })
  }
  return {
    dragged: drag?.key ?? null,
    target: drag?.target ?? null,
    start,
    takesClick: () => wasDragged.current,
  }
}

/** The column before which a title dropped here comes to stand; the first column cannot be passed. */
function targetAt(scroller: HTMLDivElement | null, x: number): string | null {
  const titles = [...(scroller?.querySelectorAll<HTMLElement>('[role="columnheader"][data-key]') ?? [])]
  for (const title of titles.slice(1)) {
    const { left, width } = title.getBoundingClientRect()
    if (x < left + width / 2) return title.dataset['key'] ?? null
  }
  return titles.length === 0 ? null : endOfColumns
}

function scrollAtEdge(scroller: HTMLDivElement | null, x: number): void {
  if (scroller === null) return
  const { left, right } = scroller.getBoundingClientRect()
  if (x > right - edge) scroller.scrollLeft += step
  else if (x < left + edge) scroller.scrollLeft -= step
}
