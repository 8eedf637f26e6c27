import { Group, Input, SegmentedControl, Select, TextInput } from '@mantine/core'
import { memo } from 'react'
import {
  type ProgrammeFields,
  levels,
  levelSchema,
  masterTrackSchema,
} from '../../shared/programmes/programme.ts'
import { normaliseProgrammeCode } from '../../shared/programmes/codes.ts'
import { useText } from '../app/i18n.ts'
import { LocalizedField } from '../components/LocalizedField.tsx'
import { FormSection } from '../components/record/FormSection.tsx'
import { samePart } from '../components/record/same-part.ts'
import { IscedField } from './IscedField.tsx'
import type { ProgrammeFormState } from './programme-form-state.ts'

/** Name, level, code and field of education. */
export const IdentitySection = memo(
  function IdentitySection({ form }: { readonly form: ProgrammeFormState }) {
    const t = useText()
    const { values, change, control } = form
    const code = form.text('code', { help: t('programmes:help.code') })

    return (
      <FormSection title={t('programmes:section.identity')}>
        <LocalizedField
          label={t('programmes:field.names')}
          value={values.names}
          onChange={(names) => change({ names })}
          {...control('names')}
          isReadOnly={form.isReadOnly}
          isRequired
          path="names"
        />
        <Group align="flex-start" gap="md">
          <Input.Wrapper label={t('programmes:field.level')} labelElement="div" data-path="level">
            <div>
              <SegmentedControl
                aria-label={t('programmes:field.level')}
                readOnly={form.isReadOnly}
                value={values.level}
                data={levels.map((level) => ({ value: level, label: t(`programmes:levels.${level}`) }))}
                onChange={(value) => {
                  const level = levelSchema.parse(value)
                  change(level === 'master' ? { level } : { level, masterTrack: null })
                }}
              />
            </div>
          </Input.Wrapper>
          {(values.level === 'master' || values.masterTrack !== null) && (
            <Select
              flex={1}
              miw={240}
              label={t('programmes:field.masterTrack')}
              data={masterTrackSchema.options.map((track) => ({
                value: track,
                label: t(`programmes:tracks.${track}`),
              }))}
              placeholder={t('programmes:notChosen')}
              clearable
              {...control('masterTrack')}
              value={values.masterTrack}
              onChange={(value) =>
                change({ masterTrack: value === null ? null : masterTrackSchema.parse(value) })
              }
            />
          )}
        </Group>
        <Group align="flex-start" gap="md">
          <TextInput
            w={200}
            label={t('programmes:field.code')}
            maxLength={20}
            {...code}
            onBlur={() => {
              change({ code: normaliseProgrammeCode(values.code) })
              code.onBlur()
            }}
          />
          <IscedField
            flex={1}
            miw={280}
            label={t('programmes:field.iscedF')}
            {...control('iscedF', { help: t('programmes:help.iscedF') })}
            value={values.iscedF}
            onChange={(iscedF) => change({ iscedF })}
          />
        </Group>
      </FormSection>
    )
  },
  samePart<ProgrammeFields>(['names', 'level', 'masterTrack', 'code', 'iscedF']),
)
