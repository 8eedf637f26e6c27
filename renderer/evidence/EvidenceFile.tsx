import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconDownload, IconReplace } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Attachment } from '../../shared/attachments/attachment.ts'
import type { Evidence } from '../../shared/evidence/evidence.ts'
import { formatBytes, formatInstant } from '../../shared/kernel/format.ts'
import { data, orpc, shell } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { notifyDone, notifyRefusal } from '../app/notify.tsx'
import { useLanguage } from '../app/preferences.tsx'
import { useIsReadOnly } from '../app/use-workspace.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { FilePreview } from './FilePreview.tsx'

type Piece = Pick<Evidence, 'id' | 'revision' | 'fileSha256'>

/** The file of a piece of evidence: shown, saved elsewhere, or replaced by a new edition. */
export function EvidenceFile({ piece }: { readonly piece: Piece }) {
  const t = useText()
  const language = useLanguage()
  const isReadOnly = useIsReadOnly()
  // With the hash in the key a replaced file is read again.
  const preview = useQuery({
    ...orpc.evidence.preview.queryOptions({ input: { id: piece.id } }),
    queryKey: [['evidence', 'preview'], piece.id, piece.fileSha256],
    gcTime: 0,
  })
  if (preview.error !== null)
    return <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />
  if (preview.data === undefined) return <div aria-busy="true" />
  const { file, content } = preview.data
  return (
    <Stack gap="sm">
      {file === null ? (
        <Alert icon={<IconAlertTriangle aria-hidden />} color="orange" variant="light" p="sm">
          {t('evidence:preview.none')}
        </Alert>
      ) : (
        <>
          {file.sha256 === piece.fileSha256 ? null : (
            <Alert icon={<IconAlertTriangle aria-hidden />} color="orange" variant="light" p="sm">
              {t('evidence:file.changed')}
            </Alert>
          )}
          <div>
            <Text fw={600}>{file.name}</Text>
            <Text size="xs" c="dimmed" className="qos-figures">
              {formatBytes(file.size, language)} · {formatInstant(file.addedAt, language)}
            </Text>
          </div>
        </>
      )}
      <Group gap="sm">
        {file === null ? null : <SaveFile file={file} />}
        {isReadOnly ? null : <ReplaceFile piece={piece} />}
      </Group>
      {file === null ? null : <FilePreview file={file} content={content} />}
    </Stack>
  )
}

function SaveFile({ file }: { readonly file: Attachment }) {
  const t = useText()
  const save = async () => {
    try {
      const to = await shell.chooseTarget({ purpose: 'any', suggestedName: file.name.slice(0, 200) })
      if (to === null) return
      await data.attachments.saveAs({ id: file.id, to })
      notifyDone(t('evidence:file.saved', { name: to.name }))
    } catch (error) {
      notifyRefusal(error)
    }
  }
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      onClick={() => void save()}
    >
      {t('evidence:file.saveAs')}
    </Button>
  )
}

function ReplaceFile({ piece }: { readonly piece: Piece }) {
  const t = useText()
  const replace = async () => {
    try {
      const [file] = await shell.chooseFiles({ purpose: 'attachment', multiple: false })
      if (file === undefined) return
      await data.evidence.replaceFile({ id: piece.id, revision: piece.revision, file })
      notifyDone(t('evidence:file.replaced', { name: file.name }))
    } catch (error) {
      notifyRefusal(error)
    }
  }
  return (
    <Button
      variant="default"
      leftSection={<IconReplace size={16} aria-hidden />}
      onClick={() => void replace()}
    >
      {t('evidence:file.replace')}
    </Button>
  )
}
