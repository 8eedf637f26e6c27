import { Group, NumberInput, Select, Text, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { withoutMeta } from '../../shared/kernel/record.ts'
import { audienceSchema } from '../../shared/stakeholders/involvement.ts'
import {
  scalePoints,
  type Survey,
  type SurveyFields,
  surveyFieldsSchema,
  surveyPeriodSchema,
  type SurveyQuestion,
  surveyScaleSchema,
} from '../../shared/surveys/survey.ts'
import { data, orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { AcademicYearField } from '../components/AcademicYearField.tsx'
import { ListEditor } from '../components/ListEditor.tsx'
import { LocalizedField } from '../components/LocalizedField.tsx'
import { FormSection } from '../components/record/FormSection.tsx'
import type { SavedRecord } from '../components/record/record-calls.ts'
import { RecordFormFrame } from '../components/record/RecordFormFrame.tsx'
import { type RecordForm, useRecordForm } from '../components/record/use-record-form.tsx'
import { RecordSelect } from '../components/RecordSelect.tsx'
import { programmeSource } from '../programmes/programme-list.ts'

export type SurveyFormState = RecordForm<Survey, SurveyFields>

/** The form over a survey; its tabs share the state that it returns. */
export function useSurveyForm(
  saved: SavedRecord<Survey> | null,
  start: SurveyFields,
  onSaved?: (record: Survey) => void,
): SurveyFormState {
  return useRecordForm({
    topic: 'surveys',
    saved,
    start,
    schema: surveyFieldsSchema,
    fieldsOf: (record: Survey) => withoutMeta<SurveyFields>(record),
    calls: data.surveys,
    ...(onSaved === undefined ? {} : { onSaved }),
  })
}

/** All fields of a survey but its quotes. */
export function SurveyForm({ form }: { readonly form: SurveyFormState }) {
  const t = useText()
  return (
    <RecordFormFrame form={form} label={t('common:entity.survey')}>
      <HeadSection form={form} />
      <QuestionsSection form={form} />
      <FormSection title={t('surveys:section.notes')}>
        <Textarea
          label={t('surveys:field.notes')}
          {...form.text('notes')}
          autosize
          minRows={2}
          maxLength={10_000}
        />
      </FormSection>
    </RecordFormFrame>
  )
}

type SectionProps = { readonly form: SurveyFormState }

function HeadSection({ form }: SectionProps) {
  const t = useText()
  const { values } = form
  return (
    <FormSection title={t('surveys:section.what')}>
      <LocalizedField
        label={t('surveys:field.names')}
        value={values.names}
        path="names"
        isRequired
        isReadOnly={form.isReadOnly}
        error={form.errorAt('names')}
        onBlur={form.control('names').onBlur}
        onChange={(names) => form.change({ names })}
      />
      <Select
        label={t('surveys:field.audience')}
        {...form.control('audience')}
        data={audienceSchema.options.map((value) => ({ value, label: t(`stakeholders:audience.${value}`) }))}
        value={values.audience}
        allowDeselect={false}
        onChange={(audience) => form.change({ audience: audienceSchema.parse(audience) })}
      />
      <Group grow align="flex-start">
        <AcademicYearField
          label={t('surveys:field.academicYear')}
          {...form.control('period.academicYear')}
          usual={values.period.academicYear}
          value={values.period.academicYear}
          onChange={(academicYear) => {
            if (academicYear !== null) form.change({ period: { ...values.period, academicYear } })
          }}
        />
        <Select
          label={t('surveys:field.part')}
          {...form.control('period.part')}
          data={surveyPeriodSchema.shape.part.options.map((value) => ({
            value,
            label: t(`surveys:part.${value}`),
          }))}
          value={values.period.part}
          allowDeselect={false}
          onChange={(part) =>
            form.change({ period: { ...values.period, part: surveyPeriodSchema.shape.part.parse(part) } })
          }
        />
      </Group>
      <RecordSelect
        source={programmeSource}
        label={t('surveys:field.programmeId')}
        {...form.control('programmeId', { help: t('surveys:help.programmeId') })}
        value={values.programmeId}
        onChange={(programmeId) => form.change({ programmeId })}
      />
      <Group grow align="flex-start">
        <NumberInput
          label={t('surveys:field.invited')}
          {...form.control('invited', { help: t('surveys:help.invited') })}
          min={0}
          max={100_000}
          allowDecimal={false}
          value={values.invited ?? ''}
          onChange={(value) => form.change({ invited: value === '' ? null : Number(value) })}
        />
        <NumberInput
          label={t('surveys:field.answered')}
          {...form.control('answered')}
          min={0}
          max={100_000}
          allowDecimal={false}
          value={values.answered}
          onChange={(value) => form.change({ answered: Number(value) })}
        />
      </Group>
    </FormSection>
  )
}

/** The next free code of a question. */
function freeCode(questions: readonly SurveyQuestion[]): string {
  const codes = new Set(questions.map(({ code }) => code))
  let place = questions.length + 1
  while (codes.has(`q${place}`)) place += 1
  return `q${place}`
}

const noAnswers = (scale: SurveyQuestion['scale']): number[] =>
  Array.from({ length: Math.max(1, scalePoints[scale]) }, () => 0)

function QuestionsSection({ form }: SectionProps) {
  const t = useText()
  const { questions, groups } = form.values
  return (
    <FormSection title={t('surveys:section.questions')} hint={t('surveys:help.counts')}>
      <ListEditor
        path="questions"
        items={questions}
        onChange={(changed) => form.change({ questions: changed })}
        blank={(): SurveyQuestion => ({
          code: freeCode(questions),
          bankCode: null,
          text: '',
          scale: 'five',
          counts: noAnswers('five'),
          groups: groups.map(() => null),
        })}
        addTitle={t('surveys:question.add')}
        error={form.errorAt('questions')}
        isReadOnly={form.isReadOnly}
        largest={300}
      >
        {(question, change, path) => (
          <QuestionFields form={form} question={question} change={change} path={path} />
        )}
      </ListEditor>
    </FormSection>
  )
}

type QuestionProps = SectionProps & {
  readonly question: SurveyQuestion
  readonly change: (part: Partial<SurveyQuestion>) => void
  readonly path: string
}

function QuestionFields({ form, question, change, path }: QuestionProps) {
  const t = useText()
  const language = useLanguage()
  const bank = useQuery(orpc.surveys.bank.queryOptions()).data?.questions ?? []
  const takeFromBank = (code: string | null) => {
    const found = bank.find((each) => each.code === code)
    if (found === undefined) change({ bankCode: null })
    else if (question.text === '')
      change({
        bankCode: found.code,
        text: found.texts[language],
        scale: found.scale,
        counts: noAnswers(found.scale),
      })
    else change({ bankCode: found.code })
  }
  return (
    <>
      <TextInput
        label={t('surveys:question.text')}
        {...form.control(`${path}.text`)}
        maxLength={1000}
        value={question.text}
        onChange={({ currentTarget }) => change({ text: currentTarget.value })}
      />
      <Select
        label={t('surveys:question.bank')}
        {...form.control(`${path}.bankCode`)}
        data={bank.map(({ code, texts }) => ({ value: code, label: `${code} · ${texts[language]}` }))}
        value={question.bankCode}
        placeholder={t('surveys:question.own')}
        clearable={!form.isReadOnly}
        searchable
        onChange={takeFromBank}
      />
      <Select
        label={t('surveys:question.scale')}
        {...form.control(`${path}.scale`)}
        data={surveyScaleSchema.options.map((value) => ({ value, label: t(`surveys:scale.${value}`) }))}
        value={question.scale}
        allowDeselect={false}
        onChange={(value) => {
          const scale = surveyScaleSchema.parse(value)
          const isSame = scalePoints[scale] === scalePoints[question.scale]
          change(
            isSame ? { scale } : { scale, counts: noAnswers(scale), groups: question.groups.map(() => null) },
          )
        }}
      />
      <CountFields form={form} question={question} change={change} path={path} />
    </>
  )
}

function CountFields({ form, question, change, path }: QuestionProps) {
  const t = useText()
  const { counts, scale } = question
  if (counts === null)
    return (
      <Text size="sm" c="dimmed">
        {t('surveys:question.suppressed')}
      </Text>
    )
  const stepTitle = (place: number): string => {
    if (scale === 'text') return t('surveys:question.answers')
    if (scale === 'yes-no') return place === 0 ? t('surveys:question.no') : t('surveys:question.yes')
    return t('surveys:question.point', { point: place + 1 })
  }
  return (
    <div data-path={`${path}.counts`}>
      <Group gap="xs" align="flex-start">
        {counts.map((value, place) => (
          <NumberInput
            // The steps of a scale have no other name than their place.
            // oxlint-disable-next-line react/no-array-index-key
            key={place}
            w={96}
            label={stepTitle(place)}
            min={0}
            max={100_000}
            allowDecimal={false}
            readOnly={form.isReadOnly}
            value={value}
            onChange={(next) => change({ counts: counts.with(place, Number(next)) })}
          />
        ))}
      </Group>
      {form.errorAt(`${path}.counts`) === undefined ? null : (
        <div role="alert">{form.errorAt(`${path}.counts`)}</div>
      )}
    </div>
  )
}
