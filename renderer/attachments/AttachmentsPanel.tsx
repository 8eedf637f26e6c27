import { ActionIcon, Anchor, Button, Group, Stack, Text, Tooltip } from '@mantine/core'
import { IconFile, IconFileTypePdf, IconPaperclip, IconPhoto, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { maxAttachmentSize, type Attachment } from '../../shared/attachments/attachment.ts'
import { formatBytes, formatInstant } from '../../shared/kernel/format.ts'
import type { RecordReference } from '../../shared/kernel/record.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useIsReadOnly } from '../app/use-workspace.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import classes from './attachments.module.css'
import { useAttachments } from './use-attachments.ts'

/** The files of a record: added by button or by dropping them on the window, saved elsewhere, removed with undo. */
export function AttachmentsPanel({ owner }: { readonly owner: RecordReference }) {
  const t = useText()
  const isReadOnly = useIsReadOnly()
  const files = useQuery(orpc.attachments.list.queryOptions({ input: { owner } }))
  const { choose, isAdding, remove, saveAs } = useAttachments(owner, !isReadOnly)
  if (files.error !== null) return <ErrorNotice error={files.error} onRetry={() => void files.refetch()} />
  return (
    <Stack gap="sm">
      {files.data?.length === 0 ? <Text c="dimmed">{t('attachments:empty')}</Text> : null}
      <ul className={classes.list}>
        {files.data?.map((file) => (
          <AttachmentRow
            key={file.id}
            file={file}
            onSave={() => void saveAs(file)}
            {...(isReadOnly ? {} : { onRemove: () => void remove(file) })}
          />
        ))}
      </ul>
      {isReadOnly ? null : (
        <>
          <Group>
            <Button
              variant="default"
              leftSection={<IconPaperclip size={18} aria-hidden />}
              loading={isAdding}
              onClick={() => void choose()}
            >
              {t('attachments:add')}
            </Button>
          </Group>
          <Text size="xs" c="dimmed">
            {t('attachments:drop', { size: maxAttachmentSize })}
          </Text>
        </>
      )}
    </Stack>
  )
}

type AttachmentRowProps = {
  readonly file: Attachment
  readonly onSave: () => void
  readonly onRemove?: () => void
}

function AttachmentRow({ file, onSave, onRemove }: AttachmentRowProps) {
  const t = useText()
  const language = useLanguage()
  return (
    <li className={classes.item}>
      <FileSign mediaType={file.mediaType} />
      <div className={classes.what}>
        <Anchor
          component="button"
          type="button"
          onClick={onSave}
          title={t('attachments:saveAs')}
          className={classes.name}
        >
          {file.name}
        </Anchor>
        <Text size="xs" c="dimmed" className="qos-figures" title={t('attachments:sha', { sha: file.sha256 })}>
          {formatBytes(file.size, language)} · {formatInstant(file.addedAt, language)}
        </Text>
      </div>
      <Button variant="subtle" size="compact-sm" onClick={onSave}>
        {t('attachments:saveAs')}
      </Button>
      {onRemove === undefined ? null : (
        <Tooltip label={t('attachments:remove')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${t('attachments:remove')}: ${file.name}`}
            onClick={onRemove}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  )
}

function FileSign({ mediaType }: { readonly mediaType: string }) {
  const look = { size: 20, stroke: 1.5, 'aria-hidden': true }
  if (mediaType === 'application/pdf') return <IconFileTypePdf {...look} />
  return mediaType.startsWith('image/') ? <IconPhoto {...look} /> : <IconFile {...look} />
}
