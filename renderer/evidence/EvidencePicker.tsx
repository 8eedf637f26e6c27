import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconFilePlus, IconLink, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { EvidenceSummary } from '../../shared/evidence/evidence.ts'
import { allEvidence } from '../../shared/evidence/evidence.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import { useIsReadOnly } from '../app/use-workspace.ts'
import { EvidenceFile } from './EvidenceFile.tsx'
import { LibrarySearch } from './LibrarySearch.tsx'
import { NewLinkForm } from './NewLinkForm.tsx'
import { OfferedEvidenceList } from './OfferedEvidenceList.tsx'
import { LinkedEvidence } from './LinkedEvidence.tsx'
import { useAddEvidence } from './use-add-evidence.tsx'

type EvidencePickerProps = {
  readonly assessmentId: string
  readonly criterion: string
  /** The pieces that the answer uses, in their order. */
  readonly evidenceIds: readonly string[]
  readonly onChange: (evidenceIds: string[]) => void
  /** The answer may not be changed: approved and locked, or the person may not write. */
  readonly isReadOnly?: boolean
}

/**
 * The evidence of one criterion: what is linked, in its order, and everything to link more: the library, new files and
 * links, and what the crosswalk and the previous cycle offer. Linking never copies a piece.
 */
export function EvidencePicker(props: EvidencePickerProps) {
  const { assessmentId, criterion, evidenceIds, onChange } = props
  const t = useText()
  const isFileReadOnly = useIsReadOnly()
  const isReadOnly = props.isReadOnly === true || isFileReadOnly
  const [adding, setAdding] = useState<'search' | 'link' | null>(null)
  const [shown, setShown] = useState<EvidenceSummary | null>(null)
  const pieces = usePieces(evidenceIds)
  const take = (ids: readonly string[]) => onChange([...new Set([...evidenceIds, ...ids])])
  const files = useAddEvidence(!isReadOnly, take)
  const toggle = (part: 'search' | 'link') => setAdding((before) => (before === part ? null : part))
  return (
    <Stack gap="sm">
      {evidenceIds.length === 0 ? <Text c="dimmed">{t('evidence:picker.none')}</Text> : null}
      <LinkedEvidence
        pieces={pieces}
        onShow={setShown}
        // While pieces are still asked for, an order made of the others would lose them.
        {...(isReadOnly || pieces.length < evidenceIds.length ? {} : { onChange })}
      />
      {isReadOnly ? null : (
        <>
          <Group gap="xs">
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconSearch size={16} aria-hidden />}
              aria-expanded={adding === 'search'}
              onClick={() => toggle('search')}
            >
              {t('evidence:picker.search')}
            </Button>
            <Button
              variant="default"
              size="compact-sm"
              loading={files.isAdding}
              leftSection={<IconFilePlus size={16} aria-hidden />}
              onClick={() => void files.chooseFiles()}
            >
              {t('evidence:addFiles')}
            </Button>
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconLink size={16} aria-hidden />}
              aria-expanded={adding === 'link'}
              onClick={() => toggle('link')}
            >
              {t('evidence:picker.link')}
            </Button>
          </Group>
          {adding === 'search' ? (
            <LibrarySearch linked={evidenceIds} onTake={(id) => take([id])} onShow={setShown} />
          ) : null}
          {adding === 'link' ? (
            <NewLinkForm
              onMade={(id) => {
                take([id])
                setAdding(null)
              }}
              onCancel={() => setAdding(null)}
            />
          ) : null}
          <OfferedEvidenceList
            assessmentId={assessmentId}
            criterion={criterion}
            linked={evidenceIds}
            onTake={take}
            onShow={setShown}
          />
        </>
      )}
      {shown === null ? null : <PreviewDialog piece={shown} onClose={() => setShown(null)} />}
    </Stack>
  )
}

/** The pieces with these ids, in this order; while they are asked for, those that are known already. */
function usePieces(ids: readonly string[]): readonly EvidenceSummary[] {
  const language = useLanguage()
  const on = useToday()
  const wanted = [...ids].toSorted()
  const list = useQuery({
    ...orpc.evidence.list.queryOptions({
      input: {
        text: '',
        filter: { ...allEvidence, ids: wanted },
        sort: [],
        offset: 0,
        limit: 500,
        language,
        on,
      },
      enabled: ids.length > 0,
    }),
    placeholderData: (before) => before,
  })
  const found = new Map((list.data?.rows ?? []).map((piece) => [piece.id, piece]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

type PreviewDialogProps = { readonly piece: EvidenceSummary; readonly onClose: () => void }

function PreviewDialog({ piece, onClose }: PreviewDialogProps) {
  const t = useText()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('evidence:preview.title', { name: piece.name })}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
      size="xl"
    >
      {piece.kind === 'file' ? <EvidenceFile piece={piece} /> : <Text size="sm">{piece.url}</Text>}
    </Modal>
  )
}
