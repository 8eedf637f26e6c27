import { ActionIcon, Button, Group, Text, Title } from '@mantine/core'
import { IconClipboardCheck, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import type { AssessmentSummary } from '../../shared/assessment/assessment.contract.ts'
import type { Cycle } from '../../shared/assessment/cycle.ts'
import { formatDay, formatNumber } from '../../shared/kernel/format.ts'
import { nameIn } from '../../shared/kernel/localized.ts'
import { data, orpc } from '../app/client.ts'
import { useCommand } from '../app/commands.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { AnchorLink } from '../components/links.tsx'
import { PlaceHeader } from '../components/PlaceHeader.tsx'
import { useRemoval } from '../components/record/use-removal.ts'
import { SampleBadge } from '../components/SampleBadge.tsx'
import { useMay } from '../people/use-may.ts'
import { AddAssessment } from './AddAssessment.tsx'
import { CycleDialog } from './CycleDialog.tsx'
import { VisitBadge } from './CyclesPage.tsx'
import { StandardPictures } from './pictures/StandardPictures.tsx'
import { ProgressLine } from './ProgressLine.tsx'
import { Trail } from './Trail.tsx'
import classes from './assessment.module.css'

/** One cycle: its assessments, their standards beside each other, milestones and team. */
export function CyclePage() {
  const { id }: { id?: string } = useParams({ strict: false })
  return id === undefined ? null : <OpenCycle key={id} id={id} />
}

function OpenCycle({ id }: { readonly id: string }) {
  const t = useText()
  const language = useLanguage()
  const may = useMay()('manage-cycle')
  const cycle = useQuery(orpc.assessment.get.queryOptions({ input: { id } }))
  const assessments = useQuery(orpc.assessment.assessments.queryOptions({ input: { cycleId: id, language } }))
  const [dialog, setDialog] = useState<'add' | 'edit' | null>(null)
  const record = cycle.data?.record
  const canAdd = may && record?.isClosed === false
  useCommand('new-record', () => setDialog('add'), canAdd)
  if (cycle.error !== null) return <ErrorNotice error={cycle.error} onRetry={() => void cycle.refetch()} />
  if (record === undefined) return <div aria-busy="true" />
  const add = (
    <Button
      leftSection={<IconPlus size={18} aria-hidden />}
      disabled={!canAdd}
      onClick={() => setDialog('add')}
    >
      {t('assessment:add.title')}
    </Button>
  )
  const rows = assessments.data
  return (
    <>
      <Trail />
      <PlaceHeader
        title={nameIn(record.names, language)}
        count={rows === undefined ? undefined : formatNumber(rows.length, language)}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconPencil size={18} aria-hidden />}
              disabled={!may}
              onClick={() => setDialog('edit')}
            >
              {t('assessment:cycle.edit')}
            </Button>
            {add}
          </>
        }
      />
      <div className={classes.page}>
        <Group gap="xs">
          {record.isSample ? <SampleBadge /> : null}
          <VisitBadge cycle={record} />
        </Group>
        {record.isClosed ? <Text className={classes.notice}>{t('assessment:cycle.closedNote')}</Text> : null}
        {rows === undefined ? (
          <div aria-busy="true" />
        ) : (
          <Assessments rows={rows} canChange={canAdd} add={add} />
        )}
        <div className={classes.columns}>
          <Milestones cycle={record} />
          <Team cycle={record} />
        </div>
        {rows === undefined || rows.length === 0 ? null : (
          <StandardPictures
            name="cycle-standards"
            series={rows.map(({ id: key, title, standards, total }) => ({ key, title, standards, total }))}
          />
        )}
      </div>
      {dialog === 'add' ? <AddAssessment cycle={record} onClose={() => setDialog(null)} /> : null}
      {dialog === 'edit' ? <CycleDialog cycle={record} onClose={() => setDialog(null)} /> : null}
    </>
  )
}

type AssessmentsProps = {
  readonly rows: readonly AssessmentSummary[]
  readonly canChange: boolean
  /** The button that adds one. */
  readonly add: ReactNode
}

function Assessments({ rows, canChange, add }: AssessmentsProps) {
  const t = useText()
  if (rows.length === 0)
    return (
      <EmptyState
        icon={IconClipboardCheck}
        title={t('assessment:add.emptyTitle')}
        text={t('assessment:add.emptyText')}
      >
        {add}
      </EmptyState>
    )
  return (
    <ul className={classes.cards} aria-label={t('assessment:add.list')}>
      {rows.map((each) => (
        <AssessmentCard key={each.id} assessment={each} canRemove={canChange} />
      ))}
    </ul>
  )
}

function AssessmentCard({
  assessment,
  canRemove,
}: {
  readonly assessment: AssessmentSummary
  readonly canRemove: boolean
}) {
  const t = useText()
  const remove = useRemoval(
    { remove: data.assessment.removeAssessments, restore: data.assessment.restoreAssessments },
    'assessment',
  )
  const { id, title, total } = assessment
  const label = `${t('common:action.remove')}: ${title}`
  return (
    <li className={classes.card}>
      <Group justify="space-between" wrap="nowrap" align="start">
        <div>
          <AnchorLink to="/assessment/work/$id" params={{ id }} fw={700}>
            {title}
          </AnchorLink>
          <Text size="sm" c="dimmed">
            {t(`assessment:scope.${assessment.scope.kind}`)}
            {assessment.scope.kind === 'programme' && assessment.isDoubleDegree
              ? ` · ${t('assessment:scope.double')}`
              : null}
          </Text>
        </div>
        {canRemove ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={label}
            title={label}
            onClick={() => remove([assessment])}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        ) : null}
      </Group>
      <ProgressLine
        label={t('assessment:progress.title', { of: title })}
        assessed={total.assessed}
        applicable={total.applicable}
        score={total.score}
      />
    </li>
  )
}

function Milestones({ cycle }: { readonly cycle: Cycle }) {
  const t = useText()
  const today = useToday()
  const language = useLanguage()
  return (
    <section className={classes.box} aria-label={t('assessment:cycle.milestones')}>
      <Title order={2} size="md">
        {t('assessment:cycle.milestones')}
      </Title>
      {cycle.milestones.length === 0 ? <Text c="dimmed">{t('assessment:cycle.noMilestones')}</Text> : null}
      <ul className={classes.plain}>
        {cycle.milestones.map(({ name, dueOn, doneOn }) => {
          const state = doneOn !== null ? 'done' : dueOn < today ? 'late' : 'due'
          return (
            <li key={`${name} ${dueOn}`} data-state={state}>
              {name}: {formatDay(dueOn, language)}
              {state === 'due'
                ? null
                : ` · ${state === 'done' ? t('assessment:cycle.done') : t('assessment:cycle.late')}`}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Team({ cycle }: { readonly cycle: Cycle }) {
  const t = useText()
  const people = useQuery(orpc.people.list.queryOptions()).data ?? []
  return (
    <section className={classes.box} aria-label={t('assessment:cycle.team')}>
      <Title order={2} size="md">
        {t('assessment:cycle.team')}
      </Title>
      {cycle.team.length === 0 ? <Text c="dimmed">{t('assessment:cycle.noTeam')}</Text> : null}
      <ul className={classes.plain}>
        {cycle.team.map(({ personId, role }) => (
          <li key={personId}>
            {people.find(({ id }) => id === personId)?.name ?? '…'}: {t(`assessment:teamRole.${role}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}
