import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Framework } from '../../shared/frameworks/framework-record.ts'
import { data, shell } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { notifyDone, notifyRefusal } from '../app/notify.tsx'
import { refusalOf } from '../app/refusal.ts'

/** Loading and writing of framework files. A refused file with named problems is shown in full, not in passing. */
export function useFrameworkFiles() {
  const t = useText()
  const navigate = useNavigate()
  const [refusal, setRefusal] = useState<unknown>(null)

  const load = async () => {
    const [file] = await shell.chooseFiles({ purpose: 'json', multiple: false })
    if (file === undefined) return
    const loaded = await data.frameworks.load({ file })
    if (loaded.kind === 'supplement') return notifyDone(t('frameworks:supplementLoaded'))
    notifyDone(t('frameworks:loaded'))
    await navigate({ to: '/frameworks/$id', params: { id: loaded.record.id } })
  }
  const save = async ({ id, content }: Pick<Framework, 'id' | 'content'>) => {
    const suggestedName = `${content.code}.${content.version}.json`
    const to = await shell.chooseTarget({ purpose: 'json', suggestedName })
    if (to === null) return
    await data.frameworks.export({ id, to })
    notifyDone(t('frameworks:exported', { name: to.name }))
  }
  const refuse = (error: unknown): void => {
    if ((refusalOf(error)?.problems.length ?? 0) > 0) setRefusal(error)
    else notifyRefusal(error)
  }
  return {
    load: () => void load().catch(refuse),
    save: (framework: Pick<Framework, 'id' | 'content'>) => void save(framework).catch(notifyRefusal),
    refusal,
    forgetRefusal: () => setRefusal(null),
  }
}
