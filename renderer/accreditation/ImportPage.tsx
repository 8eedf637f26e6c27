import { Button, Group, Table, Text } from '@mantine/core'
import { IconArrowLeft, IconFileImport } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import type { PlannedRow } from '../../shared/accreditation/import/incoming.ts'
import type { FileGrant } from '../../shared/kernel/contract-base.ts'
import { formatDay } from '../../shared/kernel/format.ts'
import { data, shell } from '../app/client.ts'
import { useDroppedFiles } from '../app/dropped-files.ts'
import { useText } from '../app/i18n.ts'
import { notifyRefusal, offerUndo } from '../app/notify.tsx'
import { useLanguage } from '../app/preferences.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { ButtonLink } from '../components/links.tsx'
import { PlaceHeader } from '../components/PlaceHeader.tsx'
import { OutcomeBadge } from '../imports/outcomes.tsx'
import classes from './accreditation.module.css'

type Preview = Awaited<ReturnType<typeof data.accreditation.preview>> & { readonly name: string }

/** So many rows are shown; the counts speak of all. */
const shownRows = 500
const outcomes = ['new', 'changed', 'same', 'refused'] as const

/** Import of accreditations from EPVO, DEQAR or an own register: choose a file, see what it would change, take it over. */
export function ImportPage() {
  const t = useText()
  const { preview, read, choose, apply, isBusy } = useAccreditationImport()
  useDroppedFiles(([file]) => {
    if (file !== undefined) read(file)
  })
  const writes = preview === null ? 0 : preview.counts.new + preview.counts.changed
  return (
    <div className={classes.place}>
      <PlaceHeader
        title={t('accreditation:import.title')}
        count={preview?.name}
        actions={
          <>
            <ButtonLink
              to="/accreditation"
              variant="default"
              leftSection={<IconArrowLeft size={18} aria-hidden />}
            >
              {t('accreditation:plan.back')}
            </ButtonLink>
            <Button
              variant={preview === null ? 'filled' : 'default'}
              leftSection={<IconFileImport size={18} aria-hidden />}
              loading={isBusy && preview === null}
              onClick={choose}
            >
              {t('accreditation:import.choose')}
            </Button>
            {preview === null ? null : (
              <Button disabled={writes === 0} loading={isBusy} onClick={apply}>
                {t('accreditation:import.apply', { count: writes })}
              </Button>
            )}
          </>
        }
      />
      <div className={classes.scroll}>
        {preview === null ? (
          <EmptyState
            icon={IconFileImport}
            title={t('accreditation:import.empty.title')}
            text={t('accreditation:import.empty.text')}
          />
        ) : (
          <PreviewTable preview={preview} />
        )}
      </div>
    </div>
  )
}

function useAccreditationImport() {
  const t = useText()
  const language = useLanguage()
  const navigate = useNavigate()
  const [preview, setPreview] = useState<Preview | null>(null)
  const [isBusy, setBusy] = useState(false)

  const during = useCallback((work: () => Promise<void>) => {
    setBusy(true)
    work()
      .catch(notifyRefusal)
      .finally(() => setBusy(false))
  }, [])
  const read = (file: FileGrant) =>
    during(async () => {
      setPreview({ ...(await data.accreditation.preview({ file, language })), name: file.name })
    })
  const choose = () =>
    during(async () => {
      const [file] = await shell.chooseFiles({ purpose: 'accreditations', multiple: false })
      if (file !== undefined)
        setPreview({ ...(await data.accreditation.preview({ file, language })), name: file.name })
    })
  const apply = () =>
    during(async () => {
      if (preview === null) return
      const { batch, created, changed } = await data.accreditation.apply({ preview: preview.preview })
      offerUndo(t('accreditation:import.done', { created, changed }), () =>
        data.accreditation.undo({ batch }),
      )
      await navigate({ to: '/accreditation' })
    })
  return { preview, read, choose, apply, isBusy }
}

function PreviewTable({ preview }: { readonly preview: Preview }) {
  const t = useText()
  const { kind, counts, rows } = preview
  return (
    <>
      <Group gap="lg" mb="md" role="status">
        <Text>{t(`accreditation:import.kind.${kind}`)}</Text>
        {outcomes.map((outcome) => (
          <Text key={outcome}>
            {t(`accreditation:import.count.${outcome}`, { count: counts[outcome] ?? 0 })}
          </Text>
        ))}
      </Group>
      <Table stickyHeader aria-label={t('accreditation:import.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right">{t('accreditation:import.row')}</Table.Th>
            <Table.Th>{t('accreditation:import.outcome')}</Table.Th>
            <Table.Th>{t('accreditation:field.object')}</Table.Th>
            <Table.Th>{t('accreditation:field.agencyId')}</Table.Th>
            <Table.Th>{t('accreditation:field.validFrom')}</Table.Th>
            <Table.Th>{t('accreditation:field.validTo')}</Table.Th>
            <Table.Th>{t('accreditation:import.notes')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.slice(0, shownRows).map((row) => (
            <PreviewLine key={row.row} row={row} />
          ))}
        </Table.Tbody>
      </Table>
      {rows.length > shownRows ? (
        <Text c="dimmed" mt="sm">
          {t('accreditation:import.more', { count: rows.length - shownRows })}
        </Text>
      ) : null}
    </>
  )
}

function PreviewLine({ row }: { readonly row: PlannedRow }) {
  const t = useText()
  const language = useLanguage()
  const day = (value: string) => (value === '' ? '—' : formatDay(value, language))
  return (
    <Table.Tr>
      <Table.Td ta="right">{row.row}</Table.Td>
      <Table.Td>
        <OutcomeBadge outcome={row.outcome} />
      </Table.Td>
      <Table.Td>{row.object || '—'}</Table.Td>
      <Table.Td>{row.agency || '—'}</Table.Td>
      <Table.Td>{day(row.validFrom)}</Table.Td>
      <Table.Td>{day(row.validTo)}</Table.Td>
      <Table.Td>{row.notes.map((note) => t(`accreditation:import.note.${note}`)).join(' ')}</Table.Td>
    </Table.Tr>
  )
}
