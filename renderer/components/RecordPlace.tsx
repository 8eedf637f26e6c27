import { Button } from '@mantine/core'
import { IconClipboard, IconFilterOff, IconPlus } from '@tabler/icons-react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { targetGroupSchema } from '../../shared/imports/target-fields.ts'
import type { Translate } from '../../shared/locales/i18n.ts'
import { runCommand, useCommand } from '../app/commands.ts'
import { useText } from '../app/i18n.ts'
import { recordPaths } from '../app/open-record.ts'
import { useIsReadOnly } from '../app/use-workspace.ts'
import { DataTable, type RowAction, type TableColumn } from './DataTable.tsx'
import { EmptyState } from './EmptyState.tsx'
import { FilterChips, type FilterSpec } from './FilterChips.tsx'
import { MasterDetail } from './MasterDetail.tsx'
import { PlaceHeader } from './PlaceHeader.tsx'
import type { CellEditing } from './table/cell-edit.ts'
import { PlaceContext } from './record/place-context.ts'
import type { RemovalCalls } from './record/record-calls.ts'
import { useRemoval } from './record/use-removal.ts'
import { SearchField } from './SearchField.tsx'
import { listWords } from './table/list-state.ts'
import type { Listing } from './table/listing.ts'
import { useViewWork } from './views/use-view-work.ts'
import { ViewBar } from './views/ViewBar.tsx'
import viewClasses from './views/views.module.css'
import type { PasteTarget } from './table/use-paste-rows.ts'
import { RowCount } from './table/TableFooter.tsx'

/** The part of the address that stands for a record not made yet. */
export const newRecord = 'new'

type Identified = { readonly id: string; readonly revision: number }

type RecordPlaceProps<Row extends Identified, Filter, Column extends string> = {
  readonly entity: PlaceEntity
  /** Columns, widths and panel are remembered under this name; the places of `ViewPlace` can keep views, too. */
  readonly view: string
  readonly title: string
  readonly listing: Listing<Row, Filter, Column>
  readonly columns: readonly TableColumn<Row, Column>[]
  readonly filters: readonly FilterSpec<Filter>[]
  /** For deleting with undo: `data.partners`. */
  readonly calls: RemovalCalls
  /** The open record; `id` null: a new one. */
  readonly detail: (id: string | null) => ReactNode
  /** The button of the primary action: "New partner". */
  readonly newTitle: string
  /** Shown while there is not one record. */
  readonly empty: ReactNode
  readonly rowActions?: readonly RowAction<Row>[]
  /** What can be edited in the cells of the list. */
  readonly editing?: CellEditing<Row> | undefined
  /** What the columns of the list mean when rows of another program are pasted into it; absent: none are. */
  readonly pasteFields?: PasteTarget['fields']
  /** More buttons beside the primary one. */
  readonly actions?: ReactNode
  /** Between the header and the list: what the list adds up to. */
  readonly summary?: ReactNode
}

const keyOf = (row: Identified): string => row.id

