import { Button } from '@mantine/core'
import { IconArrowForwardUp, IconCalendarDue, IconChecklist, IconPlus, IconUser } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { actionPrioritySchema, type ActionSummary } from '../../shared/actions/action.ts'
import { boardStates } from '../../shared/actions/action-rules.ts'
import { data } from '../app/client.ts'
import { runCommand } from '../app/commands.ts'
import { useText } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/use-workspace.ts'
import type { RowAction } from '../components/DataTable.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { RecordPlace } from '../components/RecordPlace.tsx'
import { useListing } from '../components/table/use-listing.ts'
import { useActionEditing } from './action-cells.ts'
import { actionList } from './action-list.ts'
import { ActionPage, NewAction } from './ActionPage.tsx'
import { BoardPage } from './BoardPage.tsx'
import { type Bulk, BulkDialog } from './BulkDialog.tsx'
import { CarryOverDialog } from './CarryOverDialog.tsx'
import { boardPage, Mine, PageLinks, weakPage } from './PageLinks.tsx'
import { useActionColumns } from './use-action-columns.tsx'
import { useActionFilters } from './use-action-filters.ts'
import { useChangeActions } from './use-change-actions.ts'
import { WeakPage } from './WeakPage.tsx'

const showRecord = (id: string | null) => (id === null ? <NewAction /> : <ActionPage key={id} id={id} />)

/** The place "actions": the list, the board by state, and the weak criteria for which nothing is planned. */
export function ActionsPlace() {
  const { id }: { id?: string } = useParams({ strict: false })
  if (id === boardPage) return <BoardPage />
  if (id === weakPage) return <WeakPage />
  return <ActionRegister />
}

function ActionRegister() {
  const t = useText()
  const isReadOnly = useIsReadOnly()
  const listing = useListing(actionList, 'actions')
  const [bulk, setBulk] = useState<Bulk | null>(null)
  const [isCarrying, setCarrying] = useState(false)
  const bulkActions = useBulkActions(setBulk)
  return (
    <>
      <RecordPlace
        entity="action"
        view="actions"
        title={t('common:place.actions')}
        listing={listing}
        columns={useActionColumns()}
        filters={useActionFilters()}
        editing={useActionEditing()}
        calls={data.actions}
        newTitle={t('actions:new')}
        detail={showRecord}
        rowActions={isReadOnly ? [] : bulkActions}
        actions={
          <>
            <PageLinks page="list" />
            <Mine listing={listing} />
            {isReadOnly ? null : (
              <Button
                variant="default"
                leftSection={<IconArrowForwardUp size={18} aria-hidden />}
                onClick={() => setCarrying(true)}
              >
                {t('actions:carry.open')}
              </Button>
            )}
          </>
        }
        empty={
          <EmptyState icon={IconChecklist} title={t('actions:empty.title')} text={t('actions:empty.text')}>
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => runCommand('new-record')}>
              {t('actions:new')}
            </Button>
          </EmptyState>
        }
      />
      {bulk === null ? null : <BulkDialog bulk={bulk} onClose={() => setBulk(null)} />}
      {isCarrying ? <CarryOverDialog onClose={() => setCarrying(false)} /> : null}
    </>
  )
}

/** What can be done with many actions at once. */
function useBulkActions(ask: (bulk: Bulk) => void): RowAction<ActionSummary>[] {
  const t = useText()
  const change = useChangeActions()
  return [
    {
      id: 'owner',
      title: t('actions:bulk.owner'),
      icon: IconUser,
      run: (rows) => ask({ kind: 'owner', rows }),
    },
    {
      id: 'due',
      title: t('actions:bulk.due'),
      icon: IconCalendarDue,
      run: (rows) => ask({ kind: 'due', rows }),
    },
    ...boardStates.map((state): RowAction<ActionSummary> => ({
      id: `state-${state}`,
      title: t('actions:bulk.state', { state: t(`actions:state.${state}`) }),
      run: (rows) => void change(rows, { state }),
    })),
    ...actionPrioritySchema.options.map((priority): RowAction<ActionSummary> => ({
      id: `priority-${priority}`,
      title: t('actions:bulk.priority', { priority: t(`actions:priority.${priority}`) }),
      run: (rows) => void change(rows, { priority }),
    })),
  ]
}
