import { Button, Group, Select, Stack, Text, Title } from '@mantine/core'
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { OpenAssessment } from '../../shared/assessment/assessment.contract.ts'
import { type Section, sectionOf } from '../../shared/assessment/assessment.ts'
import { standardsOf } from '../../shared/frameworks/framework.ts'
import { nameIn } from '../../shared/kernel/localized.ts'
import { data } from '../app/client.ts'
import { useCommand } from '../app/commands.ts'
import { useText } from '../app/i18n.ts'
import { notifyDone, notifyRefusal } from '../app/notify.tsx'
import { useLanguage } from '../app/preferences.tsx'
import { DayField } from '../components/DayField.tsx'
import { useMay } from '../people/use-may.ts'
import { usePeopleOptions } from './people-options.ts'
import { RichTextField } from './text/RichTextField.tsx'
import classes from './assessment.module.css'

type SectionPaneProps = { readonly open: OpenAssessment; readonly standard: string }

/** What the assessment says about a standard as a whole, who sees to it, and its lock. */
export function SectionPane({ open, standard }: SectionPaneProps) {
  const t = useText()
  const language = useLanguage()
  const may = useMay()
  const people = usePeopleOptions()
  const { id, revision } = open.summary
  const stored = sectionOf(open.summary, standard)
  const [changed, setChanged] = useState<Partial<Section>>({})
  const section = { ...stored, ...changed }
  const isDirty = Object.keys(changed).length > 0
  const isReadOnly = stored.isLocked || open.cycle.isClosed || !may('write-answer')
  const { isLocked: _isLocked, ...fields } = section
  const save = useMutation({
    mutationFn: () => data.assessment.saveSection({ id, revision, section: fields }),
    onSuccess: () => {
      setChanged({})
      notifyDone(t('assessment:section.saved'))
    },
    onError: notifyRefusal,
  })
  useCommand('save', () => save.mutate(), isDirty && !isReadOnly)
  const asked = standardsOf(open.content).find(({ code }) => code === standard)
  const lock = stored.isLocked ? data.assessment.unlockSection : data.assessment.lockSection
  const canLock = !open.cycle.isClosed && may(stored.isLocked ? 'unlock-section' : 'lock-section')
  const long = (field: 'strengths' | 'weaknesses' | 'recommendations') => (
    <div key={field}>
      <Text fw={500} size="sm" mb={4}>
        {t(`self-evaluation:field.${field}`)}
      </Text>
      <RichTextField
        isSmall
        label={t(`self-evaluation:field.${field}`)}
        value={section[field]}
        isReadOnly={isReadOnly}
        onChange={(value) => setChanged((before) => ({ ...before, [field]: value }))}
      />
    </div>
  )
  return (
    <Stack gap="md">
      <Group justify="space-between" align="start" wrap="nowrap">
        <Title order={2} size="md">
          {standard} {asked === undefined ? null : nameIn(asked.title, language)}
        </Title>
        {canLock ? (
          <Button
            variant="default"
            leftSection={
              stored.isLocked ? <IconLockOpen size={18} aria-hidden /> : <IconLock size={18} aria-hidden />
            }
            onClick={() => void lock({ id, revision, standard }).catch(notifyRefusal)}
          >
            {stored.isLocked ? t('assessment:section.unlock') : t('assessment:section.lock')}
          </Button>
        ) : null}
      </Group>
      {asked === undefined ? null : (
        <Text size="sm" c="dimmed">
          {nameIn(asked.statement, language)}
        </Text>
      )}
      {stored.isLocked ? <Text className={classes.notice}>{t('assessment:section.lockedNote')}</Text> : null}
      <Group grow align="start">
        {people.length === 0 ? null : (
          <Select
            label={t('assessment:section.owner')}
            data={people}
            clearable
            searchable
            disabled={isReadOnly}
            value={section.ownerId}
            onChange={(ownerId) => setChanged((before) => ({ ...before, ownerId }))}
          />
        )}
        <DayField
          label={t('assessment:cycle.dueOn')}
          value={section.dueOn}
          isReadOnly={isReadOnly}
          onChange={(dueOn) => setChanged((before) => ({ ...before, dueOn }))}
        />
      </Group>
      {long('strengths')}
      {long('weaknesses')}
      {long('recommendations')}
      {isReadOnly ? null : (
        <Group justify="end">
          <Button disabled={!isDirty} loading={save.isPending} onClick={() => save.mutate()}>
            {t('common:action.save')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}
