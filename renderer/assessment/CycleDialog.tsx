import { Button, Checkbox, Group, Modal, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { checkCycle } from '../../shared/assessment/assessment-rules.ts'
import { type Cycle, type CycleFields, teamRoleSchema } from '../../shared/assessment/cycle.ts'
import { addMonths } from '../../shared/kernel/calendar.ts'
import { nameIn } from '../../shared/kernel/localized.ts'
import { withoutMeta } from '../../shared/kernel/record.ts'
import { data, orpc } from '../app/client.ts'
import { describeError } from '../app/describe-error.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import { DayField } from '../components/DayField.tsx'
import { ListEditor } from '../components/ListEditor.tsx'
import { LocalizedField } from '../components/LocalizedField.tsx'
import { ProblemList } from '../components/ProblemList.tsx'
import { usePeopleOptions } from './people-options.ts'

type CycleDialogProps = {
  /** Null: a new one. */
  readonly cycle: Cycle | null
  readonly onClose: () => void
}

/** The usual length of a cycle before a visit: eight months. */
const usualMonths = 8

function useFirstFields(cycle: Cycle | null, frameworkId: string): CycleFields {
  const today = useToday()
  if (cycle !== null) return withoutMeta<CycleFields>(cycle)
  return {
    names: { kk: '', ru: '', en: '' },
    frameworkId,
    startsOn: today,
    endsOn: addMonths(today, usualMonths),
    visitOn: null,
    scaleCode: null,
    milestones: [],
    team: [],
    previousCycleId: null,
    isClosed: false,
  }
}

/** Names, framework, days, scale, milestones and team of a cycle. */
export function CycleDialog({ cycle, onClose }: CycleDialogProps) {
  const t = useText()
  const frameworks = useQuery(orpc.frameworks.list.queryOptions())
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={cycle === null ? t('assessment:cycle.new') : t('assessment:cycle.edit')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {frameworks.data === undefined ? (
        <div aria-busy="true" />
      ) : (
        <CycleForm
          cycle={cycle}
          frameworks={frameworks.data.filter(
            ({ state, id }) => state === 'published' || id === cycle?.frameworkId,
          )}
          onClose={onClose}
        />
      )}
    </Modal>
  )
}

type Frameworks = Awaited<ReturnType<typeof data.frameworks.list>>

function CycleForm({ cycle, frameworks, onClose }: CycleDialogProps & { readonly frameworks: Frameworks }) {
  const t = useText()
  const language = useLanguage()
  const esg = frameworks.find(({ code }) => code === 'esg') ?? frameworks[0]
  const [fields, setFields] = useState(useFirstFields(cycle, esg?.id ?? ''))
  const [isChecked, setChecked] = useState(false)
  const set = (change: Partial<CycleFields>) => setFields((current) => ({ ...current, ...change }))
  const problems = checkCycle(fields)
  const scales = useQuery(orpc.frameworks.scales.queryOptions()).data ?? []
  const cycles = useQuery(orpc.assessment.cycles.queryOptions()).data ?? []
  const save = useMutation({
    mutationFn: () =>
      cycle === null
        ? data.assessment.create({ fields })
        : data.assessment.save({ id: cycle.id, revision: cycle.revision, fields }),
    onSuccess: onClose,
  })
  const refusal = save.isError ? describeError(save.error) : null
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        if (!problems.some(({ severity }) => severity === 'error')) save.mutate()
      }}
    >
      <Stack gap="md">
        <LocalizedField
          label={t('assessment:cycle.names')}
          value={fields.names}
          isRequired
          onChange={(names) => set({ names })}
        />
        <Select
          label={t('assessment:cycle.framework')}
          description={
            cycle === null ? t('assessment:cycle.frameworkHelp') : t('assessment:cycle.frameworkFixed')
          }
          data={frameworks.map(({ id, titles, version }) => ({
            value: id,
            label: `${nameIn(titles, language)} (${version})`,
          }))}
          value={fields.frameworkId}
          allowDeselect={false}
          disabled={cycle !== null}
          onChange={(frameworkId) => frameworkId !== null && set({ frameworkId })}
        />
        <Group grow align="start">
          <DayField
            label={t('assessment:cycle.startsOn')}
            value={fields.startsOn}
            isRequired
            onChange={(startsOn) => startsOn !== null && set({ startsOn })}
          />
          <DayField
            label={t('assessment:cycle.endsOn')}
            value={fields.endsOn}
            base={fields.startsOn}
            isLastDay
            isRequired
            onChange={(endsOn) => endsOn !== null && set({ endsOn })}
          />
          <DayField
            label={t('assessment:cycle.visitOn')}
            value={fields.visitOn}
            onChange={(visitOn) => set({ visitOn })}
          />
        </Group>
        <Group grow align="start">
          <Select
            label={t('assessment:cycle.scale')}
            clearable
            placeholder={t('assessment:cycle.ownScale')}
            data={scales.map(({ code, titles }) => ({ value: code, label: nameIn(titles, language) }))}
            value={fields.scaleCode}
            onChange={(scaleCode) => set({ scaleCode })}
          />
          <Select
            label={t('assessment:cycle.previous')}
            clearable
            data={cycles
              .filter(({ id }) => id !== cycle?.id)
              .map(({ id, names }) => ({ value: id, label: nameIn(names, language) }))}
            value={fields.previousCycleId}
            onChange={(previousCycleId) => set({ previousCycleId })}
          />
        </Group>
        <Milestones fields={fields} set={set} />
        <Team fields={fields} set={set} />
        {isChecked && problems.length > 0 ? <ProblemList problems={problems} /> : null}
        {refusal === null ? null : (
          <Text role="alert" c="var(--qos-bad)" size="sm">
            {refusal.what} {refusal.remedy}
          </Text>
        )}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('common:action.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

type PartProps = { readonly fields: CycleFields; readonly set: (change: Partial<CycleFields>) => void }

function Milestones({ fields, set }: PartProps) {
  const t = useText()
  const today = useToday()
  return (
    <div>
      <Title order={3} size="sm" mb={4}>
        {t('assessment:cycle.milestones')}
      </Title>
      <ListEditor
        path="milestones"
        items={fields.milestones}
        onChange={(milestones) => set({ milestones })}
        blank={() => ({ name: '', dueOn: fields.endsOn, doneOn: null })}
        addTitle={t('assessment:cycle.addMilestone')}
        isReadOnly={false}
        largest={50}
      >
        {(milestone, change) => (
          <>
            <TextInput
              label={t('assessment:cycle.milestone')}
              value={milestone.name}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <DayField
              label={t('assessment:cycle.dueOn')}
              value={milestone.dueOn}
              isRequired
              onChange={(dueOn) => dueOn !== null && change({ dueOn })}
            />
            <Checkbox
              mt={28}
              label={t('assessment:cycle.done')}
              checked={milestone.doneOn !== null}
              onChange={(event) => change({ doneOn: event.currentTarget.checked ? today : null })}
            />
          </>
        )}
      </ListEditor>
    </div>
  )
}

function Team({ fields, set }: PartProps) {
  const t = useText()
  const people = usePeopleOptions()
  if (people.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('assessment:cycle.noPeople')}
      </Text>
    )
  return (
    <div>
      <Title order={3} size="sm" mb={4}>
        {t('assessment:cycle.team')}
      </Title>
      <ListEditor
        path="team"
        items={fields.team}
        onChange={(team) => set({ team })}
        blank={() => ({
          personId:
            people.find(({ value }) => !fields.team.some(({ personId }) => personId === value))?.value ??
            people[0]?.value ??
            '',
          role: 'contributor' as const,
        })}
        addTitle={t('assessment:cycle.addMember')}
        isReadOnly={false}
        largest={100}
      >
        {(member, change) => (
          <>
            <Select
              label={t('assessment:cycle.person')}
              data={people}
              searchable
              allowDeselect={false}
              value={member.personId}
              onChange={(personId) => personId !== null && change({ personId })}
            />
            <Select
              label={t('assessment:cycle.role')}
              data={teamRoleSchema.options.map((role) => ({
                value: role,
                label: t(`assessment:teamRole.${role}`),
              }))}
              allowDeselect={false}
              value={member.role}
              onChange={(role) => change({ role: teamRoleSchema.parse(role) })}
            />
          </>
        )}
      </ListEditor>
    </div>
  )
}
