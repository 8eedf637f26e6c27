import { VisuallyHidden } from '@mantine/core'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useText } from '../app/i18n.ts'
import type { StudyPlan } from '../../shared/programmes/programme.ts'
import { planNotation } from './plan-format.ts'
import { changePeriod, movePeriod, nextHost, paintPeriods, removePeriod } from './plan-edit.ts'
import { type PlanHost, hostAt } from './plan-hosts.ts'
import { PlanLegend } from './PlanLegend.tsx'
import styles from './plan-strip.module.css'
import { PlanSemester, type SemesterActions } from './PlanSemester.tsx'
import { wishOf } from './plan-keys.ts'
import { yearsOf } from './plan-years.ts'
import { type Brush, usePlanDrag } from './use-plan-drag.ts'

type PlanStripProps = {
  readonly plan: StudyPlan
  readonly hosts: readonly PlanHost[]
  /** Without it the strip is only shown. */
  readonly onChange?: (plan: StudyPlan) => void
}

const ignoreChange = () => undefined

/**
 * The plan of study as a row of semesters, each in the colour, pattern and letter of its host.
 * Everything the pointer can do, the keyboard can: see `plan.stripHelp`.
 */
export function PlanStrip({ plan, hosts, onChange }: PlanStripProps) {
  const t = useText()
  const helpId = useId()
  const row = useRef<HTMLDivElement>(null)
  const [brush, setBrush] = useState<Brush>('next')
  const [current, setCurrent] = useState(0)
  const [announcement, setAnnouncement] = useState('')
  const change = onChange ?? ignoreChange
  const ids = hosts.map((host) => host.id)
  const drag = usePlanDrag({ plan, hosts: ids, brush, onChange: change })
  const tabStop = Math.min(current, Math.max(plan.length - 1, 0))
  const format = (next: StudyPlan) => planNotation(next) || t('programmes:plan.noFormat')

  function focusFace(index: number) {
    row.current?.querySelector<HTMLElement>(`[data-semester="${index}"] [data-face]`)?.focus()
  }

  function giveTo(index: number, id: string | null) {
    const next = paintPeriods(plan, index, index, id)
    change(next)
    setAnnouncement(
      t('programmes:plan.announceHost', {
        number: index + 1,
        host: hostAt(hosts, id, t('programmes:plan.unknownHost')).name,
        format: format(next),
      }),
    )
  }

  function move(from: number, to: number) {
    const next = movePeriod(plan, from, to)
    if (next === plan) return
    change(next)
    setAnnouncement(t('programmes:plan.announceMoved', { number: to + 1, format: format(next) }))
    focusFace(to)
  }

  function remove(index: number) {
    const next = removePeriod(plan, index)
    change(next)
    setAnnouncement(t('programmes:plan.semesters', { count: next.length }))
    requestAnimationFrame(() => focusFace(Math.min(index, next.length - 1)))
  }

  const actions: SemesterActions = {
    paintFrom: drag.startPaint,
    moveFrom: drag.startMove,
    enter: drag.enter,
    cycle: (index, step) => giveTo(index, nextHost(ids, plan[index]?.partnerId ?? null, step)),
    keyDown: (index, event) => handleKey(index, event),
    focus: setCurrent,
    credits: (index, credits) => change(changePeriod(plan, index, { credits })),
    creditsDone: (index) =>
      row.current?.querySelector<HTMLElement>(`[data-semester="${index + 1}"] [data-credits]`)?.focus(),
    remove,
  }

  function handleKey(index: number, event: KeyboardEvent<HTMLElement>) {
    const wish = wishOf(event)
    if (wish === null || (wish.kind === 'host' && wish.place >= ids.length)) return
    event.preventDefault()
    if (wish.kind === 'go') focusFace(Math.max(0, Math.min(index + wish.by, plan.length - 1)))
    else if (wish.kind === 'move') move(index, index + wish.by)
    else if (wish.kind === 'cycle') actions.cycle(index, wish.step)
    else if (wish.kind === 'remove') remove(index)
    else giveTo(index, ids[wish.place] ?? null)
  }

  return (
    <div ref={row}>
      <ol className={styles.years} aria-label={t('programmes:plan.stripLabel', { format: format(plan) })}>
        {yearsOf(plan).map((year) => (
          <li key={year.number} className={styles.year}>
            <span className={styles.yearName}>{t('programmes:plan.year', { number: year.number })}</span>
            <ol className={styles.semesters}>
              {year.semesters.map(({ index, period }) => (
                <PlanSemester
                  // oxlint-disable-next-line react/no-array-index-key -- a semester has no identity but its place
                  key={index}
                  index={index}
                  period={period}
                  host={hostAt(hosts, period.partnerId, t('programmes:plan.unknownHost'))}
                  isTabStop={index === tabStop}
                  isMoving={drag.kind === 'move'}
                  actions={onChange === undefined ? null : actions}
                  describedBy={helpId}
                />
              ))}
            </ol>
          </li>
        ))}
      </ol>
      <PlanLegend
        plan={plan}
        hosts={hosts}
        brush={onChange === undefined || hosts.length < 2 ? null : brush}
        onBrush={setBrush}
      />
      {onChange !== undefined && (
        <VisuallyHidden id={helpId}>{t('programmes:plan.stripHelp')}</VisuallyHidden>
      )}
      <VisuallyHidden aria-live="polite">{announcement}</VisuallyHidden>
    </div>
  )
}
