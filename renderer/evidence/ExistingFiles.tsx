import { Alert, Text } from '@mantine/core'
import { IconCopyCheck } from '@tabler/icons-react'
import { useText } from '../app/i18n.ts'
import { RecordLink } from '../components/RecordLink.tsx'

/** A file whose content the library has already, and the piece that has it. */
export type ExistingFile = { readonly fileName: string; readonly id: string; readonly name: string }

type ExistingFilesProps = { readonly files: readonly ExistingFile[]; readonly onClose: () => void }

/** Names the pieces that are to be used in the place of files with the same content. */
export function ExistingFiles({ files, onClose }: ExistingFilesProps) {
  const t = useText()
  if (files.length === 0) return null
  return (
    <Alert
      icon={<IconCopyCheck aria-hidden />}
      title={t('evidence:existing.title', { count: files.length })}
      withCloseButton
      closeButtonLabel={t('common:action.close')}
      onClose={onClose}
      variant="light"
      p="sm"
      role="status"
    >
      <Text size="sm">{t('evidence:existing.text')}</Text>
      <ul>
        {files.slice(0, 10).map(({ fileName, id, name }) => (
          <li key={fileName}>
            {fileName} → <RecordLink record={{ entity: 'evidence', id }}>{name}</RecordLink>
          </li>
        ))}
      </ul>
    </Alert>
  )
}
