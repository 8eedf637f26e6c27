import { Button, Group, Modal, Select, Stack, TagsInput, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BulkChange } from '../../shared/evidence/evidence.contract.ts'
import { confidentialitySchema, type EvidenceSummary } from '../../shared/evidence/evidence.ts'
import { withoutMeta } from '../../shared/kernel/record.ts'
import { data, orpc } from '../app/client.ts'
import { describeError } from '../app/describe-error.ts'
import { useText } from '../app/i18n.ts'
import { offerUndo } from '../app/notify.tsx'
import { DayField } from '../components/DayField.tsx'

type BulkChangeDialogProps = {
  readonly pieces: readonly EvidenceSummary[]
  readonly onClose: () => void
}

/** Changes tags, owner, days and confidentiality of several pieces at once; a field left empty changes nothing. */
export function BulkChangeDialog({ pieces, onClose }: BulkChangeDialogProps) {
  const t = useText()
  const [change, setChange] = useState<BulkChange>({})
  const set = (part: BulkChange) => setChange((before) => ({ ...before, ...part }))
  const save = useMutation({
    mutationFn: () =>
      data.evidence.changeMany({ records: pieces.map(({ id, revision }) => ({ id, revision })), change }),
    onSuccess: ({ changed, before }) => {
      const revisions = new Map(changed.map(({ id, revision }) => [id, revision]))
      const records = before.map((piece) => ({
        id: piece.id,
        revision: revisions.get(piece.id) ?? piece.revision,
        fields: withoutMeta(piece),
      }))
      offerUndo(t('evidence:bulk.done', { count: changed.length }), () => data.evidence.saveMany({ records }))
      onClose()
    },
  })
  const refusal = save.isError ? describeError(save.error) : null
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${t('evidence:bulk.title')} (${pieces.length})`}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('evidence:bulk.hint')}
          </Text>
          <ChangeFields pieces={pieces} change={change} set={set} />
          {refusal === null ? null : (
            <Text role="alert" c="var(--qos-bad)" size="sm">
              {refusal.what} {refusal.remedy}
            </Text>
          )}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('common:action.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={Object.keys(change).length === 0}>
              {t('common:action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

type ChangeFieldsProps = {
  readonly pieces: readonly EvidenceSummary[]
  readonly change: BulkChange
  readonly set: (part: BulkChange) => void
}

function ChangeFields({ pieces, change, set }: ChangeFieldsProps) {
  const t = useText()
  const tags = useQuery(orpc.evidence.tags.queryOptions()).data ?? []
  const people = useQuery(orpc.people.list.queryOptions()).data ?? []
  return (
    <>
      <TagsInput
        label={t('evidence:bulk.addTags')}
        data={tags.map(({ tag }) => tag)}
        value={change.addTags ?? []}
        onChange={(addTags) => set({ addTags })}
        data-autofocus
      />
      <TagsInput
        label={t('evidence:bulk.removeTags')}
        data={[...new Set(pieces.flatMap((piece) => piece.tags))]}
        value={change.removeTags ?? []}
        onChange={(removeTags) => set({ removeTags })}
      />
      <Select
        label={t('evidence:field.ownerId')}
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={change.ownerId ?? null}
        nothingFoundMessage={t('common:select.nothing')}
        onChange={(ownerId) => {
          if (ownerId !== null) set({ ownerId })
        }}
      />
      <DayField
        label={t('evidence:field.validUntil')}
        value={change.validUntil ?? null}
        onChange={(validUntil) => {
          if (validUntil !== null) set({ validUntil })
        }}
      />
      <Select
        label={t('evidence:field.confidentiality')}
        data={confidentialitySchema.options.map((value) => ({
          value,
          label: t(`evidence:confidentiality.${value}`),
        }))}
        value={change.confidentiality ?? null}
        onChange={(value) => {
          const confidentiality = confidentialitySchema.safeParse(value).data
          if (confidentiality !== undefined) set({ confidentiality })
        }}
      />
    </>
  )
}
