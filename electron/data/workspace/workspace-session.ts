import { rm } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Language } from '../../../shared/kernel/record.ts'
import type { RestoreResult } from '../../../shared/workspace/backup.ts'
import {
  type Change,
  changeTopicSchema,
  type SampleKind,
  type WorkspaceState,
} from '../../../shared/workspace/workspace.contract.ts'
import type { DataContext, WorkspaceCare } from '../context.ts'
import { institutionStore } from '../institution/institution.repository.ts'
import type { Report } from '../imports/progress-stream.ts'
import type { Log } from '../log.ts'
import { Registers } from '../registers/registers.ts'
import { fillSample } from '../samples/sample.ts'
import { BackupSchedule } from './backup-schedule.ts'
import { countRecords } from './contents.ts'
import type { Database } from './database.ts'
import { createWorkspaceFile, openWorkspaceFile } from './open-workspace.ts'
import { restoreWorkspace } from './restore-workspace.ts'
import { readSetting, sampleSetting, writeSetting } from './settings.ts'

export type SessionOptions = {
  readonly clock: () => Date
  readonly actor: string
  readonly log: Log
  readonly care: WorkspaceCare
  readonly publish: (change: Change) => void
  /** Told whenever another workspace, or none, is open. */
  readonly onPath: (path: string | null) => void
  /** Whether anyone listens to changes, so that looking for those of other processes is worth it. */
  readonly hasListeners: () => boolean
}

type OpenWorkspace = {
  readonly path: string
  readonly database: Database
  readonly registers: Registers
  readonly backups: BackupSchedule
  readonly watch: NodeJS.Timeout
}

/** How often the changes of other processes are looked for while somebody listens, milliseconds. */
const watchInterval = 1_500

/** The one workspace that is open in this process, and everything that lives as long as it. */
export class WorkspaceSession {
  readonly #options: SessionOptions
  #open: OpenWorkspace | null = null
  /** A new workspace is shown when everything is in it, not while its sample is written. */
  #isBeingMade = false
  /** Opening and closing happen one after the other. */
  #turn: Promise<unknown> = Promise.resolve()

  constructor(options: SessionOptions) {
    this.#options = options
  }

  /** What is open; refuses with `no-workspace`. */
  get current(): OpenWorkspace {
    if (this.#open === null) throw new AppError('no-workspace')
    return this.#open
  }

  get isOpen(): boolean {
    return this.#open !== null
  }

  /** Opens the file; the workspace that was open before stays open when this one is refused. */
  async open(path: string): Promise<void> {
    await this.#inTurn(async () => {
      const { clock, actor } = this.#options
      const database = await openWorkspaceFile(path, { clock, actor })
      await this.#closeNow()
      await this.#adopt(path, database)
      this.#announce()
    })
  }

  /** Creates the file and, when asked, fills it with a sample. A failure leaves no file behind. */
  async create(
    context: DataContext,
    path: string,
    sample: SampleKind | null,
    language: Language,
  ): Promise<void> {
    await this.#inTurn(async () => {
      const { clock, actor } = this.#options
      const database = await createWorkspaceFile(path, { clock, actor })
      await this.#closeNow()
      this.#isBeingMade = true
      try {
        await this.#adopt(path, database)
        await database.write(async (tx) => {
          await institutionStore.insert(tx, emptyInstitution, { isSample: sample !== null })
          if (sample !== null) await writeSetting(tx, sampleSetting, sample)
        })
        if (sample !== null) await fillSample(context, sample, language)
      } catch (error) {
        if (this.#open === null) await database.close()
        await this.#closeNow()
        for (const ending of ['', '-wal', '-shm']) await rm(`${path}${ending}`, { force: true })
        throw error
      } finally {
        this.#isBeingMade = false
      }
      this.#announce()
    })
  }

  async close(): Promise<void> {
    await this.#inTurn(() => this.#closeNow())
  }

  /**
   * Puts a backup in place of what is open. Background work ends before and begins anew after; the connections stay, and
   * every list is asked for again.
   */
  async restore(
    source: { readonly path: string; readonly name: string },
    report: Report,
  ): Promise<RestoreResult> {
    let result: RestoreResult | null = null
    await this.#inTurn(async () => {
      const { path, database, backups } = this.current
      const { clock, care, publish } = this.#options
      for (const finish of care.onClosing) await finish()
      try {
        const backUp = () => backups.backUp('restore')
        result = await restoreWorkspace({
          path,
          database,
          source,
          clock,
          actor: database.actor,
          care,
          backUp,
          report,
        })
      } finally {
        for (const notify of care.onOpened) await notify(database)
        publish({
          topics: changeTopicSchema.options.filter((topic) => result !== null || topic === 'workspace'),
        })
      }
    })
    if (result === null) throw new Error('a restore ended without a result')
    return result
  }

  /** What the window shows of the workspace; null: none is open. */
  async state(): Promise<WorkspaceState | null> {
    if (this.#open === null || this.#isBeingMade) return null
    const { path, database, backups } = this.#open
    return {
      name: basename(path, extname(path)),
      readOnly: database.readOnlyReason,
      isSample: (await readSetting(database.reader, sampleSetting)) !== undefined,
      lastBackupAt: backups.lastAt,
      counts: await countRecords(database.reader),
      outbox: await this.#options.care.readOutbox(database.reader),
    }
  }

  async #adopt(path: string, database: Database): Promise<void> {
    const { clock, log, care, publish, onPath, hasListeners } = this.#options
    const registers = new Registers(database, publish)
    const backups = await BackupSchedule.start({ path, readOnly: database.isReadOnly, clock, log })
    const watch = setInterval(() => {
      if (hasListeners()) registers.followOthers()
    }, watchInterval)
    watch.unref()
    this.#open = { path, database, registers, backups, watch }
    database.onCommit(() => backups.onActivity())
    backups.onOpened()
    for (const notify of care.onOpened) await notify(database)
    onPath(path)
  }

  #announce(): void {
    this.#options.publish({ topics: ['workspace'] })
  }

  async #closeNow(): Promise<void> {
    if (this.#open === null) return
    const { database, registers, backups, watch } = this.#open
    for (const finish of this.#options.care.onClosing) await finish()
    clearInterval(watch)
    registers.close()
    await backups.stop()
    this.#open = null
    await database.close()
    this.#options.onPath(null)
    this.#options.publish({ topics: ['workspace'] })
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#turn.catch(() => undefined).then(work)
    this.#turn = turn
    return turn
  }
}

const emptyInstitution = {
  names: { kk: '', ru: '', en: '' },
  city: { kk: '', ru: '', en: '' },
  bin: '',
  epvoId: null,
  rector: '',
  website: '',
}
