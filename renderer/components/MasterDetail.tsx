import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { z } from 'zod'
import { useText } from '../app/i18n.ts'
import { useRemembered } from '../app/preferences.tsx'
import classes from './record/record.module.css'

type MasterDetailProps = {
  /** The width is remembered under this name. */
  readonly view: string
  readonly list: ReactNode
  /** Null: nothing is open, the list has all the room. */
  readonly detail: ReactNode
  /** The record has all the room and the list waits behind it. */
  readonly isWide: boolean
  readonly onClose: () => void
}

const splitSchema = z.object({ width: z.number().min(360).max(2400) })
const firstSplit = { width: 520 }
const smallestDetail = 360
const smallestList = 280
const keyStep = 32

/** A list with the open record beside it; the border between them can be moved, and stays where it was put. */
export function MasterDetail({ view, list, detail, isWide, onClose }: MasterDetailProps) {
  const t = useText()
  const [{ width }, setSplit] = useRemembered(`split:${view}`, splitSchema, firstSplit)
  const panel = useRef<HTMLDivElement>(null)
  const whole = useRef<HTMLDivElement>(null)
  const fit = (wanted: number) =>
    Math.round(
      Math.max(smallestDetail, Math.min(wanted, (whole.current?.clientWidth ?? 1200) - smallestList)),
    )

  const drag = (event: React.PointerEvent<HTMLDivElement>) => {
    event.preventDefault()
    const handle = event.currentTarget
    const from = event.clientX
    const before = panel.current?.offsetWidth ?? width
    let next = before
    const move = (moved: PointerEvent) => {
      next = fit(before + from - moved.clientX)
      if (panel.current !== null) panel.current.style.width = `${next}px`
    }
    handle.setPointerCapture(event.pointerId)
    handle.addEventListener('pointermove', move)
    handle.addEventListener(
      'pointerup',
      () => {
        handle.removeEventListener('pointermove', move)
        setSplit({ width: next })
      },
      { once: true },
    )
  }
  const step = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowLeft' ? keyStep : event.key === 'ArrowRight' ? -keyStep : 0
    if (by === 0) return
    event.preventDefault()
    setSplit({ width: fit(width + by) })
  }
  return (
    <div ref={whole} className={classes.split}>
      <div className={classes.master} hidden={detail !== null && isWide}>
        {list}
      </div>
      {detail === null ? null : (
        <>
          {isWide ? null : (
            <div
              role="separator"
              tabIndex={0}
              aria-orientation="vertical"
              aria-label={t('common:panel.resize')}
              aria-valuenow={width}
              aria-valuemin={smallestDetail}
              aria-valuemax={2400}
              className={classes.handle}
              onPointerDown={drag}
              onKeyDown={step}
            />
          )}
          <section
            id="detail"
            ref={panel}
            tabIndex={-1}
            aria-label={t('common:panel.record')}
            className={classes.detail}
            data-wide={isWide || undefined}
            style={{ width, maxWidth: isWide ? 'none' : `calc(100% - ${smallestList}px)` }}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && !isForOwnPopup(event)) onClose()
            }}
          >
            {detail}
          </section>
        </>
      )}
    </div>
  )
}

/** Esc first closes what is open inside the record: a list of choices, a calendar, a dialog. */
function isForOwnPopup(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || !(event.target instanceof Element)) return true
  return (
    event.target.closest('[aria-expanded="true"]') !== null || !event.currentTarget.contains(event.target)
  )
}
