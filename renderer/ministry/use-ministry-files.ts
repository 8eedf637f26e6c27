import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Verification } from '../../shared/exchange/verification.ts'
import { data, shell } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { notifyDone, notifyRefusal } from '../app/notify.tsx'
import { useLanguage } from '../app/preferences.tsx'

/** What is done with files of the exchange: answers, packages to verify, the journal. Each asks with a dialog first. */
export function useMinistryFiles() {
  const t = useText()
  const language = useLanguage()
  const navigate = useNavigate()
  const [verification, setVerification] = useState<Verification | null>(null)

  const importAnswer = async () => {
    const [file] = await shell.chooseFiles({ purpose: 'answer', multiple: false })
    if (file === undefined) return
    const { packageId, isNew } = await data.ministry.importAnswer({ file })
    notifyDone(isNew ? t('ministry:answerRecorded') : t('ministry:answerKnown'))
    await navigate({ to: '/ministry/$id', params: { id: packageId } })
  }
  const verifyFile = async () => {
    const [file] = await shell.chooseFiles({ purpose: 'package', multiple: false })
    if (file !== undefined) setVerification(await data.ministry.verifyFile({ file }))
  }
  const saveJournal = async (format: 'xlsx' | 'csv') => {
    const to = await shell.chooseTarget({
      purpose: format,
      suggestedName: `${t('ministry:journalName')}.${format}`,
    })
    if (to === null) return
    const { rows } = await data.ministry.saveJournal({ to, format, language })
    notifyDone(t('ministry:journalSaved', { count: rows }))
  }
  return {
    importAnswer: () => void importAnswer().catch(notifyRefusal),
    verifyFile: () => void verifyFile().catch(notifyRefusal),
    saveJournal: (format: 'xlsx' | 'csv') => void saveJournal(format).catch(notifyRefusal),
    verification,
    closeVerification: () => setVerification(null),
  }
}