/** A place of records: search, filters, table, and the open record beside it; everything by keyboard, too. */
export function RecordPlace<Row extends Identified, Filter, Column extends string>(
  props: RecordPlaceProps<Row, Filter, Column>,
) {
  const { entity, view, title, listing, columns, filters, newTitle } = props
  const params: { id?: string } = useParams({ strict: false })
  const isReadOnly = useIsReadOnly()
  const [isWide, setWide] = useState(false)
  const { open, close, place } = useOpening(entity, listing.filter)
  const remove = useRemoval(props.calls, entity, (ids) => {
    if (params.id !== undefined && ids.includes(params.id)) close()
  })
  const id = params.id ?? null
  const viewWork = useViewWork(view, columns, listing)
  const t = useText()
  const { pasteFields, rowActions = [] } = props
  const group = targetGroupSchema.safeParse(entity).data
  const paste = useMemo(
    () =>
      isReadOnly || pasteFields === undefined || group === undefined
        ? undefined
        : { entity: group, fields: pasteFields },
    [isReadOnly, group, pasteFields],
  )
  const [shownFilter, setShownFilter] = useState<string | null>(null)
  useCommand('new-record', () => open(newRecord, true), !isReadOnly)
  const context = useMemo(
    () => ({ isWide, setWide, close, open: (other: string | null) => open(other ?? newRecord, true) }),
    [isWide, close, open],
  )
  return (
    <PlaceContext value={context}>
      <div ref={place} style={{ display: 'contents' }}>
        <PlaceHeader
          title={title}
          count={<RowCount total={listing.total} unfiltered={listing.unfiltered} />}
          search={<SearchField value={listing.text} onChange={listing.setText} />}
          filters={
            <div className={viewClasses.line}>
              <FilterChips filters={filters} listing={listing} shown={shownFilter} onShow={setShownFilter} />
              {viewWork.canKeep ? <ViewBar work={viewWork} /> : null}
            </div>
          }
          actions={
            <>
              {props.actions}
              <Button
                leftSection={<IconPlus size={18} aria-hidden />}
                disabled={isReadOnly}
                onClick={() => open(newRecord, true)}
              >
                {newTitle}
              </Button>
            </>
          }
        />
        {props.summary}
        <MasterDetail
          view={view}
          isWide={isWide}
          onClose={close}
          detail={id === null ? null : props.detail(id === newRecord ? null : id)}
          list={
            <DataTable
              view={viewWork.memory}
              columnLayout={viewWork.columnLayout}
              onFilter={setShownFilter}
              label={title}
              columns={columns}
              listing={listing}
              rowKey={keyOf}
              openKey={id}
              onOpen={(row, isWanted) => open(row.id, isWanted)}
              onClose={close}
              {...(isReadOnly ? {} : { onRemove: remove })}
              actions={paste === undefined ? rowActions : [...rowActions, pasteAction(t)]}
              editing={props.editing}
              paste={paste}
              exportName={title}
              empty={listing.isFiltered ? <NothingMatches onClear={listing.clear} /> : props.empty}
            />
          }
        />
      </div>
    </PlaceContext>
  )
}

/** The paste of the keys, for people who look for it in the menu. */
function pasteAction(t: Translate): RowAction<unknown> {
  return {
    id: 'paste',
    title: t('common:command.paste-rows'),
    icon: IconClipboard,
    keys: 'Ctrl+V',
    isSingle: true,
    run: () => void runCommand('paste-rows'),
  }
}

/** What is left of a list when its filter leaves nothing in: the way back. */
export function NothingMatches({ onClear }: { readonly onClear: () => void }) {
  const t = useText()
  return (
    <EmptyState
      icon={IconFilterOff}
      title={t('common:empty.filtered.title')}
      text={t('common:empty.filtered.text')}
    >
      <Button variant="default" onClick={onClear}>
        {t('common:filter.clearAll')}
      </Button>
    </EmptyState>
  )
}

const listPaths = {
  partner: '/partners',
  agreement: '/agreements',
  programme: '/programmes',
  cohort: '/mobility',
  action: '/actions',
  accreditation: '/accreditation',
  agency: '/agencies',
  evidence: '/evidence',
  involvement: '/stakeholders',
  survey: '/surveys',
} as const

/** The kinds that have a place of their own. */
type PlaceEntity = keyof typeof listPaths

/** The focus follows when what it goes to has been drawn. */
function focusSoon(place: React.RefObject<HTMLDivElement | null>, target: string): void {
  requestAnimationFrame(() => {
    const element = place.current?.querySelector(target)
    if (element instanceof HTMLElement) element.focus()
  })
}

/** Opens and closes records by address, keeps the filters in it, and brings the focus to where the person goes. */
function useOpening(entity: PlaceEntity, filter: unknown) {
  const navigate = useNavigate()
  const words = typeof filter === 'object' && filter !== null ? Object.keys(filter).join(' ') : ''
  const place = useRef<HTMLDivElement>(null)
  return useMemo(() => {
    const to = recordPaths[entity]
    // Filters stay in the address; words that a new record started from do not.
    const kept = new Set([...words.split(' '), ...listWords])
    const keepSearch = (search: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(search).filter(([word]) => kept.has(word)))
    return {
      place,
      open: (id: string, isWanted: boolean) => {
        void navigate({ to, params: { id }, search: keepSearch }).then(() => {
          if (isWanted) focusSoon(place, '#detail')
        })
      },
      close: () => {
        void navigate({ to: listPaths[entity], search: keepSearch }).then(() =>
          focusSoon(place, '[role="grid"]'),
        )
      },
    }
  }, [navigate, entity, words])
}
