import { Text } from '@mantine/core'
import { useText } from '../app/i18n.ts'
import { AnchorLink } from '../components/links.tsx'
import classes from './assessment.module.css'

/** The way back: from an assessment to its cycle, and from there to all cycles. */
export function Trail({ cycle }: { readonly cycle?: { readonly id: string; readonly name: string } }) {
  const t = useText()
  return (
    <nav className={classes.trail} aria-label={t('assessment:trail')}>
      <AnchorLink to="/assessment" size="sm">
        {t('common:place.assessment')}
      </AnchorLink>
      {cycle === undefined ? null : (
        <>
          <Text span size="sm" c="dimmed" aria-hidden>
            /
          </Text>
          <AnchorLink to="/assessment/cycle/$id" params={{ id: cycle.id }} size="sm">
            {cycle.name}
          </AnchorLink>
        </>
      )}
    </nav>
  )
}
