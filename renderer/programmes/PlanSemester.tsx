import { IconGripHorizontal, IconX } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useText } from '../app/i18n.ts'
import { InlineNumber } from '../components/InlineNumber.tsx'
import type { StudyPeriod } from '../../shared/programmes/programme.ts'
import { readCredits } from './plan-edit.ts'
import { HostMark } from './HostMark.tsx'
import type { PlanHost } from './plan-hosts.ts'
import styles from './plan-strip.module.css'

/** What a semester's cell can be asked to do; the strip carries it out. */
export type SemesterActions = {
  paintFrom(index: number): void
  moveFrom(index: number): void
  enter(index: number): void
  cycle(index: number, step: 1 | -1): void
  keyDown(index: number, event: KeyboardEvent<HTMLElement>): void
  focus(index: number): void
  credits(index: number, credits: number | null): void
  creditsDone(index: number): void
  remove(index: number): void
}

type PlanSemesterProps = {
  readonly index: number
  readonly period: StudyPeriod
  readonly host: PlanHost
  /** The one cell that Tab reaches; the arrows move on from it. */
  readonly isTabStop: boolean
  readonly isMoving: boolean
  /** Null: the strip is only shown. */
  readonly actions: SemesterActions | null
  readonly describedBy: string
}

/** One semester: its number, the sign of its host and its credits. */
export function PlanSemester(props: PlanSemesterProps) {
  const { index, period, host, isMoving, actions } = props
  const t = useText()
  const number = index + 1
  const credits =
    period.credits === null
      ? t('programmes:plan.withoutCredits')
      : t('programmes:plan.credits', { count: period.credits })
  const label = t('programmes:plan.cell', { number, host: host.name, credits })

  if (actions === null) {
    return (
      <li className={`${styles.cell} ${styles.host}`} data-slot={host.slot} title={label}>
        <div className={styles.face}>
          <span className={styles.number} aria-hidden>
            {number}
          </span>
          <HostMark host={host} />
        </div>
        <span className={styles.creditsText} aria-hidden>
          {period.credits ?? '–'}
        </span>
        <span className={styles.onlyRead}>{label}</span>
      </li>
    )
  }

  return (
    <li
      className={`${styles.cell} ${styles.host}`}
      data-slot={host.slot}
      data-semester={index}
      data-moving={isMoving || undefined}
      onPointerEnter={() => actions.enter(index)}
    >
      <div className={styles.cellTop}>
        <button
          type="button"
          className={styles.handle}
          tabIndex={-1}
          title={t('programmes:plan.moveSemester', { number })}
          aria-label={t('programmes:plan.moveSemester', { number })}
          onPointerDown={(event) => {
            if (event.button !== 0) return
            event.currentTarget.releasePointerCapture(event.pointerId)
            actions.moveFrom(index)
          }}
        >
          <IconGripHorizontal size={14} aria-hidden />
        </button>
        <span className={styles.number} aria-hidden>
          {number}
        </span>
        <button
          type="button"
          className={styles.remove}
          tabIndex={-1}
          title={t('programmes:plan.removeSemester', { number })}
          aria-label={t('programmes:plan.removeSemester', { number })}
          onClick={() => actions.remove(index)}
        >
          <IconX size={13} aria-hidden />
        </button>
      </div>
      <button
        type="button"
        className={styles.face}
        tabIndex={props.isTabStop ? 0 : -1}
        aria-label={label}
        aria-describedby={props.describedBy}
        title={label}
        data-face
        onFocus={() => actions.focus(index)}
        onPointerDown={(event) => {
          if (event.button !== 0) return
          event.currentTarget.releasePointerCapture(event.pointerId)
          actions.paintFrom(index)
        }}
        onClick={(event) => {
          // A click without a pointer comes from assistive technology.
          if (event.detail === 0) actions.cycle(index, 1)
        }}
        onKeyDown={(event) => actions.keyDown(index, event)}
      >
        <HostMark host={host} />
      </button>
      <InlineNumber
        className={styles.credits}
        value={period.credits}
        label={t('programmes:plan.creditsOf', { number })}
        read={readCredits}
        onChange={(value) => actions.credits(index, value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          actions.creditsDone(index)
        }}
        data-credits
      />
    </li>
  )
}
