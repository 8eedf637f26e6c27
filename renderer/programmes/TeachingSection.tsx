import { Group, Input, NumberInput, SegmentedControl } from '@mantine/core'
import { memo } from 'react'
import { type ProgrammeFields, deliverySchema } from '../../shared/programmes/programme.ts'
import { useText } from '../app/i18n.ts'
import { FormSection } from '../components/record/FormSection.tsx'
import { samePart } from '../components/record/same-part.ts'
import { LanguagesField } from './LanguagesField.tsx'
import type { ProgrammeFormState } from './programme-form-state.ts'

/** Languages, mode of study and teachers. */
export const TeachingSection = memo(
  function TeachingSection({ form }: { readonly form: ProgrammeFormState }) {
    const t = useText()
    const { values, change, control } = form
    return (
      <FormSection title={t('programmes:section.teaching')}>
        <LanguagesField
          label={t('programmes:field.languages')}
          {...control('languages', { help: t('programmes:help.languages') })}
          value={values.languages}
          onChange={(languages) => change({ languages })}
        />
        <Input.Wrapper label={t('programmes:field.delivery')} labelElement="div" data-path="delivery">
          <div>
            <SegmentedControl
              aria-label={t('programmes:field.delivery')}
              readOnly={form.isReadOnly}
              value={values.delivery}
              data={deliverySchema.options.map((delivery) => ({
                value: delivery,
                label: t(`programmes:deliveries.${delivery}`),
              }))}
              onChange={(value) => change({ delivery: deliverySchema.parse(value) })}
            />
          </div>
        </Input.Wrapper>
        <Group align="flex-start" gap="md" grow>
          {(['homeTeachers', 'partnerTeachers'] as const).map((key) => (
            <NumberInput
              key={key}
              label={t(`programmes:field.${key}`)}
              min={0}
              max={10_000}
              allowDecimal={false}
              allowNegative={false}
              hideControls
              {...control(key)}
              value={values[key] ?? ''}
              onChange={(value) => change({ [key]: typeof value === 'number' ? value : null })}
            />
          ))}
        </Group>
      </FormSection>
    )
  },
  samePart<ProgrammeFields>(['languages', 'delivery', 'homeTeachers', 'partnerTeachers']),
)
