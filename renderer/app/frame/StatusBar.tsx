import { Button, Menu } from '@mantine/core'
import {
  IconDeviceFloppy,
  IconLanguage,
  IconLock,
  IconPlugConnectedX,
  IconSunMoon,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { formatInstant } from '../../../shared/kernel/format.ts'
import { languages } from '../../../shared/kernel/record.ts'
import { colourSchemeSchema } from '../../../shared/shell/shell.contract.ts'
import { orpc } from '../client.ts'
import { dataConnection } from '../connection.ts'
import { useText } from '../i18n.ts'
import { useLanguage, usePreferences } from '../preferences.tsx'
import { WorkingPersonMenu } from '../../people/WorkingPerson.tsx'
import classes from './frame.module.css'

/** Language, look, last backup, and what limits the work at the moment. */
export function StatusBar() {
  return (
    <footer className={classes.status}>
      <LanguageMenu />
      <ColourSchemeMenu />
      <WorkingPersonMenu />
      <Connection />
      <div className={classes.spacer} />
      <WorkspaceFacts />
    </footer>
  )
}

/** Switches the language of everything at once. */
export function LanguageMenu() {
  const t = useText()
  const { preferences, update } = usePreferences()
  return (
    <Menu position="top-start">
      <Menu.Target>
        <Button variant="subtle" size="compact-xs" leftSection={<IconLanguage size={14} aria-hidden />}>
          {t(`common:language.${preferences.language}`)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('common:language.label')}>
        {languages.map((language) => (
          <Menu.Item key={language} lang={language} onClick={() => update({ language })}>
            {t(`common:language.${language}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Light, dark, or as the system has it. */
export function ColourSchemeMenu() {
  const t = useText()
  const { preferences, update } = usePreferences()
  return (
    <Menu position="top-start">
      <Menu.Target>
        <Button variant="subtle" size="compact-xs" leftSection={<IconSunMoon size={14} aria-hidden />}>
          {t(`common:colourScheme.${preferences.colourScheme}`)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('common:colourScheme.label')}>
        {colourSchemeSchema.options.map((colourScheme) => (
          <Menu.Item key={colourScheme} onClick={() => update({ colourScheme })}>
            {t(`common:colourScheme.${colourScheme}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function Connection() {
  const t = useText()
  const state = useSyncExternalStore(dataConnection.subscribe, () => dataConnection.state)
  return (
    <span role="status">
      {state === 'lost' ? (
        <>
          <IconPlugConnectedX size={14} aria-hidden />
          {t('common:lost.waiting')}
        </>
      ) : null}
    </span>
  )
}

function WorkspaceFacts() {
  const t = useText()
  const language = useLanguage()
  const state = useQuery(orpc.workspace.state.queryOptions()).data
  if (state === undefined || state === null) return null
  const backup =
    state.lastBackupAt === null
      ? t('workspace:backup.never')
      : t('workspace:backup.last', { at: formatInstant(state.lastBackupAt, language) })
  return (
    <>
      {state.readOnly === null ? null : (
        <span>
          <IconLock size={14} aria-hidden />
          {t(`workspace:readOnly.${state.readOnly}`)}
        </span>
      )}
      <span>
        <IconDeviceFloppy size={14} aria-hidden />
        {backup}
      </span>
    </>
  )
}
