import { useState } from 'react'
import { maxFilesAtOnce } from '../../shared/evidence/evidence.contract.ts'
import type { FileGrant } from '../../shared/kernel/contract-base.ts'
import { data, shell } from '../app/client.ts'
import { useDroppedFiles } from '../app/dropped-files.ts'
import { useText } from '../app/i18n.ts'
import { notifyDone, notifyRefusal, offerUndo } from '../app/notify.tsx'
import { useLanguage } from '../app/preferences.tsx'
import type { ExistingFile } from './ExistingFiles.tsx'

type Adding = {
  /** Whether files are being read. */
  readonly isAdding: boolean
  readonly chooseFiles: () => Promise<void>
  readonly chooseFolder: () => Promise<void>
  /** Files whose content the library already has, from the last time. */
  readonly existing: readonly ExistingFile[]
  readonly forgetExisting: () => void
}

/**
 * Adds files and folders to the library, also when they are dropped on the window. `onPieces` is told the pieces that
 * stand for the files, new ones and those that were there.
 */
export function useAddEvidence(isWritable: boolean, onPieces?: (ids: readonly string[]) => void): Adding {
  const t = useText()
  const language = useLanguage()
  const [isAdding, setAdding] = useState(false)
  const [existing, setExisting] = useState<readonly ExistingFile[]>([])
  const add = async (files: readonly FileGrant[]) => {
    if (files.length === 0) return
    if (files.length > maxFilesAtOnce) {
      notifyDone(t('evidence:tooMany', { count: maxFilesAtOnce }))
      return
    }
    setAdding(true)
    try {
      const result = await data.evidence.addFiles({ files: [...files], language })
      setExisting(result.existing)
      const count = result.added.length
      if (count > 0) {
        const records = result.added.map(({ id, revision }) => ({ id, revision }))
        offerUndo(t('evidence:added', { count }), () => data.evidence.removeEverywhere({ records }))
      }
      onPieces?.([...new Set([...result.added, ...result.existing].map(({ id }) => id))])
    } catch (error) {
      notifyRefusal(error)
    } finally {
      setAdding(false)
    }
  }
  useDroppedFiles((files, inFolders) => void add([...files, ...inFolders]), isWritable)
  return {
    isAdding,
    existing,
    forgetExisting: () => setExisting([]),
    chooseFiles: async () => {
      try {
        await add(await shell.chooseFiles({ purpose: 'attachment', multiple: true }))
      } catch (error) {
        notifyRefusal(error)
      }
    },
    chooseFolder: async () => {
      try {
        const files = await shell.chooseFolder()
        if (files?.length === 0) notifyDone(t('evidence:emptyFolder'))
        await add(files ?? [])
      } catch (error) {
        notifyRefusal(error)
      }
    },
  }
}
