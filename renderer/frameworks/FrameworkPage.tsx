import { Button, Menu } from '@mantine/core'
import {
  IconBook,
  IconCopy,
  IconDots,
  IconDownload,
  IconPencil,
  IconPrinter,
  IconTrash,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Framework } from '../../shared/frameworks/framework-record.ts'
import { data, shell } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { notifyRefusal } from '../app/notify.tsx'
import { useIsReadOnly } from '../app/use-workspace.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import type { SavedRecord } from '../components/record/record-calls.ts'
import { useRemoval } from '../components/record/use-removal.ts'
import { SearchField } from '../components/SearchField.tsx'
import { useSavedRecord } from '../components/use-saved-record.ts'
import { FrameworkEditor } from './FrameworkEditor.tsx'
import { FramePage } from './FramePage.tsx'
import { NewFrameworkDialog } from './NewFrameworkDialog.tsx'
import { Reader } from './Reader.tsx'
import { useFrameworkFiles } from './use-framework-files.ts'

/** One framework: a draft opens for editing, a published one for reading. */
export function FrameworkPage({ id }: { readonly id: string }) {
  const saved = useSavedRecord('frameworks', data.frameworks.get, id)
  if (saved.error !== null) return <ErrorNotice error={saved.error} onRetry={() => void saved.refetch()} />
  if (saved.data === undefined) return <div aria-busy="true" />
  return <OpenFramework saved={saved.data} />
}

function OpenFramework({ saved }: { readonly saved: SavedRecord<Framework> }) {
  const t = useText()
  const isReadOnly = useIsReadOnly()
  const [text, setText] = useState('')
  const [isReading, setReading] = useState(false)
  const { record } = saved
  const isEditing = record.state === 'draft' && !isReading && !isReadOnly
  // The full title is long; it stands over the texts.
  const title = `${record.content.code.toUpperCase()} ${record.content.version}`
  return (
    <FramePage
      title={title}
      hasBack
      search={
        isEditing ? undefined : <SearchField value={text} onChange={setText} label={t('frameworks:search')} />
      }
      actions={
        <>
          {record.state === 'draft' && !isReadOnly ? (
            <Button
              variant="default"
              className="qos-no-print"
              leftSection={
                isEditing ? <IconBook size={18} aria-hidden /> : <IconPencil size={18} aria-hidden />
              }
              onClick={() => setReading(isEditing)}
            >
              {isEditing ? t('frameworks:read') : t('frameworks:edit')}
            </Button>
          ) : null}
          <Deeds record={record} />
        </>
      }
    >
      {isEditing ? <FrameworkEditor saved={saved} /> : <Reader content={record.content} text={text} />}
    </FramePage>
  )
}

const calls = { remove: data.frameworks.remove, restore: data.frameworks.restore }

/** What is done with a framework as a whole. */
function Deeds({ record }: { readonly record: Framework }) {
  const t = useText()
  const navigate = useNavigate()
  const isReadOnly = useIsReadOnly()
  const [isCopying, setCopying] = useState(false)
  const files = useFrameworkFiles()
  const remove = useRemoval(calls, 'framework', () => void navigate({ to: '/frameworks' }))
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" className="qos-no-print" leftSection={<IconDots size={18} aria-hidden />}>
            {t('frameworks:deeds')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => void shell.print().catch(notifyRefusal)}
          >
            {t('common:command.print')}
          </Menu.Item>
          <Menu.Item leftSection={<IconDownload size={16} aria-hidden />} onClick={() => files.save(record)}>
            {t('frameworks:export')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconCopy size={16} aria-hidden />}
            disabled={isReadOnly}
            onClick={() => setCopying(true)}
          >
            {t('frameworks:copy')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={16} aria-hidden />}
            disabled={isReadOnly || record.origin === 'built-in'}
            onClick={() => remove([record])}
          >
            {t('common:action.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isCopying ? <NewFrameworkDialog original={record} onClose={() => setCopying(false)} /> : null}
    </>
  )
}
