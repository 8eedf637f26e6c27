import type { QueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { changeSchema } from '../../shared/workspace/workspace.contract.ts'
import { data } from './client.ts'
import { dataConnection } from './connection.ts'

type Topic = z.infer<typeof changeSchema>['topics'][number]

/** Every answer that counts or names records of other kinds; asked again after any change. */
const derived = ['search', 'reports', 'overview', 'ministry', 'workspace', 'views']

/** Which features' answers can be different after a change of the topic, beside the derived ones. */
const affected: Record<Topic, readonly string[]> = {
  institution: ['institution'],
  people: ['people', 'actions'],
  frameworks: ['frameworks'],
  assessment: ['assessment', 'selfEvaluation', 'evidence', 'actions'],
  evidence: ['evidence', 'assessment', 'selfEvaluation', 'stakeholders'],
  actions: ['actions'],
  agencies: ['agencies', 'accreditation'],
  accreditation: ['accreditation', 'agencies'],
  stakeholders: ['stakeholders', 'assessment'],
  surveys: ['surveys', 'assessment'],
  partners: ['partners', 'agreements', 'programmes', 'mobility'],
  agreements: ['agreements', 'partners', 'programmes'],
  programmes: ['programmes', 'agreements', 'partners', 'mobility'],
  mobility: ['mobility', 'programmes', 'agreements'],
  attachments: ['attachments', 'agreements', 'accreditation'],
  imports: ['imports'],
  ministry: ['ministry'],
  views: [],
  workspace: [],
}

const gatherTime = 60

/**
 * Keeps what is on the screen true: asks again for what the data service says has changed, and for everything after
 * a reconnection. Changes that arrive together are answered together. Returns the undo.
 */
export function followChanges(queries: QueryClient): () => void {
  const stopped = new AbortController()
  const waiting = new Set<string>()
  let timer: number | undefined

  const refresh = () => {
    timer = undefined
    for (const feature of waiting) queries.invalidateQueries({ queryKey: [[feature]] }).catch(() => undefined)
    waiting.clear()
  }
  const changed = (topics: readonly Topic[]) => {
    for (const feature of [...topics.flatMap((topic) => affected[topic]), ...derived]) waiting.add(feature)
    timer ??= window.setTimeout(refresh, gatherTime)
  }
  const follow = async () => {
    let isFirst = true
    while (!stopped.signal.aborted) {
      try {
        const changes = await data.workspace.changes(undefined, { signal: stopped.signal })
        if (!isFirst) await queries.invalidateQueries()
        isFirst = false
        for await (const change of changes) changed(change.topics)
      } catch {
        // The stream ends with its connection; the next call waits for the new port.
      }
      await reconnected(stopped.signal)
    }
  }
  follow().catch(() => undefined)
  return () => {
    stopped.abort()
    window.clearTimeout(timer)
  }
}

/** Resolves once the data service can be called again, but never in a tight circle. */
async function reconnected(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => window.setTimeout(resolve, 250))
  if (dataConnection.state === 'ready' || signal.aborted) return
  await new Promise<void>((resolve) => {
    const undo = dataConnection.subscribe(() => {
      if (dataConnection.state !== 'ready') return
      undo()
      resolve()
    })
  })
}
