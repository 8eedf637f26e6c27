import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { FileGrant } from '../../../shared/kernel/contract-base.ts'
import type { SampleKind } from '../../../shared/workspace/workspace.contract.ts'
import { data, shell } from '../client.ts'
import { text } from '../i18n.ts'
import { notifyRefusal } from '../notify.tsx'
import { useLanguage } from '../preferences.tsx'
import { offerRescue } from './rescue.ts'

export type WorkspaceFile = {
  /** Asks where, and makes a workspace there; false: cancelled or refused. */
  readonly create: (sample: SampleKind | null) => Promise<boolean>
  /** Asks which, and opens it. */
  readonly choose: () => Promise<boolean>
  readonly open: (file: FileGrant) => Promise<boolean>
  readonly close: () => Promise<boolean>
}

/** Nothing of the workspace that was open before may show in the one that is open now. */
async function startAfresh(queries: QueryClient): Promise<void> {
  queries.removeQueries({ predicate: ({ queryKey }) => !isStateKey(queryKey) })
  await queries.invalidateQueries()
}

function isStateKey(key: readonly unknown[]): boolean {
  const path = key[0]
  return Array.isArray(path) && path[0] === 'workspace' && path[1] === 'state'
}

async function attempt(work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work()
  } catch (error) {
    notifyRefusal(error)
    return false
  }
}

/** What can be done with workspace files. Each says itself what failed. */
export function useWorkspaceFile(): WorkspaceFile {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const language = useLanguage()
  return useMemo(() => {
    const begin = async () => {
      await navigate({ to: '/', search: {} })
      await startAfresh(queries)
      return true
    }
    const open = (file: FileGrant) =>
      attempt(async () => {
        try {
          await data.workspace.open({ file })
        } catch (error) {
          if (!offerRescue(file, error)) throw error
          return false
        }
        return begin()
      })
    return {
      open,
      create: (sample) =>
        attempt(async () => {
          const suggestedName = `${text(`workspace:fileName.${sample ?? 'own'}`)}.qosdiplom`
          const at = await shell.chooseTarget({ purpose: 'workspace', suggestedName })
          if (at === null) return false
          await data.workspace.create({ at, sample, language })
          return begin()
        }),
      choose: () =>
        attempt(async () => {
          const [file] = await shell.chooseFiles({ purpose: 'workspace', multiple: false })
          return file === undefined ? false : open(file)
        }),
      close: () =>
        attempt(async () => {
          await data.workspace.close()
          return begin()
        }),
    }
  }, [queries, navigate, language])
}
