import { Group, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import {
  type Action,
  type ActionFields,
  actionFieldsSchema,
  actionPrioritySchema,
  actionStateSchema,
  effectivenessSchema,
} from '../../shared/actions/action.ts'
import { canMove, isRunning, moveTo } from '../../shared/actions/action-rules.ts'
import { data } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useToday } from '../app/today.ts'
import { DayField } from '../components/DayField.tsx'
import { FormSection } from '../components/record/FormSection.tsx'
import type { SavedRecord } from '../components/record/record-calls.ts'
import { RecordFormFrame } from '../components/record/RecordFormFrame.tsx'
import { useRecordForm } from '../components/record/use-record-form.tsx'
import { type ActionFormState, fieldsOfAction } from './action-fields.ts'
import { usePeopleOptions } from './use-people.ts'

type ActionFormProps = {
  /** Null: a new action. */
  readonly saved: SavedRecord<Action> | null
  readonly start: ActionFields
  readonly onSaved?: (action: Action) => void
}

/** All fields of an action. */
export function ActionForm({ saved, start, onSaved }: ActionFormProps) {
  const t = useText()
  const form = useRecordForm({
    topic: 'actions',
    saved,
    start,
    schema: actionFieldsSchema,
    fieldsOf: fieldsOfAction,
    calls: data.actions,
    ...(onSaved === undefined ? {} : { onSaved }),
  })
  return (
    <RecordFormFrame form={form} label={t('common:entity.action')}>
      <WhatSection form={form} />
      <ClosingSection form={form} before={saved?.record.state ?? null} />
      {form.values.state === 'done' ? <EffectSection form={form} /> : null}
    </RecordFormFrame>
  )
}

type SectionProps = { readonly form: ActionFormState }

function useDayProps({ values, control, isReadOnly }: ActionFormState) {
  return (name: 'dueOn' | 'closedOn' | 'effectivenessOn') => {
    const { onBlur, error, description } = control(name)
    return { value: values[name], path: name, onBlur, error, description, isReadOnly }
  }
}

function WhatSection({ form }: SectionProps) {
  const t = useText()
  const people = usePeopleOptions()
  const { values, change, control } = form
  const day = useDayProps(form)
  return (
    <FormSection title={t('actions:section.what')}>
      <TextInput label={t('actions:field.title')} {...form.text('title')} required maxLength={500} />
      <Textarea
        label={t('actions:field.why')}
        {...form.text('why')}
        autosize
        minRows={2}
        maxLength={10_000}
      />
      <Select
        label={t('actions:field.ownerId')}
        {...control('ownerId')}
        data={people}
        value={values.ownerId}
        searchable
        clearable={!form.isReadOnly}
        onChange={(ownerId) => change({ ownerId })}
      />
      <Group grow align="flex-start">
        <DayField
          label={t('actions:field.dueOn')}
          {...day('dueOn')}
          onChange={(dueOn) => change({ dueOn })}
        />
        <Select
          label={t('actions:field.priority')}
          {...control('priority')}
          data={actionPrioritySchema.options.map((value) => ({
            value,
            label: t(`actions:priority.${value}`),
          }))}
          value={values.priority}
          allowDeselect={false}
          onChange={(priority) => change({ priority: actionPrioritySchema.parse(priority) })}
        />
      </Group>
    </FormSection>
  )
}

type ClosingSectionProps = SectionProps & {
  /** The saved state, from which the others are reached; null: a new action. */
  readonly before: ActionFields['state'] | null
}

function ClosingSection({ form, before }: ClosingSectionProps) {
  const t = useText()
  const today = useToday()
  const { values, change, control } = form
  const day = useDayProps(form)
  const states = actionStateSchema.options.filter(
    (state) => state === before || (state !== 'carried' && (before === null || canMove(before, state))),
  )
  return (
    <FormSection title={t('actions:section.closing')}>
      <Select
        label={t('actions:field.state')}
        {...control('state')}
        data={states.map((value) => ({ value, label: t(`actions:state.${value}`) }))}
        value={values.state}
        allowDeselect={false}
        onChange={(state) => change(moveTo(values, actionStateSchema.parse(state), today))}
      />
      <Textarea
        label={t('actions:field.result')}
        {...form.text('result', { help: t('actions:help.result') })}
        autosize
        minRows={2}
        maxLength={10_000}
      />
      {isRunning(values) ? null : (
        <DayField
          label={t('actions:field.closedOn')}
          {...day('closedOn')}
          onChange={(closedOn) => change({ closedOn })}
        />
      )}
    </FormSection>
  )
}

function EffectSection({ form }: SectionProps) {
  const t = useText()
  const today = useToday()
  const { values, change, control } = form
  const day = useDayProps(form)
  return (
    <FormSection title={t('actions:section.effect')}>
      <NumberInput
        label={t('actions:field.checkAfterMonths')}
        {...control('checkAfterMonths')}
        min={1}
        max={60}
        allowDecimal={false}
        value={values.checkAfterMonths}
        onChange={(months) => change({ checkAfterMonths: Number(months) })}
      />
      <Select
        label={t('actions:field.effectiveness')}
        {...control('effectiveness')}
        data={effectivenessSchema.options.map((value) => ({ value, label: t(`actions:effect.${value}`) }))}
        value={values.effectiveness}
        placeholder={t('actions:effect.unknown')}
        clearable={!form.isReadOnly}
        onChange={(value) =>
          change(
            value === null
              ? { effectiveness: null, effectivenessOn: null }
              : {
                  effectiveness: effectivenessSchema.parse(value),
                  effectivenessOn: values.effectivenessOn ?? today,
                },
          )
        }
      />
      {values.effectiveness === null ? null : (
        <DayField
          label={t('actions:field.effectivenessOn')}
          {...day('effectivenessOn')}
          onChange={(effectivenessOn) => change({ effectivenessOn })}
        />
      )}
    </FormSection>
  )
}
