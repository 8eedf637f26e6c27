import { Button, Group, Menu, Text } from '@mantine/core'
import {
  IconChevronDown,
  IconFileCertificate,
  IconFilePlus,
  IconFolderPlus,
  IconLink,
  IconPencil,
} from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { maxAttachmentSize } from '../../shared/attachments/attachment.ts'
import type { EvidenceSummary } from '../../shared/evidence/evidence.ts'
import { runCommand } from '../app/commands.ts'
import { useText } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/use-workspace.ts'
import type { RowAction } from '../components/DataTable.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { RecordPlace } from '../components/RecordPlace.tsx'
import { useListing } from '../components/table/use-listing.ts'
import { BulkChangeDialog } from './BulkChangeDialog.tsx'
import { evidenceList } from './evidence-list.ts'
import { EvidencePage, NewLink } from './EvidencePage.tsx'
import { ExistingFiles } from './ExistingFiles.tsx'
import { LibraryChecks } from './LibraryChecks.tsx'
import { useAddEvidence } from './use-add-evidence.tsx'
import { useEvidenceColumns } from './use-evidence-columns.tsx'
import { useEvidenceFilters } from './use-evidence-filters.ts'
import { useEvidenceRemoval } from './use-evidence-removal.tsx'

const showPiece = (id: string | null) => (id === null ? <NewLink /> : <EvidencePage key={id} id={id} />)

/** The library of evidence with the open piece beside it. */
export function EvidencePlace() {
  const t = useText()
  const isReadOnly = useIsReadOnly()
  const listing = useListing(evidenceList, 'evidence')
  const adding = useAddEvidence(!isReadOnly)
  const { calls, dialog } = useEvidenceRemoval()
  const [edited, setEdited] = useState<readonly EvidenceSummary[] | null>(null)
  return (
    <>
      <RecordPlace
        entity="evidence"
        view="evidence"
        title={t('evidence:title')}
        listing={listing}
        columns={useEvidenceColumns()}
        filters={useEvidenceFilters()}
        calls={calls}
        rowActions={useRowActions(isReadOnly, setEdited)}
        newTitle={t('evidence:new')}
        detail={showPiece}
        actions={
          <>
            <LibraryChecks />
            <AddMenu adding={adding} isReadOnly={isReadOnly} />
          </>
        }
        summary={<ExistingFiles files={adding.existing} onClose={adding.forgetExisting} />}
        empty={<NoEvidence adding={adding} isReadOnly={isReadOnly} />}
      />
      {dialog}
      {edited === null ? null : <BulkChangeDialog pieces={edited} onClose={() => setEdited(null)} />}
    </>
  )
}

function useRowActions(
  isReadOnly: boolean,
  edit: (pieces: readonly EvidenceSummary[]) => void,
): readonly RowAction<EvidenceSummary>[] {
  const t = useText()
  return useMemo(
    () =>
      isReadOnly
        ? []
        : [
            {
              id: 'change-many',
              title: t('evidence:bulk.action'),
              icon: IconPencil,
              run: (rows) => edit(rows),
            },
          ],
    [t, isReadOnly, edit],
  )
}

type AddProps = { readonly adding: ReturnType<typeof useAddEvidence>; readonly isReadOnly: boolean }

function AddMenu({ adding, isReadOnly }: AddProps) {
  const t = useText()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          disabled={isReadOnly}
          loading={adding.isAdding}
          leftSection={<IconFilePlus size={18} aria-hidden />}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {t('evidence:addFiles')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconFilePlus size={16} aria-hidden />}
          onClick={() => void adding.chooseFiles()}
        >
          {t('evidence:addFiles')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFolderPlus size={16} aria-hidden />}
          onClick={() => void adding.chooseFolder()}
        >
          {t('evidence:addFolder')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function NoEvidence({ adding, isReadOnly }: AddProps) {
  const t = useText()
  return (
    <EmptyState icon={IconFileCertificate} title={t('evidence:empty.title')} text={t('evidence:empty.text')}>
      {isReadOnly ? null : (
        <>
          <Group>
            <Button
              leftSection={<IconFilePlus size={18} aria-hidden />}
              loading={adding.isAdding}
              onClick={() => void adding.chooseFiles()}
            >
              {t('evidence:addFiles')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconFolderPlus size={18} aria-hidden />}
              onClick={() => void adding.chooseFolder()}
            >
              {t('evidence:addFolder')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconLink size={18} aria-hidden />}
              onClick={() => runCommand('new-record')}
            >
              {t('evidence:new')}
            </Button>
          </Group>
          <Text size="xs" c="dimmed" mt="sm">
            {t('evidence:drop', { size: maxAttachmentSize })}
          </Text>
        </>
      )}
    </EmptyState>
  )
}
