import { useState } from 'react'
import type { Attachment } from '../../shared/attachments/attachment.ts'
import type { FileGrant } from '../../shared/kernel/contract-base.ts'
import type { RecordReference } from '../../shared/kernel/record.ts'
import { data, shell } from '../app/client.ts'
import { useDroppedFiles } from '../app/dropped-files.ts'
import { useText } from '../app/i18n.ts'
import { notifyDone, notifyRefusal, offerUndo } from '../app/notify.tsx'

/** What can be done with the files of a record. While it is in use, files dropped on the window go to the record. */
export function useAttachments(owner: RecordReference, isWritable: boolean) {
  const t = useText()
  const [isAdding, setAdding] = useState(false)
  const add = async (files: FileGrant[]) => {
    if (files.length === 0) return
    setAdding(true)
    try {
      const added = await data.attachments.add({ owner, files })
      notifyDone(t('attachments:added', { count: added.length }))
    } catch (error) {
      notifyRefusal(error)
    } finally {
      setAdding(false)
    }
  }
  useDroppedFiles((files) => void add(files), isWritable)
  return {
    isAdding,
    choose: async () => {
      try {
        await add(await shell.chooseFiles({ purpose: 'attachment', multiple: true }))
      } catch (error) {
        notifyRefusal(error)
      }
    },
    remove: async ({ id, name }: Attachment) => {
      try {
        await data.attachments.remove({ id })
        offerUndo(t('attachments:removed', { name }), () => data.attachments.restore({ id }))
      } catch (error) {
        notifyRefusal(error)
      }
    },
    saveAs: async ({ id, name }: Attachment) => {
      try {
        const to = await shell.chooseTarget({ purpose: 'any', suggestedName: name.slice(0, 200) })
        if (to === null) return
        await data.attachments.saveAs({ id, to })
        notifyDone(t('attachments:savedTo', { name: to.name }))
      } catch (error) {
        notifyRefusal(error)
      }
    },
  }
}
