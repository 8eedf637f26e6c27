import { Outlet } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { orpc } from '../client.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { ChoosePerson } from '../../people/WorkingPerson.tsx'
import { RescueDialog } from '../welcome/RescueDialog.tsx'
import { Welcome } from '../welcome/Welcome.tsx'
import { CommandPalette } from './CommandPalette.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { ReadOnlyBanner } from './ReadOnlyBanner.tsx'
import { Rail } from './Rail.tsx'
import { ShortcutsHelp } from './ShortcutsHelp.tsx'
import { StatusBar } from './StatusBar.tsx'
import { TitleBar } from './TitleBar.tsx'
import { useAppCommands } from './use-app-commands.ts'
import { useText } from '../i18n.ts'
import classes from './frame.module.css'

/** The system shows the title in its task bar and window list. */
function useWindowTitle(workspace: string | undefined): void {
  useEffect(() => {
    document.title = workspace === undefined ? 'Qosdiplom' : `${workspace} – Qosdiplom`
  }, [workspace])
}

/** The window's inside: the first screen, or the open workspace with rail, place and status bar. */
export function Frame() {
  const state = useQuery(orpc.workspace.state.queryOptions())
  useAppCommands(state.data ?? null)
  useWindowTitle(state.data?.name)
  if (state.isPending) return <div className={classes.frame} aria-busy="true" />
  if (state.error !== null) return <ErrorNotice error={state.error} onRetry={() => void state.refetch()} />
  return (
    <>
      {state.data === null ? <Welcome /> : <OpenWorkspace />}
      <CommandPalette />
      <ShortcutsHelp />
      <RescueDialog />
    </>
  )
}

function OpenWorkspace() {
  const t = useText()
  return (
    <div className={classes.frame} data-app-state="ready">
      <a className={classes.skip} href="#main" onClick={skipToMain}>
        {t('common:skip')}
      </a>
      <TitleBar />
      <Rail />
      <main id="main" className={classes.main} tabIndex={-1}>
        <ReadOnlyBanner />
        <ErrorBoundary>
          <Outlet />
        </ErrorBoundary>
      </main>
      <StatusBar />
      <ChoosePerson />
    </div>
  )
}

function skipToMain(event: React.MouseEvent) {
  // The part of the URL after # belongs to the router.
  event.preventDefault()
  document.getElementById('main')?.focus()
}
