import { Group, NumberInput, Select, Stack, Title } from '@mantine/core'
import { audienceSchema } from '../../shared/stakeholders/involvement.ts'
import { type SurveyFields, surveyPeriodSchema } from '../../shared/surveys/survey.ts'
import { useText } from '../app/i18n.ts'
import { AcademicYearField } from '../components/AcademicYearField.tsx'
import { LocalizedField } from '../components/LocalizedField.tsx'
import { RecordSelect } from '../components/RecordSelect.tsx'
import { programmeSource } from '../programmes/programme-list.ts'

type ImportHeadProps = {
  readonly head: SurveyFields
  readonly onChange: (head: SurveyFields) => void
}

/** What the file does not say: which survey it is. */
export function ImportHead({ head, onChange }: ImportHeadProps) {
  const t = useText()
  const change = (part: Partial<SurveyFields>) => onChange({ ...head, ...part })
  return (
    <Stack gap={12}>
      <Title order={2} size="md">
        {t('surveys:import.what')}
      </Title>
      <LocalizedField
        label={t('surveys:field.names')}
        value={head.names}
        path="names"
        isRequired
        onChange={(names) => change({ names })}
      />
      <Group grow align="flex-start">
        <Select
          label={t('surveys:field.audience')}
          data={audienceSchema.options.map((value) => ({
            value,
            label: t(`stakeholders:audience.${value}`),
          }))}
          value={head.audience}
          allowDeselect={false}
          onChange={(audience) => change({ audience: audienceSchema.parse(audience) })}
        />
        <AcademicYearField
          label={t('surveys:field.academicYear')}
          usual={head.period.academicYear}
          value={head.period.academicYear}
          onChange={(academicYear) => {
            if (academicYear !== null) change({ period: { ...head.period, academicYear } })
          }}
        />
        <Select
          label={t('surveys:field.part')}
          data={surveyPeriodSchema.shape.part.options.map((value) => ({
            value,
            label: t(`surveys:part.${value}`),
          }))}
          value={head.period.part}
          allowDeselect={false}
          onChange={(part) =>
            change({ period: { ...head.period, part: surveyPeriodSchema.shape.part.parse(part) } })
          }
        />
      </Group>
      <Group grow align="flex-start">
        <RecordSelect
          source={programmeSource}
          label={t('surveys:field.programmeId')}
          description={t('surveys:help.programmeId')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={head.programmeId}
          onChange={(programmeId) => change({ programmeId })}
        />
        <NumberInput
          label={t('surveys:field.invited')}
          description={t('surveys:help.invited')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          min={0}
          max={100_000}
          allowDecimal={false}
          value={head.invited ?? ''}
          onChange={(value) => change({ invited: value === '' ? null : Number(value) })}
        />
      </Group>
    </Stack>
  )
}
