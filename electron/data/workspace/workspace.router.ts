import { implement } from '@orpc/server'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { workspaceContract } from '../../../shared/workspace/workspace.contract.ts'
import type { BackupSource } from '../../../shared/workspace/backup.ts'
import type { DataContext } from '../context.ts'
import { streamProgress } from '../imports/progress-stream.ts'
import { listBackups } from './backup-rotation.ts'
import type { ChangeHub } from './change-hub.ts'
import { readContents } from './contents.ts'
import { readHistory } from './history.ts'
import { inspectBackup, knownSchemaVersion } from './inspect-backup.ts'
import { checkIntegrity } from './integrity.ts'
import { newestWholeBackup, restoreBeside, storedBackupPath } from './restore-workspace.ts'
import type { WorkspaceSession } from './workspace-session.ts'

async function openState(session: WorkspaceSession) {
  const state = await session.state()
  if (state === null) throw new AppError('no-workspace')
  return state
}

/** The file behind a backup that was named or chosen; refuses with `backup-missing`. */
function sourceFile(context: DataContext, session: WorkspaceSession, source: BackupSource) {
  if ('file' in source) return { path: context.files.resolve(source.file), name: source.file.name }
  return { path: storedBackupPath(session.current.path, source.name), name: source.name }
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
    rescue: os.rescue.handler(({ input }) =>
      newestWholeBackup(context.files.resolve(input.file), context.care),
    ),
    openBackup: os.openBackup.handler(async ({ input: { file, name } }) => {
      const { clock, care, working } = context
      await session.open(
        await restoreBeside(context.files.resolve(file), name, { clock, care, actor: working.actor }),
      )
      return openState(session)
    }),
    backups: os.backups.handler(() => listBackups(session.current.path)),
    restorePreview: os.restorePreview.handler(async ({ input }) => {
      const { path, name } = sourceFile(context, session, input)
      const { size, schemaVersion, contents, findings } = await inspectBackup(
        path,
        name,
        context.care.integrityChecks,
      )
      const now = await readContents(context.database().reader)
      return { name, size, schemaVersion, knownVersion: knownSchemaVersion, now, backup: contents, findings }
    }),
    restore: os.restore.handler(({ input, signal }) =>
      streamProgress(signal, (report) => session.restore(sourceFile(context, session, input), report)),
    ),
    integrity: os.integrity.handler(() => checkIntegrity(context.database(), context.care.integrityChecks)),
    history: os.history.handler(({ input }) =>
      readHistory(context.database().reader, input.entity, input.id),
    ),
  })
}
