import { Checkbox, Group, NumberInput, Select } from '@mantine/core'
import { memo } from 'react'
import { academicYearOf } from '../../shared/kernel/calendar.ts'
import {
  type ProgrammeFields,
  awardSchema,
  programmeFeatureSchema,
  registerStatusSchema,
} from '../../shared/programmes/programme.ts'
import { useText } from '../app/i18n.ts'
import { useToday } from '../app/today.ts'
import { AcademicYearField } from '../components/AcademicYearField.tsx'
import { FormSection } from '../components/record/FormSection.tsx'
import { samePart } from '../components/record/same-part.ts'
import type { ProgrammeFormState } from './programme-form-state.ts'

/** Features, award, the national register and the years. */
export const KindSection = memo(
  function KindSection({ form }: { readonly form: ProgrammeFormState }) {
    const t = useText()
    const { values, change, control } = form
    const thisYear = academicYearOf(useToday())
    const {
      readOnly: _readOnly,
      onBlur: touchFeatures,
      ...features
    } = control('features', {
      help: t('programmes:help.features'),
    })

    return (
      <FormSection title={t('programmes:section.kind')}>
        <Checkbox.Group
          label={t('programmes:field.features')}
          {...features}
          readOnly={form.isReadOnly}
          value={values.features}
          onChange={(chosen) => {
            change({ features: programmeFeatureSchema.options.filter((feature) => chosen.includes(feature)) })
            touchFeatures()
          }}
        >
          <Group gap="md" my={6}>
            {programmeFeatureSchema.options.map((feature) => (
              <Checkbox key={feature} value={feature} label={t(`programmes:features.${feature}`)} />
            ))}
          </Group>
        </Checkbox.Group>
        <Select
          label={t('programmes:field.award')}
          data={awardSchema.options.map((award) => ({
            value: award,
            label: t(`programmes:awards.${award}`),
          }))}
          placeholder={t('programmes:notChosen')}
          clearable
          {...control('award')}
          value={values.award}
          onChange={(value) => change({ award: value === null ? null : awardSchema.parse(value) })}
        />
        <Group align="flex-start" gap="md">
          <Select
            flex={1}
            miw={220}
            label={t('programmes:field.registerStatus')}
            data={registerStatusSchema.options.map((status) => ({
              value: status,
              label: t(`programmes:registerStatuses.${status}`),
            }))}
            allowDeselect={false}
            {...control('registerStatus', { help: t('programmes:help.registerStatus') })}
            value={values.registerStatus}
            onChange={(value) => {
              if (value !== null) change({ registerStatus: registerStatusSchema.parse(value) })
            }}
          />
          <NumberInput
            w={180}
            label={t('programmes:field.epvoId')}
            min={1}
            allowDecimal={false}
            allowNegative={false}
            hideControls
            {...control('epvoId')}
            value={values.epvoId ?? ''}
            onChange={(value) => change({ epvoId: typeof value === 'number' ? value : null })}
          />
        </Group>
        <Group align="flex-start" gap="md">
          <AcademicYearField
            label={t('programmes:field.firstYear')}
            required
            usual={thisYear}
            {...control('firstYear')}
            value={values.firstYear}
            onChange={(year) => {
              if (year !== null) change({ firstYear: year })
            }}
          />
          <AcademicYearField
            label={t('programmes:field.lastYear')}
            usual={Math.max(thisYear, values.firstYear)}
            {...control('lastYear', { help: t('programmes:help.lastYear') })}
            value={values.lastYear}
            onChange={(lastYear) => change({ lastYear })}
          />
        </Group>
      </FormSection>
    )
  },
  samePart<ProgrammeFields>(['features', 'award', 'registerStatus', 'epvoId', 'firstYear', 'lastYear']),
)
