import type { Day } from '../../shared/kernel/day.ts'
import type { Deed } from '../../shared/people/permissions.ts'
import type { Person } from '../../shared/people/person.ts'
import type { Change, WorkspaceState } from '../../shared/workspace/workspace.contract.ts'
import type { FileGrants } from './files.ts'
import type { Log } from './log.ts'
import type { WorkingPerson } from './people/working-person.ts'
import type { Registers } from './registers/registers.ts'
import type { BackupReason } from './workspace/backup.ts'
import type { Database, Reader, Writer } from './workspace/database.ts'
import type { IntegrityFinding } from './workspace/integrity.ts'

/** What a feature adds to the care of the workspace; its router registers it once, when it is made. */
export type WorkspaceCare = {
  /** Checks beside those of the file, the references, the audit trail and the attachments. */
  readonly integrityChecks: ((db: Reader) => Promise<IntegrityFinding[]>)[]
  /** How many submissions wait and how many failed; set by the feature that sends. */
  readOutbox: (db: Reader) => Promise<WorkspaceState['outbox']>
  /** Called after a workspace was opened or created, one after the other, with the way to read and write it. */
  readonly onOpened: ((database: Database) => void | Promise<void>)[]
  /** Called on a restored state before it takes the place of the present one. */
  readonly onRestored: ((tx: Writer) => Promise<void>)[]
  /** Called before the workspace closes; background work must end here. */
  readonly onClosing: (() => Promise<void>)[]
}

/** What every feature's router gets. */
export type DataContext = {
  /** The open workspace; refuses with `no-workspace`. */
  database(): Database
  /** The in-memory registers of the open workspace; refuses with `no-workspace`. */
  registers(): Registers
  readonly files: FileGrants
  readonly clock: () => Date
  /** Who works now. */
  readonly working: Pick<WorkingPerson, 'id' | 'actor'>
  /** Attributes everything from now on to the person; null: to the user of the computer. */
  workAs(person: Pick<Person, 'id' | 'name'> | null): void
  /** Everybody who works with the open workspace, by id. */
  people(): Promise<ReadonlyMap<string, Person>>
  /** Refuses with `not-allowed` or `nobody-working` what who works may not do. */
  assertMay(deed: Deed): Promise<void>
  /** The calendar day of the clock on this computer. */
  today(): Day
  /** Tells every page that answers about these topics may have changed. Record changes are published by themselves. */
  publish(change: Change): void
  /** Writes a backup now, for a change that is hard to take back; does nothing when one was written a minute ago. */
  backUpBefore(reason: BackupReason): Promise<void>
  readonly log: Log
  readonly care: WorkspaceCare
}
