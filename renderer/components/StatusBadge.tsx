import { Tooltip } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import classes from './status-badge.module.css'

/** What a colour says; the same in every place. */
export type Tone = 'good' | 'info' | 'warn' | 'bad' | 'muted' | 'note'

type StatusBadgeProps = {
  readonly tone: Tone
  /** Says the same as the colour, for those who do not see it. */
  readonly icon: Icon
  readonly label: string
  /** The rule behind the status and where it comes from. */
  readonly rule?: ReactNode
}

/** A status as icon, word and colour, with its rule in a tooltip. */
export function StatusBadge({ tone, icon: Icon, label, rule }: StatusBadgeProps) {
  // A register shows hundreds of badges: a tooltip is made for the one that the pointer comes to.
  const [isNear, setNear] = useState(false)
  const badge = (
    <span className={classes.badge} data-tone={tone} onPointerEnter={() => setNear(true)}>
      <Icon size={14} stroke={2} aria-hidden />
      <span>{label}</span>
    </span>
  )
  return rule === undefined || !isNear ? badge : <Tooltip label={rule}>{badge}</Tooltip>
}
