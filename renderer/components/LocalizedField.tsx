import { Group, Input, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useId, type ReactNode } from 'react'
import { languages, type LocalizedText } from '../../shared/kernel/record.ts'
import { useText } from '../app/i18n.ts'
import classes from './localized-field.module.css'

type LocalizedFieldProps = {
  readonly label: string
  readonly value: LocalizedText
  readonly onChange: (value: LocalizedText) => void
  readonly onBlur?: () => void
  /** Help below the label, with the source of the rule. */
  readonly description?: ReactNode
  readonly error?: ReactNode
  /** At least one language has to be filled. */
  readonly isRequired?: boolean
  readonly isReadOnly?: boolean
  /** Named in front of the fields' names, so that a problem can be shown at its field. */
  readonly path?: string
}

/** One name in three languages as one field with three rows; languages still missing are marked. */
export function LocalizedField(props: LocalizedFieldProps) {
  const t = useText()
  const id = useId()
  const { label, value, onChange, onBlur, description, error, path } = props
  const isEmpty = languages.every((language) => value[language].trim() === '')
  return (
    <fieldset className={classes.field} data-path={path}>
      <Input.Wrapper
        component="div"
        labelElement="div"
        label={label}
        required={props.isRequired === true}
        description={description}
        error={error}
        labelProps={{ id: `${id}-label` }}
      >
        <div className={classes.rows} role="group" aria-labelledby={`${id}-label`}>
          {languages.map((language) => {
            const isMissing = value[language].trim() === ''
            return (
              <Group key={language} gap="xs" wrap="nowrap">
                <Text component="label" htmlFor={`${id}-${language}`} size="xs" c="dimmed" w={44}>
                  {t(`common:languageShort.${language}`)}
                </Text>
                <TextInput
                  id={`${id}-${language}`}
                  lang={language}
                  flex={1}
                  value={value[language]}
                  readOnly={props.isReadOnly === true}
                  error={error !== undefined && error !== null && isEmpty}
                  aria-label={`${label}: ${t(`common:language.${language}`)}`}
                  onChange={(event) => onChange({ ...value, [language]: event.currentTarget.value })}
                  onBlur={onBlur}
                  rightSection={isMissing && !isEmpty ? <Missing /> : null}
                />
              </Group>
            )
          })}
        </div>
      </Input.Wrapper>
    </fieldset>
  )
}

function Missing() {
  const t = useText()
  return (
    <IconAlertTriangle
      size={16}
      color="var(--qos-warn)"
      role="img"
      aria-label={t('common:languageMissing')}
    />
  )
}
