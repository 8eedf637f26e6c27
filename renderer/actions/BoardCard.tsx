import { IconCalendarDue } from '@tabler/icons-react'
import type { ActionSummary } from '../../shared/actions/action.ts'
import { formatDay } from '../../shared/kernel/format.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import classes from './actions.module.css'
import { originWords } from './origin-words.ts'
import { StandingBadge } from './StandingBadge.tsx'

type BoardCardProps = {
  readonly action: ActionSummary
  readonly isReadOnly: boolean
  readonly onOpen: () => void
  /** True: the key meant something to the board. */
  readonly onKey: (key: string, isMoving: boolean) => boolean
}

/** One action on the board. */
export function BoardCard({ action, isReadOnly, onOpen, onKey }: BoardCardProps) {
  const t = useText()
  const language = useLanguage()
  const needsSomebody = action.standing === 'overdue' || action.standing === 'check-due'
  return (
    <li>
      <button
        type="button"
        className={classes.card}
        data-action={action.id}
        draggable={!isReadOnly}
        aria-label={t('actions:board.cardOf', {
          title: action.title,
          state: t(`actions:standing.${action.standing}`),
        })}
        onClick={onOpen}
        onDragStart={(event) => event.dataTransfer.setData('text/plain', action.id)}
        onKeyDown={(event) => {
          if (onKey(event.key, event.altKey)) event.preventDefault()
        }}
      >
        <span className={classes.cardTitle}>{action.title}</span>
        <span className={classes.cardFacts}>
          {needsSomebody ? <StandingBadge standing={action.standing} /> : null}
          {action.dueOn === null ? null : (
            <span className="qos-figures">
              <IconCalendarDue size={12} aria-hidden /> {formatDay(action.dueOn, language)}
            </span>
          )}
          {action.ownerName === '' ? null : <span>{action.ownerName}</span>}
          {action.originKind === 'own' ? null : <span>{originWords(t, action)}</span>}
        </span>
      </button>
    </li>
  )
}
