import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { ShellEvent } from '../../../shared/shell/shell.contract.ts'
import type { WorkspaceState } from '../../../shared/workspace/workspace.contract.ts'
import { data, shell } from '../client.ts'
import { handleKey, isTyping, runCommand, useCommand, type CommandId } from '../commands.ts'
import { receiveFiles } from '../dropped-files.ts'
import { useText } from '../i18n.ts'
import { notifyDone, notifyRefusal, undoLast } from '../notify.tsx'
import type { Place } from '../places.ts'
import { rememberedSearch, usePreferences } from '../preferences.tsx'
import { useWorkspaceFile } from '../welcome/workspace-file.ts'

/** The commands that work everywhere, the keyboard, and what the shell reports (menu, dropped and opened files). */
export function useAppCommands(workspace: WorkspaceState | null): void {
  const isOpen = workspace !== null
  useWorkspaceCommands(isOpen)
  useGoCommands(isOpen)
  useShellEvents(isOpen)
  useEffect(() => {
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  }, [])
}

function useWorkspaceCommands(isOpen: boolean): void {
  const t = useText()
  const { preferences, update } = usePreferences()
  const file = useWorkspaceFile()
  useCommand('open-workspace', () => void file.choose())
  useCommand('new-workspace', () => void file.create(null))
  useCommand('close-workspace', () => void file.close(), isOpen)
  useCommand('backup', () => void backUp(t), isOpen)
  useCommand('print', () => void shell.print().catch(notifyRefusal), isOpen)
  useCommand('undo', undo)
  useCommand('colour-scheme', () =>
    update({ colourScheme: preferences.colourScheme === 'dark' ? 'light' : 'dark' }),
  )
}

async function backUp(t: ReturnType<typeof useText>): Promise<void> {
  try {
    const { name } = await data.workspace.backup()
    notifyDone(t('workspace:backup.done', { name }))
  } catch (error) {
    notifyRefusal(error)
  }
}

/** In a text field Ctrl-Z takes back typing; elsewhere the last deletion or bulk change. */
function undo(): void {
  if (isTyping(document.activeElement)) document.execCommand('undo')
  else undoLast()
}

function useGoCommands(isOpen: boolean): void {
  const navigate = useNavigate()
  const { preferences } = usePreferences()
  const go = (to: Place['path']) => () => {
    const search = rememberedSearch(preferences, to.slice(1))
    void navigate({ to, search })
  }
  useCommand('go-overview', go('/'), isOpen)
  useCommand('go-partners', go('/partners'), isOpen)
  useCommand('go-agreements', go('/agreements'), isOpen)
  useCommand('go-programmes', go('/programmes'), isOpen)
  useCommand('go-mobility', go('/mobility'), isOpen)
  useCommand('go-ministry', go('/ministry'), isOpen)
  useCommand('go-reports', go('/reports'), isOpen)
  useCommand('go-evidence', go('/evidence'), isOpen)
  useCommand('go-imports', go('/imports'), isOpen)
  useCommand('go-actions', go('/actions'), isOpen)
  useCommand('go-settings', go('/settings'), isOpen)
  useCommand('import', go('/imports'), isOpen)
  useCommand('settings', go('/settings'), isOpen)
}

function useShellEvents(isOpen: boolean): void {
  const file = useWorkspaceFile()
  const navigate = useNavigate()
  const handle = (event: ShellEvent): void => {
    if (event.kind === 'command') runCommand(event.command satisfies CommandId)
    if (event.kind === 'open') void file.open(event.file)
    if (event.kind === 'refused') notifyRefusal(event.refusal)
    if (event.kind === 'dropped') {
      receiveFiles(event, {
        openWorkspace: (dropped) => void file.open(dropped),
        importRegister: (dropped) => {
          if (isOpen) void navigate({ to: '/imports', search: { file: dropped } })
        },
      })
    }
  }
  const latest = useRef(handle)
  useEffect(() => {
    latest.current = handle
  })
  useEffect(() => {
    const stopped = new AbortController()
    const follow = async () => {
      for await (const event of await shell.events(undefined, { signal: stopped.signal }))
        latest.current(event)
    }
    follow().catch(() => undefined)
    return () => stopped.abort()
  }, [])
}
