import { IconHome } from '@tabler/icons-react'
import type { PlanHost } from './plan-hosts.ts'
import styles from './plan-strip.module.css'

/** The sign of a host: a house for the home university, a letter for a partner. */
export function HostMark({ host }: { host: PlanHost }) {
  return (
    <span className={styles.plate} aria-hidden>
      {host.id === null ? <IconHome size={16} stroke={2} /> : host.mark}
    </span>
  )
}

/** The sign on its colour and pattern, for legends and tables. */
export function HostSwatch({ host }: { host: PlanHost }) {
  return (
    <span className={`${styles.swatch} ${styles.host}`} data-slot={host.slot}>
      <HostMark host={host} />
    </span>
  )
}
