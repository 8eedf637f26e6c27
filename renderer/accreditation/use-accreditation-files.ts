import { data, shell } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { notifyDone, notifyRefusal } from '../app/notify.tsx'

/** Files that leave the register of accreditations; each asks with a dialog first. */
export function useAccreditationFiles() {
  const t = useText()
  const saveDeqar = async (ids: readonly string[]) => {
    const to = await shell.chooseTarget({
      purpose: 'csv',
      suggestedName: 'deqar.csv',
    })
    if (to === null) return
    const { rows } = await data.accreditation.saveDeqar({ ids: [...ids], to })
    notifyDone(t('accreditation:deqar.saved', { count: rows }))
  }
  return { saveDeqar: (ids: readonly string[]) => void saveDeqar(ids).catch(notifyRefusal) }
}
