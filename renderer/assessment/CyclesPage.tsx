import { Button, Group, Menu, ActionIcon, Text } from '@mantine/core'
import {
  IconChartRadar,
  IconDots,
  IconLock,
  IconLockOpen,
  IconPencil,
  IconPlus,
  IconRotateClockwise2,
  IconTrash,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CycleSummary } from '../../shared/assessment/cycle.ts'
import { daysBetween } from '../../shared/kernel/calendar.ts'
import { formatDay, formatNumber } from '../../shared/kernel/format.ts'
import { nameIn } from '../../shared/kernel/localized.ts'
import { withoutMeta } from '../../shared/kernel/record.ts'
import { data, orpc } from '../app/client.ts'
import { useCommand } from '../app/commands.ts'
import { useText } from '../app/i18n.ts'
import { notifyRefusal } from '../app/notify.tsx'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { AnchorLink, ButtonLink } from '../components/links.tsx'
import { PlaceHeader } from '../components/PlaceHeader.tsx'
import { useRemoval } from '../components/record/use-removal.ts'
import { SampleBadge } from '../components/SampleBadge.tsx'
import { StatusBadge } from '../components/StatusBadge.tsx'
import { useMay } from '../people/use-may.ts'
import { CycleDialog } from './CycleDialog.tsx'
import { ProgressLine } from './ProgressLine.tsx'
import classes from './assessment.module.css'

/** The cycles of self-assessment, the latest first. */
export function CyclesPage() {
  const t = useText()
  const language = useLanguage()
  const may = useMay()('manage-cycle')
  const cycles = useQuery(orpc.assessment.cycles.queryOptions())
  const [edited, setEdited] = useState<CycleSummary | 'new' | null>(null)
  useCommand('new-record', () => setEdited('new'), may)
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} disabled={!may} onClick={() => setEdited('new')}>
      {t('assessment:cycle.new')}
    </Button>
  )
  return (
    <>
      <PlaceHeader
        title={t('common:place.assessment')}
        count={cycles.data === undefined ? undefined : formatNumber(cycles.data.length, language)}
        actions={
          <>
            <ButtonLink
              to="/assessment/compare"
              variant="default"
              leftSection={<IconChartRadar size={18} aria-hidden />}
            >
              {t('assessment:compare.title')}
            </ButtonLink>
            {add}
          </>
        }
      />
      <div className={classes.page}>
        {cycles.error === null ? null : (
          <ErrorNotice error={cycles.error} onRetry={() => void cycles.refetch()} />
        )}
        {cycles.data?.length === 0 ? (
          <EmptyState
            icon={IconRotateClockwise2}
            title={t('assessment:cycle.emptyTitle')}
            text={t('assessment:cycle.emptyText')}
          >
            {add}
          </EmptyState>
        ) : (
          <ul className={classes.cards}>
            {(cycles.data ?? []).map((cycle) => (
              <CycleCard key={cycle.id} cycle={cycle} onEdit={() => setEdited(cycle)} />
            ))}
          </ul>
        )}
      </div>
      {edited === null ? null : (
        <CycleDialog cycle={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </>
  )
}

function CycleCard({ cycle, onEdit }: { readonly cycle: CycleSummary; readonly onEdit: () => void }) {
  const t = useText()
  const language = useLanguage()
  const name = nameIn(cycle.names, language)
  return (
    <li className={classes.card}>
      <Group justify="space-between" wrap="nowrap" align="start">
        <div>
          <AnchorLink to="/assessment/cycle/$id" params={{ id: cycle.id }} fw={700}>
            {name}
          </AnchorLink>
          <Text size="sm" c="dimmed" className="qos-figures">
            {cycle.framework.code.toUpperCase()} {cycle.framework.version} ·{' '}
            {formatDay(cycle.startsOn, language)} – {formatDay(cycle.endsOn, language)} ·{' '}
            {t('assessment:cycle.assessments', { count: cycle.assessmentCount })}
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap">
          {cycle.isSample ? <SampleBadge /> : null}
          {cycle.isClosed ? (
            <StatusBadge tone="muted" icon={IconLock} label={t('assessment:cycle.closed')} />
          ) : (
            <VisitBadge cycle={cycle} />
          )}
          <CycleMenu cycle={cycle} name={name} onEdit={onEdit} />
        </Group>
      </Group>
      <ProgressLine
        label={t('assessment:progress.title', { of: name })}
        assessed={cycle.assessed}
        applicable={cycle.applicable}
      />
    </li>
  )
}

/** In how many days the visit is. */
export function VisitBadge({ cycle }: { readonly cycle: Pick<CycleSummary, 'visitOn'> }) {
  const t = useText()
  const today = useToday()
  const language = useLanguage()
  if (cycle.visitOn === null) return null
  const days = daysBetween(today, cycle.visitOn)
  const on = formatDay(cycle.visitOn, language)
  return (
    <StatusBadge
      tone={days < 0 ? 'muted' : days <= 30 ? 'warn' : 'info'}
      icon={IconRotateClockwise2}
      label={
        days < 0 ? t('assessment:cycle.visitWas', { on }) : t('assessment:cycle.visitIn', { count: days })
      }
      rule={on}
    />
  )
}

type CycleMenuProps = { readonly cycle: CycleSummary; readonly name: string; readonly onEdit: () => void }

function CycleMenu({ cycle, name, onEdit }: CycleMenuProps) {
  const t = useText()
  const may = useMay()('manage-cycle')
  const remove = useRemoval(data.assessment, 'cycle')
  if (!may) return null
  const label = t('assessment:cycle.actions', { name })
  const close = () =>
    data.assessment
      .get({ id: cycle.id })
      .then(({ record }) =>
        data.assessment.save({
          id: record.id,
          revision: record.revision,
          fields: { ...withoutMeta(record), isClosed: !record.isClosed },
        }),
      )
      .catch(notifyRefusal)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={label} title={label}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
          {t('assessment:cycle.edit')}
        </Menu.Item>
        <Menu.Item
          leftSection={
            cycle.isClosed ? <IconLockOpen size={16} aria-hidden /> : <IconLock size={16} aria-hidden />
          }
          onClick={() => void close()}
        >
          {cycle.isClosed ? t('assessment:cycle.reopen') : t('assessment:cycle.close')}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => remove([cycle])}>
          {t('common:action.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
