import { Button, Text, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { academicYearLabel } from '../../shared/kernel/calendar.ts'
import { useCommand } from '../app/commands.ts'
import { useText } from '../app/i18n.ts'
import { AcademicYearField } from '../components/AcademicYearField.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { PlaceHeader } from '../components/PlaceHeader.tsx'
import { applyPaste, editCell, type Edits, type EntryColumn, planPaste } from './entry-grid.ts'
import { EntryTable } from './EntryTable.tsx'
import type { EntryActions } from './EntryTableRow.tsx'
import styles from './mobility.module.css'
import { PastePreview } from './PastePreview.tsx'
import { entryOf, findingsOf, type RefusedRows, useSaveYear, useYearRows } from './use-year-entry.ts'
import { useYearDraft } from './year-drafts.ts'

type Pasted = {
  readonly at: { readonly row: number; readonly column: EntryColumn }
  readonly cells: string[][]
}

const noEdits: Edits = new Map()
const noneRefused: RefusedRows = new Map()

/** Typing the numbers of one academic year for all its programmes, like in a spreadsheet. */
export function YearEntry({ year, usual }: { readonly year: number; readonly usual: number }) {
  const t = useText()
  const navigate = useNavigate()
  const { rows, error, retry } = useYearRows(year)
  const [edits, setEdits] = useYearDraft(year)
  const [source, setSource] = useState('')
  const [pasted, setPasted] = useState<Pasted | null>(null)
  const [refused, setRefused] = useState<RefusedRows>(noneRefused)
  const { save, isSaving } = useSaveYear(setRefused)
  const changed = useMemo(() => (rows ?? []).filter((row) => edits.has(row.key)), [rows, edits])
  const hasErrors = changed.some((row) =>
    findingsOf(row, year, edits.get(row.key)).some(({ severity }) => severity === 'error'),
  )
  const canSave = changed.length > 0 && !hasErrors && !isSaving

  const type = useCallback<EntryActions['type']>(
    (row, column, value) => {
      setEdits((before) => editCell(before, row, column, value))
      setRefused((before) => (before.has(row.key) ? without(before, row.key) : before))
    },
    [setEdits],
  )
  const paste = useCallback((at: Pasted['at'], cells: string[][]) => setPasted({ at, cells }), [])

  async function saveAll() {
    if (!(await save(entryOf(year, source, changed, edits), changed))) return
    setEdits(noEdits)
    setRefused(noneRefused)
  }
  useCommand('save', () => void saveAll(), canSave)

  const goTo = (next: number | null) => {
    if (next !== null) void navigate({ to: '/mobility/$id', params: { id: 'entry' }, search: { year: next } })
  }

  return (
    <div className={styles.place}>
      <PlaceHeader
        title={t('mobility:entry.title')}
        count={
          changed.length === 0
            ? t('mobility:entry.unchanged')
            : t('mobility:entry.changed', { count: changed.length })
        }
        actions={
          <>
            <Button variant="default" onClick={() => void navigate({ to: '/mobility' })}>
              {t('mobility:entry.back')}
            </Button>
            <Button variant="default" disabled={changed.length === 0} onClick={() => setEdits(noEdits)}>
              {t('mobility:entry.discard')}
            </Button>
            <Button disabled={!canSave} loading={isSaving} onClick={() => void saveAll()}>
              {t('mobility:entry.save')}
            </Button>
          </>
        }
      />
      <div className={styles.tools}>
        <AcademicYearField
          label={t('mobility:yearPicker.label')}
          value={year}
          usual={usual}
          onChange={goTo}
          required
          withAsterisk={false}
        />
        <TextInput
          className={styles.source}
          label={t('mobility:field.source')}
          placeholder={t('mobility:help.source')}
          maxLength={300}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <Text className={styles.help}>{t('mobility:entry.help')}</Text>
      </div>
      {error !== null && error !== undefined ? <ErrorNotice error={error} onRetry={retry} /> : null}
      {rows !== undefined && rows.length === 0 ? (
        <EmptyState title={t('mobility:entry.noProgrammes', { year: academicYearLabel(year) })} />
      ) : null}
      {rows !== undefined && rows.length > 0 ? (
        <EntryTable
          key={year}
          year={year}
          rows={rows}
          edits={edits}
          refused={refused}
          onType={type}
          onPaste={paste}
        />
      ) : null}
      <PastePreview
        plan={pasted === null || rows === undefined ? null : planPaste(rows, edits, pasted.at, pasted.cells)}
        onClose={() => setPasted(null)}
        onApply={(plan) => {
          setEdits(applyPaste(edits, plan))
          setPasted(null)
        }}
      />
    </div>
  )
}

function without(refused: RefusedRows, key: string): RefusedRows {
  return new Map([...refused].filter(([other]) => other !== key))
}
