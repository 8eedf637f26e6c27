import { implement } from '@orpc/server'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { workspaceContract } from '../../../shared/workspace/workspace.contract.ts'
import type { DataContext } from '../context.ts'
import type { ChangeHub } from './change-hub.ts'
import { readHistory } from './history.ts'
import { checkIntegrity } from './integrity.ts'
import type { WorkspaceSession } from './workspace-session.ts'

async function openState(session: WorkspaceSession) {
  const state = await session.state()
  if (state === null) throw new AppError('no-workspace')
  return state
}

export function createWorkspaceRouter(context: DataContext, session: WorkspaceSession, changes: ChangeHub) {
  const os = implement(workspaceContract)
  return os.router({
    state: os.state.handler(() => session.state()),
    create: os.create.handler(async ({ input: { at, sample, language } }) => {
      await session.create(context, context.files.resolve(at), sample, language)
      return openState(session)
    }),
    open: os.open.handler(async ({ input }) => {
      await session.open(context.files.resolve(input.file))
      return openState(session)
    }),
    close: os.close.handler(() => session.close()),
    changes: os.changes.handler(({ signal }) => changes.subscribe(signal)),
    backup: os.backup.handler(async () => {
      const { name, sha256, size } = await session.current.backups.backUp('manual')
      context.publish({ topics: ['workspace'] })
      return { name, sha256, size }
    }),
    integrity: os.integrity.handler(() => checkIntegrity(context.database(), context.care.integrityChecks)),
    history: os.history.handler(({ input }) =>
      readHistory(context.database().reader, input.entity, input.id),
    ),
  })
}
