import { ActionIcon, Button, Group, Stack, Text, Tooltip } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { academicYearLabel } from '../../shared/kernel/calendar.ts'
import { allCohorts, type CohortSummary } from '../../shared/mobility/cohort.ts'
import { data, orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import { useIsReadOnly } from '../app/use-workspace.ts'
import { AcademicYearField } from '../components/AcademicYearField.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { InlineNumber } from '../components/InlineNumber.tsx'
import { RecordLink } from '../components/RecordLink.tsx'
import { useRemoval } from '../components/record/use-removal.ts'
import { cellValue, editCell, type Edits, type EntryRow } from './entry-grid.ts'
import styles from './entry-table.module.css'
import { readCount } from './read-count.ts'
import { countsOf, useSaveYears, type YearOfProgramme } from './use-year-entry.ts'

/** The numbers that fit beside the programme; the others are on the cohort's own page. */
const shown = ['contingent', 'outgoing', 'incoming', 'returned', 'graduated'] as const

const noEdits: Edits = new Map()

type ProgrammeCohortsProps = { readonly programmeId: string; readonly firstYear: number }

/** The learners of one programme by academic year, typed in place; a year is added below. */
export function ProgrammeCohorts({ programmeId, firstYear }: ProgrammeCohortsProps) {
  const t = useText()
  const isReadOnly = useIsReadOnly()
  const { answer, rows } = useCohortsOf(programmeId)
  const [added, setAdded] = useState<readonly number[]>([])
  const [edits, setEdits] = useState(noEdits)
  const { save, isSaving } = useSaveYears()
  if (answer.error !== null) return <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />
  if (rows === undefined) return <div aria-busy="true" />

  const known = new Set(rows.map((row) => row.year))
  const fresh = added.filter((year) => !known.has(year)).map((year) => rowOf(programmeId, year, null))
  const all = [...fresh, ...rows].toSorted((one, other) => other.year - one.year)
  const changed = all.filter((row) => edits.has(row.key) || (row.saved === null && fresh.includes(row)))

  async function saveAll() {
    if (!(await save(changed, edits))) return
    setEdits(noEdits)
    setAdded([])
  }
  const discard = () => {
    setEdits(noEdits)
    setAdded([])
  }

  return (
    <Stack gap="md">
      {all.length === 0 ? (
        <Text c="dimmed">{t('mobility:ofProgramme.none')}</Text>
      ) : (
        <CohortTable
          rows={all}
          edits={edits}
          isReadOnly={isReadOnly}
          onType={(row, column, value) => setEdits(editCell(edits, row, column, value))}
        />
      )}
      {isReadOnly ? null : (
        <Group justify="space-between" align="flex-end">
          <AddYear
            usual={nextYear(all, firstYear)}
            isTaken={(year) => all.some((row) => row.year === year)}
            onAdd={(year) => setAdded([...added, year])}
          />
          {changed.length === 0 ? null : (
            <Group gap="sm">
              <Button variant="default" disabled={isSaving} onClick={discard}>
                {t('mobility:entry.discard')}
              </Button>
              <Button loading={isSaving} onClick={() => void saveAll()}>
                {t('common:action.save')}
              </Button>
            </Group>
          )}
        </Group>
      )}
    </Stack>
  )
}

type CohortTableProps = {
  readonly rows: readonly YearOfProgramme[]
  readonly edits: Edits
  readonly isReadOnly: boolean
  readonly onType: (row: EntryRow, column: (typeof shown)[number], value: number | null) => void
}

function CohortTable({ rows, edits, isReadOnly, onType }: CohortTableProps) {
  const t = useText()
  const remove = useRemoval(data.mobility, 'cohort')
  return (
    <div className={styles.inline} tabIndex={0} role="region" aria-label={t('mobility:ofProgramme.label')}>
      <table className={`${styles.table} qos-figures`}>
        <thead>
          <tr>
            <th scope="col" className={styles.year}>
              {t('mobility:field.academicYear')}
            </th>
            {shown.map((column) => (
              <th key={column} scope="col">
                {t(`mobility:field.${column}`)}
              </th>
            ))}
            {isReadOnly ? null : <td />}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { cohortId, revision } = row
            const year = academicYearLabel(row.year)
            const removeTitle = t('mobility:ofProgramme.remove', { year })
            return (
              <tr key={row.key}>
                <th scope="row" className={styles.year}>
                  {cohortId === null ? (
                    year
                  ) : (
                    <RecordLink
                      record={{ entity: 'cohort', id: cohortId }}
                      title={t('mobility:ofProgramme.all')}
                    >
                      {year}
                    </RecordLink>
                  )}
                </th>
                {shown.map((column) => (
                  <td
                    key={column}
                    className={styles.cell}
                    data-changed={edits.get(row.key)?.[column] === undefined ? undefined : true}
                  >
                    <InlineNumber
                      className={styles.input}
                      size={5}
                      value={cellValue(row, column, edits)}
                      label={t('mobility:entry.cell', {
                        programme: year,
                        column: t(`mobility:field.${column}`),
                      })}
                      read={readCount}
                      readOnly={isReadOnly}
                      onChange={(value) => onType(row, column, value)}
                    />
                  </td>
                ))}
                {isReadOnly ? null : (
                  <td className={styles.finding}>
                    {cohortId === null || revision === null ? null : (
                      <Tooltip label={removeTitle}>
                        <ActionIcon
                          variant="subtle"
                          color="gray"
                          aria-label={removeTitle}
                          onClick={() => remove([{ id: cohortId, revision }])}
                        >
                          <IconTrash size={16} aria-hidden />
                        </ActionIcon>
                      </Tooltip>
                    )}
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

type AddYearProps = {
  readonly usual: number
  readonly isTaken: (year: number) => boolean
  readonly onAdd: (year: number) => void
}

function AddYear({ usual, isTaken, onAdd }: AddYearProps) {
  const t = useText()
  const [chosen, setChosen] = useState<number | null>(null)
  const year = chosen ?? usual
  return (
    <Group gap="sm" align="flex-end" wrap="nowrap">
      <AcademicYearField
        label={t('mobility:field.academicYear')}
        value={year}
        usual={usual}
        onChange={setChosen}
        required
        withAsterisk={false}
      />
      <Button
        variant="light"
        leftSection={<IconPlus size={16} aria-hidden />}
        disabled={isTaken(year)}
        onClick={() => {
          onAdd(year)
          setChosen(null)
        }}
      >
        {t('mobility:ofProgramme.add')}
      </Button>
    </Group>
  )
}

function useCohortsOf(programmeId: string) {
  const language = useLanguage()
  const on = useToday()
  const answer = useQuery(
    orpc.mobility.list.queryOptions({
      input: {
        text: '',
        filter: { ...allCohorts, programmeId },
        sort: [{ column: 'academicYear', descending: true }],
        offset: 0,
        limit: 200,
        on,
        language,
      },
    }),
  )
  return { answer, rows: answer.data?.rows.map((row) => rowOf(programmeId, row.academicYear, row)) }
}

function rowOf(programmeId: string, year: number, cohort: CohortSummary | null): YearOfProgramme {
  return {
    key: String(year),
    name: academicYearLabel(year),
    code: '',
    year,
    programmeId,
    saved: cohort === null ? null : countsOf(cohort),
    cohortId: cohort?.id ?? null,
    revision: cohort?.revision ?? null,
  }
}

/** The year after the last one there, or the first year of the programme. */
function nextYear(rows: readonly YearOfProgramme[], firstYear: number): number {
  const last = rows[0]?.year
  return last === undefined ? firstYear : last + 1
}
