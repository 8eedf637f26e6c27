import { Text } from '@mantine/core'
import { useText } from '../app/i18n.ts'
import type { StudyPlan } from '../../shared/programmes/programme.ts'
import { HostSwatch } from './HostMark.tsx'
import { hostTotals, sumCredits } from './plan-edit.ts'
import type { PlanHost } from './plan-hosts.ts'
import styles from './plan-strip.module.css'
import { sumsInWords } from './plan-words.ts'
import type { Brush } from './use-plan-drag.ts'

type PlanLegendProps = {
  readonly plan: StudyPlan
  readonly hosts: readonly PlanHost[]
  /** Null: the legend only explains. */
  readonly brush: Brush | null
  readonly onBrush: (brush: Brush) => void
}

/** Names the hosts with their signs and totals; a pressed host is what drawing over the strip gives. */
export function PlanLegend({ plan, hosts, brush, onBrush }: PlanLegendProps) {
  const t = useText()
  const totals = hostTotals(
    plan,
    hosts.map((host) => host.id),
  )

  return (
    <div className={styles.legendBlock}>
      <ul className={styles.legend} aria-label={t('programmes:plan.legend')}>
        {hosts.map((host, index) => {
          const sums = sumsInWords(t, totals[index])
          const content = (
            <>
              <HostSwatch host={host} />
              <span>
                <Text span size="sm" fw={500}>
                  {host.name}
                </Text>
                <br />
                <Text span size="xs" c="dimmed">
                  {sums}
                </Text>
              </span>
            </>
          )
          const isPressed = brush !== null && brush !== 'next' && brush.host === host.id
          return (
            <li key={host.id ?? 'home'}>
              {brush === null ? (
                <div className={styles.legendItem}>{content}</div>
              ) : (
                <button
                  type="button"
                  className={styles.legendItem}
                  aria-pressed={isPressed}
                  title={t('programmes:plan.brushTip', { host: host.name })}
                  onClick={() => onBrush(isPressed ? 'next' : { host: host.id })}
                >
                  {content}
                </button>
              )}
            </li>
          )
        })}
        <li className={styles.legendTotal}>
          <Text span size="sm" fw={500}>
            {t('programmes:plan.total')}
          </Text>
          <br />
          <Text span size="xs" c="dimmed">
            {t('programmes:plan.semesters', { count: plan.length })},{' '}
            {t('programmes:plan.credits', { count: sumCredits(plan) })}
          </Text>
        </li>
      </ul>
      {brush !== null && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('programmes:plan.stripMouseHelp')}
        </Text>
      )}
    </div>
  )
}
