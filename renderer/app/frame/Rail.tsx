import { Fragment } from 'react'
import { Tooltip, UnstyledButton } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { ViewLinks } from '../../components/views/ViewLinks.tsx'
import { viewPlaceSchema } from '../../../shared/views/saved-view.ts'
import { useText } from '../i18n.ts'
import { useCommand } from '../commands.ts'
import { places, type Place } from '../places.ts'
import { rememberedSearch, usePreferences } from '../preferences.tsx'
import classes from './frame.module.css'

/** The list of places at the left; folds to icons and stays as it was left. */
export function Rail() {
  const t = useText()
  const { preferences, update } = usePreferences()
  const isCollapsed = preferences.railCollapsed
  const toggle = () => update({ railCollapsed: !isCollapsed })
  useCommand('toggle-rail', toggle)
  const Toggle = isCollapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  const toggleLabel = isCollapsed ? t('common:place.expand') : t('common:place.collapse')
  return (
    <nav
      className={classes.rail}
      aria-label={t('common:place.navigation')}
      data-collapsed={isCollapsed || undefined}
    >
      {places.map(({ id, path, icon: Icon }) => (
        <Fragment key={id}>
          <Tooltip label={t(`common:place.${id}`)} position="right" disabled={!isCollapsed}>
            <Link
              to={path}
              search={rememberedSearch(preferences, id)}
              className={classes.entry}
              activeOptions={{ exact: path === '/', includeSearch: false }}
              aria-label={t(`common:place.${id}`)}
            >
              <Icon size={20} stroke={1.6} aria-hidden />
              {isCollapsed ? null : <span>{t(`common:place.${id}`)}</span>}
            </Link>
          </Tooltip>
          {isCollapsed ? null : <PlaceViews id={id} />}
        </Fragment>
      ))}
      <div className={classes.spacer} />
      <Tooltip label={toggleLabel} position="right">
        <UnstyledButton
          className={classes.entry}
          onClick={toggle}
          aria-expanded={!isCollapsed}
          aria-label={toggleLabel}
        >
          <Toggle size={20} stroke={1.6} aria-hidden />
          {isCollapsed ? null : <span>{toggleLabel}</span>}
        </UnstyledButton>
      </Tooltip>
    </nav>
  )
}

/** The saved views under their place. */
function PlaceViews({ id }: Pick<Place, 'id'>) {
  const t = useText()
  const place = viewPlaceSchema.safeParse(id)
  return place.success ? <ViewLinks place={place.data} title={t(`common:place.${id}`)} /> : null
}
