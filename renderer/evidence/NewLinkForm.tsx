import { Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { emptyEvidence } from '../../shared/evidence/evidence.ts'
import { data } from '../app/client.ts'
import { describeError } from '../app/describe-error.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'

type NewLinkFormProps = { readonly onMade: (id: string) => void; readonly onCancel: () => void }

/** Adds a page on the web to the library on the spot; the rest of its fields can be entered there later. */
export function NewLinkForm({ onMade, onCancel }: NewLinkFormProps) {
  const t = useText()
  const language = useLanguage()
  const [name, setName] = useState('')
  const [url, setUrl] = useState('')
  const make = useMutation({
    mutationFn: () =>
      data.evidence.create({
        fields: {
          ...emptyEvidence,
          names: { ...emptyEvidence.names, [language]: name },
          url,
          types: ['web'],
        },
      }),
    onSuccess: ({ record }) => onMade(record.id),
  })
  const refusal = make.isError ? describeError(make.error) : null
  return (
    <Paper
      component="form"
      withBorder
      p="sm"
      aria-label={t('evidence:picker.link')}
      onSubmit={(event) => {
        event.preventDefault()
        make.mutate()
      }}
    >
      <Stack gap="xs">
        <TextInput
          label={t('evidence:field.names')}
          required
          maxLength={500}
          value={name}
          autoFocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('evidence:field.url')}
          required
          type="url"
          maxLength={2000}
          placeholder="https://"
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        {refusal === null ? null : (
          <Text role="alert" c="var(--qos-bad)" size="sm">
            {refusal.what} {refusal.remedy}
          </Text>
        )}
        <Group justify="end" gap="sm">
          <Button variant="default" size="compact-sm" onClick={onCancel}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" size="compact-sm" loading={make.isPending}>
            {t('evidence:picker.create')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}
