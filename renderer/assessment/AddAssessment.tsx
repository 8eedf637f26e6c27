import { Button, Group, Modal, Radio, Select, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Scope } from '../../shared/assessment/assessment.ts'
import type { Cycle } from '../../shared/assessment/cycle.ts'
import { data } from '../app/client.ts'
import { describeError } from '../app/describe-error.ts'
import { useText } from '../app/i18n.ts'
import { LocalizedField } from '../components/LocalizedField.tsx'
import { RecordSelect } from '../components/RecordSelect.tsx'
import { programmeSource } from '../programmes/programme-list.ts'
import { usePeopleOptions } from './people-options.ts'
import { useAllAssessments } from './use-all-assessments.ts'

const kinds = ['programme', 'faculty', 'university'] as const

/** What is assessed in a cycle, and from which earlier assessment its texts start. */
export function AddAssessment({ cycle, onClose }: { readonly cycle: Cycle; readonly onClose: () => void }) {
  const t = useText()
  const navigate = useNavigate()
  const people = usePeopleOptions()
  const [kind, setKind] = useState<Scope['kind']>('programme')
  const [programmeId, setProgrammeId] = useState<string | null>(null)
  const [names, setNames] = useState({ kk: '', ru: '', en: '' })
  const [leadId, setLeadId] = useState<string | null>(null)
  const earlier = useAllAssessments().filter(({ cycleId }) => cycleId !== cycle.id)
  const usual = earlier.find(
    ({ cycleId, scope }) =>
      cycleId === cycle.previousCycleId &&
      scope.kind === kind &&
      (scope.kind !== 'programme' || scope.programmeId === programmeId),
  )
  const [chosen, setStart] = useState<string | null | undefined>(undefined)
  const startFrom = chosen === undefined ? (usual?.id ?? null) : chosen
  const scope: Scope | null =
    kind === 'university'
      ? { kind }
      : kind === 'faculty'
        ? { kind, names }
        : programmeId === null
          ? null
          : { kind, programmeId }
  const add = useMutation({
    mutationFn: (wanted: Scope) =>
      data.assessment.addAssessment({ cycleId: cycle.id, scope: wanted, leadId, startFrom }),
    onSuccess: ({ id }) => void navigate({ to: '/assessment/work/$id', params: { id } }),
  })
  const refusal = add.isError ? describeError(add.error) : null
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('assessment:add.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (scope !== null) add.mutate(scope)
        }}
      >
        <Stack gap="md">
          <Radio.Group
            label={t('assessment:add.what')}
            value={kind}
            onChange={(value) => setKind(kinds.find((each) => each === value) ?? 'programme')}
          >
            <Stack gap="xs" mt={4}>
              {kinds.map((each) => (
                <Radio key={each} value={each} label={t(`assessment:scope.${each}`)} />
              ))}
            </Stack>
          </Radio.Group>
          {kind === 'programme' ? (
            <RecordSelect
              label={t('assessment:scope.programme')}
              source={programmeSource}
              value={programmeId}
              required
              onChange={setProgrammeId}
            />
          ) : null}
          {kind === 'faculty' ? (
            <LocalizedField
              label={t('assessment:add.faculty')}
              value={names}
              isRequired
              onChange={setNames}
            />
          ) : null}
          {people.length === 0 ? null : (
            <Select
              label={t('assessment:add.lead')}
              data={people}
              clearable
              searchable
              value={leadId}
              onChange={setLeadId}
            />
          )}
          {earlier.length === 0 ? null : (
            <Select
              label={t('assessment:add.startFrom')}
              description={t('assessment:add.startFromHelp')}
              data={earlier.map(({ id, title, cycleName }) => ({
                value: id,
                label: `${title} · ${cycleName}`,
              }))}
              clearable
              searchable
              value={startFrom}
              onChange={setStart}
            />
          )}
          {refusal === null ? null : (
            <Text role="alert" c="var(--qos-bad)" size="sm">
              {refusal.what} {refusal.remedy}
            </Text>
          )}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('common:action.cancel')}
            </Button>
            <Button type="submit" disabled={scope === null} loading={add.isPending}>
              {t('assessment:add.action')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
