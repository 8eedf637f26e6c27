import type { Day } from '../../shared/kernel/day.ts'
import type { Language } from '../../shared/kernel/record.ts'
import type { SampleKind } from '../../shared/workspace/workspace.contract.ts'
import type { DataContext, WorkspaceCare } from './context.ts'
import { FileGrants } from './files.ts'
import { type Log, silentLog } from './log.ts'
import { assertMay, WorkingPerson } from './people/working-person.ts'
import { createRouter } from './router.ts'
import { ChangeHub } from './workspace/change-hub.ts'
import { WorkspaceSession } from './workspace/workspace-session.ts'

export type ServiceOptions = {
  readonly clock: () => Date
  /** Who changes are attributed to in the audit trail: the user name of the computer. */
  readonly actor: string
  readonly log?: Log
  /** Told whenever another workspace, or none, is open. */
  readonly onPath?: (path: string | null) => void
}

/** The data service: everything the page, the command line and the tests can ask of a workspace. */
export type Service = {
  readonly router: ReturnType<typeof createRouter>
  readonly files: FileGrants
  readonly context: DataContext
  openWorkspace(path: string): Promise<void>
  createWorkspace(path: string, options?: { sample?: SampleKind | null; language?: Language }): Promise<void>
  /** Reads the registers of the open workspace ahead of the first list; for a window, which will ask for one. */
  warmUp(): void
  /** Puts everything on the disk and closes the workspace. */
  close(): Promise<void>
}

/** The calendar day of an instant where this computer is. */
export function localDay(instant: Date): Day {
  const [year, month, day] = [instant.getFullYear(), instant.getMonth() + 1, instant.getDate()]
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export function createService({
  clock,
  actor,
  log = silentLog,
  onPath = () => undefined,
}: ServiceOptions): Service {
  const files = new FileGrants()
  const changes = new ChangeHub()
  const care: WorkspaceCare = {
    integrityChecks: [],
    readOutbox: () => Promise.resolve({ waiting: 0, failed: 0, isPaused: false }),
    onOpened: [],
    onRestored: [],
    onClosing: [],
  }
  const publish: DataContext['publish'] = (change) => changes.publish(change)
  const hasListeners = () => changes.size > 0
  const working = new WorkingPerson(actor)
  care.onOpened.push(() => working.choose(null))
  const session = new WorkspaceSession({ clock, actor, log, care, publish, onPath, hasListeners })
  const context: DataContext = {
    database: () => session.current.database,
    registers: () => session.current.registers,
    files,
    clock,
    working,
    workAs(person) {
      working.choose(person)
      session.current.database.attributeTo(working.actor)
    },
    people: async () => (await session.current.registers.upToDate()).person,
    async assertMay(deed) {
      assertMay(await context.people(), working.id, deed)
    },
    today: () => localDay(clock()),
    publish,
    backUpBefore: (reason) => session.current.backups.backUpUnlessFresh(reason),
    log,
    care,
  }
  return {
    router: createRouter(context, session, changes),
    files,
    context,
    openWorkspace: (path) => session.open(path),
    createWorkspace: (path, { sample = null, language = 'kk' } = {}) =>
      session.create(context, path, sample, language),
    warmUp() {
      if (!session.isOpen) return
      // Whoever asks for a list meets the error; here nobody waits.
      session.current.registers.upToDate().catch(() => undefined)
    },
    close: () => session.close(),
  }
}
