import { Button, Select, Table, Text } from '@mantine/core'
import { IconChecklist, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WeakCriterion } from '../../shared/actions/action.ts'
import { nameIn } from '../../shared/kernel/localized.ts'
import { data, orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { notifyRefusal, offerUndo } from '../app/notify.tsx'
import { useLanguage } from '../app/preferences.tsx'
import { useIsReadOnly } from '../app/use-workspace.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { PlaceHeader } from '../components/PlaceHeader.tsx'
import classes from './actions.module.css'
import { PageLinks, weakPage } from './PageLinks.tsx'

/** The criteria of level 1 or 2 in open cycles that have no action; one click drafts it. */
export function WeakPage() {
  const t = useText()
  const language = useLanguage()
  const isReadOnly = useIsReadOnly()
  const [cycleId, setCycle] = useState<string | null>(null)
  const cycles = useQuery(orpc.assessment.cycles.queryOptions()).data ?? []
  const weak = useQuery(orpc.actions.weakCriteria.queryOptions({ input: { language, cycleId } }))
  const draft = useDrafting()
  const rows = weak.data ?? []
  return (
    <div className={classes.place}>
      <PlaceHeader
        title={t('actions:weak.title')}
        count={weak.data === undefined ? undefined : String(rows.length)}
        actions={
          <>
            <PageLinks page={weakPage} />
            <Select
              aria-label={t('actions:weak.cycle')}
              placeholder={t('actions:weak.all')}
              clearable
              w={180}
              data={cycles
                .filter(({ isClosed }) => !isClosed)
                .map(({ id, names }) => ({ value: id, label: nameIn(names, language) }))}
              value={cycleId}
              onChange={setCycle}
            />
            <Button disabled={isReadOnly || rows.length === 0} onClick={() => draft(rows)}>
              {t('actions:weak.addAll')}
            </Button>
          </>
        }
      />
      <div className={classes.scroll}>
        {weak.error === null ? null : <ErrorNotice error={weak.error} onRetry={() => void weak.refetch()} />}
        {weak.data?.length === 0 ? (
          <EmptyState
            icon={IconChecklist}
            title={t('actions:weak.none.title')}
            text={t('actions:weak.none.text')}
          />
        ) : null}
        {rows.length === 0 ? null : (
          <>
            <Text size="sm" c="dimmed" mb="sm">
              {t('actions:weak.text')}
            </Text>
            <WeakTable rows={rows} onDraft={isReadOnly ? null : (row) => draft([row])} />
          </>
        )}
      </div>
    </div>
  )
}

/** Drafts actions and offers to take them back. */
function useDrafting() {
  const t = useText()
  const language = useLanguage()
  return (rows: readonly WeakCriterion[]): void => {
    const criteria = rows.map(({ assessmentId, criterion }) => ({ assessmentId, criterion }))
    data.actions.draftFromCriteria({ language, criteria }).then(({ created }) => {
      const message = t('actions:weak.made', { count: created.length })
      offerUndo(message, () => data.actions.remove({ records: created }))
    }, notifyRefusal)
  }
}

type WeakTableProps = {
  readonly rows: readonly WeakCriterion[]
  /** Null: nothing can be written. */
  readonly onDraft: ((row: WeakCriterion) => void) | null
}

function WeakTable({ rows, onDraft }: WeakTableProps) {
  const t = useText()
  return (
    <Table aria-label={t('actions:weak.title')} stickyHeader>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('actions:weak.criterion')}</Table.Th>
          <Table.Th scope="col">{t('actions:weak.level')}</Table.Th>
          <Table.Th scope="col">{t('actions:weak.scope')}</Table.Th>
          <Table.Th scope="col">{t('actions:weak.cycle')}</Table.Th>
          {onDraft === null ? null : <Table.Th scope="col">{t('common:entity.action')}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={`${row.assessmentId} ${row.criterion}`}>
            <Table.Th scope="row" className={classes.criterion}>
              <b className="qos-figures">{row.criterion}</b> {row.text}
            </Table.Th>
            <Table.Td className="qos-figures">{row.level}</Table.Td>
            <Table.Td>{row.scope}</Table.Td>
            <Table.Td>{row.cycleName}</Table.Td>
            {onDraft === null ? null : (
              <Table.Td>
                <Button
                  variant="light"
                  size="compact-sm"
                  leftSection={<IconPlus size={16} aria-hidden />}
                  aria-label={t('actions:weak.addFor', row)}
                  onClick={() => onDraft(row)}
                >
                  {t('actions:weak.add')}
                </Button>
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
