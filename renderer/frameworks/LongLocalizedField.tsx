import { Input, Text, Textarea } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useId } from 'react'
import type { FrameworkContent, LongLocalized } from '../../shared/frameworks/framework.ts'
import type { Framework } from '../../shared/frameworks/framework-record.ts'
import { type Language, languages } from '../../shared/kernel/record.ts'
import { useText } from '../app/i18n.ts'
import type { RecordForm } from '../components/record/use-record-form.tsx'

type LongLocalizedFieldProps = {
  readonly form: RecordForm<Framework, FrameworkContent>
  readonly path: string
  readonly label: string
  readonly value: LongLocalized
  readonly onChange: (value: LongLocalized, language: Language) => void
}

/** A longer text in three languages, one below the other; the missing ones are marked. */
export function LongLocalizedField({ form, path, label, value, onChange }: LongLocalizedFieldProps) {
  const t = useText()
  const id = useId()
  const isEmpty = languages.every((language) => value[language].trim() === '')
  return (
    <div role="group" aria-labelledby={id} data-path={path}>
      <Input.Wrapper
        component="div"
        labelElement="div"
        label={label}
        labelProps={{ id }}
        error={form.errorAt(path)}
      >
        {languages.map((language) => (
          <Textarea
            key={language}
            {...form.control(`${path}.${language}`)}
            mt={4}
            lang={language}
            autosize
            minRows={1}
            maxRows={10}
            maxLength={4000}
            leftSectionWidth={40}
            leftSection={
              <Text size="xs" c="dimmed" aria-hidden>
                {t(`common:languageShort.${language}`)}
              </Text>
            }
            rightSection={
              value[language].trim() === '' && !isEmpty ? (
                <IconAlertTriangle
                  size={16}
                  color="var(--qos-warn)"
                  role="img"
                  aria-label={t('common:languageMissing')}
                />
              ) : null
            }
            aria-label={`${label}: ${t(`common:language.${language}`)}`}
            value={value[language]}
            onChange={(event) => onChange({ ...value, [language]: event.currentTarget.value }, language)}
          />
        ))}
      </Input.Wrapper>
    </div>
  )
}
