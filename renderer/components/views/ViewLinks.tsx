import { Link } from '@tanstack/react-router'
import { formatNumber } from '../../../shared/kernel/format.ts'
import type { ViewPlace } from '../../../shared/views/saved-view.ts'
import { useText } from '../../app/i18n.ts'
import { useLanguage } from '../../app/preferences.tsx'
import { useToday } from '../../app/today.ts'
import { placePaths, useSavedViews, useViewId } from './use-saved-views.ts'
import { searchOf } from './view-state.ts'
import classes from './views.module.css'

const exactly = { exact: true, includeSearch: true } as const

/** The saved views of a place in the rail, each with the number of records that it shows now. */
export function ViewLinks({ place, title }: { readonly place: ViewPlace; readonly title: string }) {
  const t = useText()
  const language = useLanguage()
  const today = useToday()
  const openId = useViewId()
  const views = useSavedViews().filter((view) => view.place === place)
  if (views.length === 0) return null
  return (
    <ul className={classes.list} aria-label={t('common:views.of', { place: title })}>
      {views.map((view) => (
        <li key={view.id}>
          <Link
            to={placePaths[place]}
            search={searchOf(view, today)}
            className={classes.entry}
            activeOptions={exactly}
            data-current={view.id === openId || undefined}
          >
            <span>{view.name}</span>
            <span className="qos-figures">
              {view.count === null ? '–' : formatNumber(view.count, language)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
