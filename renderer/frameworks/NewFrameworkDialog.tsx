import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import {
  type FrameworkContent,
  frameworkReferenceSchema,
  type LongLocalized,
} from '../../shared/frameworks/framework.ts'
import type { Framework } from '../../shared/frameworks/framework-record.ts'
import { nameIn } from '../../shared/kernel/localized.ts'
import { data } from '../app/client.ts'
import { describeError } from '../app/describe-error.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'

type NewFrameworkDialogProps = {
  /** The framework that is copied; without one, an empty draft is begun. */
  readonly original?: Framework
  readonly onClose: () => void
}

const nothing: LongLocalized = { kk: '', ru: '', en: '' }

/** A draft with one part, to be filled in the editor. */
function emptyContent(
  reference: { code: string; version: string },
  title: string,
  language: 'kk' | 'ru' | 'en',
) {
  const content: FrameworkContent = {
    format: 'qosdiplom-framework',
    formatVersion: 1,
    ...reference,
    titles: { ...nothing, [language]: title },
    publisher: nothing,
    licence: nothing,
    source: '—',
    kind: 'standards',
    supersedes: null,
    parts: [{ code: '1', title: nothing, standards: [] }],
  }
  return content
}

/** Begins a draft: an empty one, or a copy under a code and version of its own. */
export function NewFrameworkDialog({ original, onClose }: NewFrameworkDialogProps) {
  const t = useText()
  const language = useLanguage()
  const navigate = useNavigate()
  const year = useToday().slice(0, 4)
  const [title, setTitle] = useState('')
  const [code, setCode] = useState(original?.content.code ?? '')
  const [version, setVersion] = useState(original === undefined ? year : `${original.content.version}-own`)
  const reference = { code: code.trim(), version: version.trim() }
  const isSound =
    frameworkReferenceSchema.safeParse(reference).success && (original !== undefined || title.trim() !== '')
  const make = useMutation({
    mutationFn: () =>
      original === undefined
        ? data.frameworks.create({ content: emptyContent(reference, title.trim(), language) })
        : data.frameworks.copy({ id: original.id, ...reference }),
    onSuccess: ({ record }) => {
      onClose()
      void navigate({ to: '/frameworks/$id', params: { id: record.id } })
    },
  })
  const refusal = make.isError ? describeError(make.error) : null
  return (
    <Modal
      opened
      onClose={onClose}
      title={
        original === undefined
          ? t('frameworks:new')
          : t('frameworks:copyOf', { title: nameIn(original.content.titles, language) })
      }
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isSound) make.mutate()
        }}
      >
        <Stack gap="md">
          {original === undefined ? (
            <TextInput
              label={t('frameworks:field.titles')}
              value={title}
              required
              data-autofocus
              maxLength={1000}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
          ) : null}
          <TextInput
            label={t('frameworks:field.code')}
            description={t('frameworks:help.code')}
            value={code}
            required
            maxLength={40}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <TextInput
            label={t('frameworks:field.version')}
            description={t('frameworks:help.version')}
            value={version}
            required
            maxLength={40}
            onChange={(event) => setVersion(event.currentTarget.value)}
          />
          {refusal === null ? null : (
            <Text role="alert" c="var(--qos-bad)" size="sm">
              {refusal.what} {refusal.remedy}
            </Text>
          )}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('common:action.cancel')}
            </Button>
            <Button type="submit" disabled={!isSound} loading={make.isPending}>
              {t('frameworks:begin')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
