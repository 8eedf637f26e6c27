import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, type RefObject } from 'react'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { fitsPaste, pasteLimits } from '../../../shared/imports/pasted-table.ts'
import type { TargetField, TargetGroup } from '../../../shared/imports/target-fields.ts'
import { data, shell } from '../../app/client.ts'
import { useCommand } from '../../app/commands.ts'
import { useText } from '../../app/i18n.ts'
import { notifyRefusal } from '../../app/notify.tsx'
import { readPastedCells } from './pasted-cells.ts'
import { readHtmlTable, type ClipboardTable } from './read-html-table.ts'

/** The columns on the screen, from the left. */
type ShownColumns = readonly { readonly key: string; readonly title: string }[]

/** What the columns of a list mean in an import, by key; a column that is missing is computed. */
type PasteFields = Readonly<Record<string, TargetField>>

/** What rows that are pasted into a list become. */
export type PasteTarget = { readonly entity: TargetGroup; readonly fields: PasteFields }

/** Time in which the shell's paste arrives, ms. */
const arrivalTime = 1000

/**
 * Takes rows of another program into a list: they go through the import, with its preview and its undo. The keys for
 * pasting do it while the table has the focus, and the command from palette and menu.
 */
export function usePasteRows(
  target: PasteTarget | undefined,
  columns: ShownColumns,
  grid: RefObject<HTMLElement | null>,
): void {
  const t = useText()
  const navigate = useNavigate()
  const take = async (pasted: DataTransfer | null) => {
    if (target === undefined) return
    const { entity, fields } = target
    try {
      const { rows, merges } = tableOf(pasted)
      const file = await data.imports.paste({
        name: t('imports:paste.name'),
        entity,
        rows,
        merges: merges.slice(0, pasteLimits.merges),
        columns: columns.map(({ key, title }) => ({ title, field: fields[key] ?? null })),
      })
      await navigate({ to: '/imports', search: { file } })
    } catch (error) {
      notifyRefusal(error instanceof AppError ? error.refusal : error)
    }
  }
  // The page may not read the clipboard; it is given it in the event of a paste, wherever the focus is.
  useCommand('paste-rows', () => void receivePaste((pasted) => void take(pasted)), target !== undefined)
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  const isEnabled = target !== undefined
  useEffect(() => {
    if (!isEnabled) return undefined
    // Without a caret the event of a paste goes to the body, wherever the focus is.
    const onPaste = (event: ClipboardEvent) => {
      if (document.activeElement !== grid.current) return
      event.preventDefault()
      void latest.current(event.clipboardData)
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [isEnabled, grid])
}

async function receivePaste(receive: (pasted: DataTransfer | null) => void): Promise<void> {
  const arrived = new AbortController()
  document.addEventListener(
    'paste',
    (event) => {
      arrived.abort()
      event.preventDefault()
      event.stopPropagation()
      receive(event.clipboardData)
    },
    { capture: true, signal: arrived.signal },
  )
  window.setTimeout(() => arrived.abort(), arrivalTime)
  await shell.paste().catch(notifyRefusal)
}

/** The table on the clipboard; refuses with `import-paste-empty` and `import-paste-too-large`. */
function tableOf(pasted: DataTransfer | null): ClipboardTable {
  const found = readHtmlTable(pasted?.getData('text/html') ?? '') ?? {
    rows: readPastedCells(pasted?.getData('text/plain') ?? ''),
    merges: [],
  }
  const filled = found.rows.flat().filter((cell) => cell !== '').length
  if (filled < 2) throw new AppError('import-paste-empty')
  if (!fitsPaste(found.rows)) throw new AppError('import-paste-too-large', { rows: pasteLimits.rows })
  return found
}
