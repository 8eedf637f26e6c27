import { Button, Group, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { OfferedEvidence } from '../../shared/evidence/evidence.contract.ts'
import type { EvidenceSummary } from '../../shared/evidence/evidence.ts'
import type { Translate } from '../../shared/locales/i18n.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import classes from './evidence.module.css'
import { PieceLine } from './LinkedEvidence.tsx'

type OfferedEvidenceListProps = {
  readonly assessmentId: string
  readonly criterion: string
  /** Linked on the screen, perhaps not saved yet. */
  readonly linked: readonly string[]
  readonly onTake: (ids: readonly string[]) => void
  readonly onShow: (piece: EvidenceSummary) => void
}

/** Why a piece is offered, in words. */
function reasonOf(t: Translate, { reasons }: OfferedEvidence): string {
  const [reason] = reasons
  if (reason === undefined) return ''
  const cycle = reason.cycleName
  if (reason.kind === 'previous') return t('evidence:picker.reason.previous', { cycle })
  const framework = reason.framework.code.toUpperCase().replace('-', ' ')
  return t(`evidence:picker.reason.${reason.strength}`, { framework, code: reason.criterion, cycle })
}

/** Evidence that serves linked criteria of other frameworks or this one in the previous cycle; taking it links it. */
export function OfferedEvidenceList(props: OfferedEvidenceListProps) {
  const { assessmentId, criterion, linked, onTake, onShow } = props
  const t = useText()
  const id = useId()
  const language = useLanguage()
  const on = useToday()
  const input = { assessmentId, criterion, language, on }
  const offers = (useQuery(orpc.evidence.offered.queryOptions({ input })).data ?? []).filter(
    ({ evidence }) => !linked.includes(evidence.id),
  )
  if (offers.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <Group justify="space-between" mb={4}>
        <Title order={4} size="sm" id={id}>
          {t('evidence:picker.offered')}
        </Title>
        {offers.length < 2 ? null : (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onTake(offers.map(({ evidence }) => evidence.id))}
          >
            {t('evidence:picker.takeAll')}
          </Button>
        )}
      </Group>
      <ul className={classes.list}>
        {offers.map((offer) => (
          <li key={offer.evidence.id} className={classes.item}>
            <PieceLine piece={offer.evidence} onShow={onShow} note={reasonOf(t, offer)} />
            <Button
              variant="light"
              size="compact-sm"
              aria-label={t('evidence:picker.take', { name: offer.evidence.name })}
              onClick={() => onTake([offer.evidence.id])}
            >
              {t('evidence:picker.create')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
