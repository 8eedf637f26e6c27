import { useNavigate } from '@tanstack/react-router'
import { useRef, useState, type DragEvent } from 'react'
import type { ActionSummary } from '../../shared/actions/action.ts'
import { type BoardState, boardStates, canMove } from '../../shared/actions/action-rules.ts'
import { formatNumber } from '../../shared/kernel/format.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useIsReadOnly } from '../app/use-workspace.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { FilterChips } from '../components/FilterChips.tsx'
import { PlaceHeader } from '../components/PlaceHeader.tsx'
import { SearchField } from '../components/SearchField.tsx'
import { useListing } from '../components/table/use-listing.ts'
import { actionList } from './action-list.ts'
import classes from './actions.module.css'
import { BoardCard } from './BoardCard.tsx'
import { type Closing, CloseDialog } from './CloseDialog.tsx'
import { boardPage, Mine, PageLinks } from './PageLinks.tsx'
import { useActionFilters } from './use-action-filters.ts'
import { useBoardRows } from './use-board-rows.ts'
import { useChangeActions } from './use-change-actions.ts'

/** Where a focused card stands: the arrow keys go from here. */
type Spot = { readonly column: number; readonly row: number }

/** The actions by state; a card is moved by dragging it, or with Alt and an arrow key. */
export function BoardPage() {
  const t = useText()
  const navigate = useNavigate()
  const isReadOnly = useIsReadOnly()
  const listing = useListing(actionList, 'actions')
  const [shown, setShown] = useState<string | null>(null)
  const [closing, setClosing] = useState<Closing | null>(null)
  const rows = useBoardRows(listing)
  const board = useRef<HTMLDivElement>(null)
  const change = useChangeActions()
  const columns = boardStates.map((state) => rows.filter((row) => row.state === state))

  const move = (action: ActionSummary, to: BoardState) => {
    if (isReadOnly || action.state === to || !canMove(action.state, to)) return
    // Closing needs a result unless evidence is there already.
    if (to === 'dropped' || (to === 'done' && action.evidenceCount === 0)) {
      setClosing({ action, state: to })
      return
    }
    const message = t('actions:board.moved', { title: action.title, state: t(`actions:state.${to}`) })
    void change([action], { state: to }, message).then(() => focusCard(board.current, action.id))
  }
  const focusAt = ({ column, row }: Spot) => {
    const cards = columns[column] ?? []
    const card = cards[Math.min(row, cards.length - 1)]
    if (card !== undefined) focusCard(board.current, card.id)
  }
  const step = (action: ActionSummary, spot: Spot, key: string, isMoving: boolean): boolean => {
    const by = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
    if (isMoving) {
      const to = boardStates[spot.column + by]
      if (by === 0 || to === undefined) return false
      move(action, to)
      return true
    }
    if (key === 'ArrowDown') focusAt({ ...spot, row: spot.row + 1 })
    else if (key === 'ArrowUp') focusAt({ ...spot, row: Math.max(0, spot.row - 1) })
    else if (by !== 0) focusAt({ ...spot, column: spot.column + by })
    else return false
    return true
  }
  return (
    <div className={classes.place}>
      <PlaceHeader
        title={t('common:place.actions')}
        search={<SearchField value={listing.text} onChange={listing.setText} />}
        filters={
          <FilterChips filters={useActionFilters()} listing={listing} shown={shown} onShow={setShown} />
        }
        actions={
          <>
            <PageLinks page={boardPage} />
            <Mine listing={listing} />
          </>
        }
      />
      {listing.error === null ? null : <ErrorNotice error={listing.error} onRetry={listing.retry} />}
      <div ref={board} className={classes.board}>
        {boardStates.map((state, column) => (
          <Column
            key={state}
            state={state}
            count={columns[column]?.length ?? 0}
            onDrop={(id) => {
              const action = rows.find((row) => row.id === id)
              if (action !== undefined) move(action, state)
            }}
          >
            {columns[column]?.map((action, row) => (
              <BoardCard
                key={action.id}
                action={action}
                isReadOnly={isReadOnly}
                onOpen={() => void navigate({ to: '/actions/$id', params: { id: action.id } })}
                onKey={(key, isMoving) => step(action, { column, row }, key, isMoving)}
              />
            ))}
          </Column>
        ))}
      </div>
      <p className={`${classes.help} qos-no-print`}>{t('actions:board.keys')}</p>
      {closing === null ? null : <CloseDialog closing={closing} onClose={() => setClosing(null)} />}
    </div>
  )
}

/** The focus goes to a card once it has been drawn at its place. */
function focusCard(board: HTMLElement | null, id: string): void {
  requestAnimationFrame(() => {
    const card = board?.querySelector(`[data-action="${CSS.escape(id)}"]`)
    if (card instanceof HTMLElement) card.focus()
  })
}

type ColumnProps = {
  readonly state: BoardState
  readonly count: number
  readonly onDrop: (id: string) => void
  readonly children: React.ReactNode
}

function Column({ state, count, onDrop, children }: ColumnProps) {
  const t = useText()
  const language = useLanguage()
  const [isOver, setOver] = useState(false)
  const title = t(`actions:state.${state}`)
  const take = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onDrop(event.dataTransfer.getData('text/plain'))
  }
  return (
    <section
      className={classes.column}
      aria-label={title}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={take}
    >
      <div className={classes.columnHead}>
        <span>{title}</span>
        <span className="qos-figures">{formatNumber(count, language)}</span>
      </div>
      {count === 0 ? <p className={classes.cardFacts}>{t('actions:board.none')}</p> : null}
      <ul className={classes.cards}>{children}</ul>
    </section>
  )
}
