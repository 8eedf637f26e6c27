import { Group, NumberInput, Paper, Radio, Select, Stack, Text } from '@mantine/core'
import { agreementStageSchema, type Term } from '../../shared/agreements/agreement.ts'
import { USUAL_TERM_YEARS } from '../../shared/agreements/agreement-rules.ts'
import { agreementStatus, inForceFrom } from '../../shared/agreements/terms.ts'
import { addDays, addYears } from '../../shared/kernel/calendar.ts'
import type { Day } from '../../shared/kernel/day.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import { DayField } from '../components/DayField.tsx'
import { FormSection } from '../components/record/FormSection.tsx'
import type { AgreementFormState } from './agreement-form-state.ts'
import { AgreementStatusBadge } from './AgreementStatusBadge.tsx'
import { statusInWords } from './term-words.ts'

type ValiditySectionProps = { readonly form: AgreementFormState }

/** Stage, days and term, with the status that follows from them today. */
export function ValiditySection({ form }: ValiditySectionProps) {
  const t = useText()
  const { values, change } = form
  return (
    <FormSection title={t('agreements:section.validity')}>
      <Select
        label={t('agreements:field.stage')}
        {...form.control('stage')}
        data={agreementStageSchema.options.map((stage) => ({
          value: stage,
          label: t(`agreements:stage.${stage}`),
        }))}
        value={values.stage}
        allowDeselect={false}
        onChange={(stage) => change({ stage: agreementStageSchema.parse(stage) })}
      />
      <Group grow align="flex-start">
        <DayField
          label={t('agreements:field.signedOn')}
          {...dayProps(form, 'signedOn')}
          onChange={(signedOn) => change({ signedOn })}
        />
        <DayField
          label={t('agreements:field.startsOn')}
          {...dayProps(form, 'startsOn')}
          base={values.signedOn}
          {...(values.startsOn === null ? { description: t('agreements:help.startsOn') } : {})}
          onChange={(startsOn) => change({ startsOn })}
        />
      </Group>
      <TermEditor form={form} />
      {values.stage === 'terminated' || values.terminatedOn !== null ? (
        <DayField
          label={t('agreements:field.terminatedOn')}
          {...dayProps(form, 'terminatedOn')}
          base={values.startsOn}
          onChange={(terminatedOn) => change({ terminatedOn })}
        />
      ) : null}
      <StatusPreview form={form} />
    </FormSection>
  )
}

function dayProps(form: AgreementFormState, key: 'signedOn' | 'startsOn' | 'terminatedOn') {
  const { onBlur, readOnly, error, description } = form.control(key)
  return {
    value: form.values[key],
    path: key,
    onBlur,
    isReadOnly: readOnly,
    error,
    ...(description === undefined ? {} : { description }),
  }
}

/** A first guess at a term of the kind, for the person to correct: five years, the length most agreements have. */
function firstTerm(kind: Term['kind'], from: Day): Term {
  if (kind === 'fixed') return { kind, endsOn: addDays(addYears(from, 5), -1) }
  return kind === 'perpetual' ? { kind } : { kind, everyYears: 5, noticeMonths: 6 }
}

const termKinds = ['fixed', 'perpetual', 'auto_renewed'] as const

function TermEditor({ form }: ValiditySectionProps) {
  const t = useText()
  const today = useToday()
  const { term } = form.values
  const choose = (name: string) => {
    const kind = termKinds.find((candidate) => candidate === name)
    form.change({ term: kind === undefined ? null : firstTerm(kind, inForceFrom(form.values) ?? today) })
  }
  const shown = form.control('term', { help: t('agreements:help.usualTerm', USUAL_TERM_YEARS) })
  return (
    <Stack gap="sm">
      <Radio.Group
        label={t('agreements:field.termTitle')}
        error={shown.error}
        description={shown.description}
        inputWrapperOrder={shown.inputWrapperOrder}
        readOnly={form.isReadOnly}
        data-path="term"
        value={term === null ? 'none' : term.kind}
        onChange={choose}
      >
        <Stack gap={6} my={4}>
          {(['none', ...termKinds] as const).map((kind) => (
            <Radio key={kind} value={kind} label={t(`agreements:term.${kind}`)} disabled={form.isReadOnly} />
          ))}
        </Stack>
      </Radio.Group>
      {term?.kind === 'fixed' ? <FixedTerm form={form} endsOn={term.endsOn} /> : null}
      {term?.kind === 'auto_renewed' ? <RenewedTerm form={form} term={term} /> : null}
    </Stack>
  )
}

function FixedTerm({ form, endsOn }: ValiditySectionProps & { readonly endsOn: Day }) {
  const t = useText()
  const { error, description, onBlur, readOnly } = form.control('term.endsOn')
  return (
    <DayField
      label={t('agreements:field.termEndsOn')}
      value={endsOn}
      path="term.endsOn"
      base={inForceFrom(form.values)}
      isLastDay
      error={error}
      {...(description === undefined ? {} : { description })}
      onBlur={onBlur}
      isReadOnly={readOnly}
      isRequired
      onChange={(day) => form.change({ term: day === null ? null : { kind: 'fixed', endsOn: day } })}
    />
  )
}

type RenewedTermProps = ValiditySectionProps & { readonly term: Extract<Term, { kind: 'auto_renewed' }> }

function RenewedTerm({ form, term }: RenewedTermProps) {
  const t = useText()
  return (
    <Group grow align="flex-start">
      <NumberInput
        label={t('agreements:term.everyYears')}
        {...form.control('term.everyYears')}
        min={1}
        max={50}
        allowDecimal={false}
        value={term.everyYears}
        onChange={(value) => form.change({ term: { ...term, everyYears: Number(value) } })}
      />
      <NumberInput
        label={t('agreements:term.noticeMonths')}
        {...form.control('term.noticeMonths', { help: t('agreements:help.notice') })}
        min={0}
        max={36}
        allowDecimal={false}
        value={term.noticeMonths}
        onChange={(value) => form.change({ term: { ...term, noticeMonths: Number(value) } })}
      />
    </Group>
  )
}

function StatusPreview({ form }: ValiditySectionProps) {
  const t = useText()
  const language = useLanguage()
  const today = useToday()
  return (
    <Paper withBorder p="sm" role="status">
      <Group gap="sm">
        <Text size="sm" fw={700}>
          {t('agreements:hint.preview')}
        </Text>
        <AgreementStatusBadge status={agreementStatus(form.values, today)} />
        <Text size="sm">{statusInWords(t, form.values, today, language)}</Text>
      </Group>
    </Paper>
  )
}
