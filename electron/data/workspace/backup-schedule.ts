import type { Log } from '../log.ts'
import { type Backup, type BackupReason, writeBackup } from './backup.ts'
import { listBackups, rotateBackups } from './backup-rotation.ts'

/** While people work, a backup is written at most this often, milliseconds. */
const activityInterval = 15 * 60_000

/** After a change the backup waits so long, so that it does not stand in the way of the next one, milliseconds. */
const calmAfterChange = 3_000

/** A backup made so recently also serves what asks for one now, milliseconds. */
const freshFor = 60_000

export type BackupScheduleOptions = {
  readonly path: string
  readonly readOnly: boolean
  readonly clock: () => Date
  readonly log: Log
}

/** Writes the backups of the open workspace by itself: when it is opened, while people work, and when asked. */
export class BackupSchedule {
  readonly #options: BackupScheduleOptions
  #lastAt: string | null = null
  #timer: NodeJS.Timeout | null = null
  #running: Promise<unknown> = Promise.resolve()

  private constructor(options: BackupScheduleOptions) {
    this.#options = options
  }

  /** Looks up the last backup of the workspace. */
  static async start(options: BackupScheduleOptions): Promise<BackupSchedule> {
    const schedule = new BackupSchedule(options)
    const [newest] = await listBackups(options.path)
    schedule.#lastAt = newest?.at ?? null
    return schedule
  }

  /** Instant of the last backup, UTC ISO; null: there is none. */
  get lastAt(): string | null {
    return this.#lastAt
  }

  /** Writes a backup now and thins out the old ones. One at a time. */
  async backUp(reason: BackupReason): Promise<Backup> {
    const { path, readOnly, clock } = this.#options
    const run = this.#running
      .catch(() => undefined)
      .then(async () => {
        const backup = await writeBackup(path, { at: clock(), reason, readOnly })
        this.#lastAt = backup.at
        await rotateBackups(path, clock())
        return backup
      })
    this.#running = run
    return run
  }

  /** Writes a backup unless there is one of the last minute. */
  async backUpUnlessFresh(reason: BackupReason): Promise<void> {
    if (this.#age() >= freshFor) await this.backUp(reason)
  }

  /** Writes the day's first backup in the background. */
  onOpened(): void {
    if (
      this.#options.readOnly ||
      this.#lastAt?.slice(0, 10) === this.#options.clock().toISOString().slice(0, 10)
    )
      return
    this.#later('opened')
  }

  /** Called after every change. */
  onActivity(): void {
    if (this.#age() >= activityInterval) this.#later('activity')
  }

  /** Waits for a running backup; none begins afterwards. */
  async stop(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    await this.#running.catch(() => undefined)
  }

  #age(): number {
    return this.#lastAt === null ? Infinity : this.#options.clock().getTime() - Date.parse(this.#lastAt)
  }

  #later(reason: BackupReason): void {
    if (this.#timer !== null) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      // A backup by itself must not disturb anyone; the state shows when the last one was made.
      this.backUp(reason).catch(() => this.#options.log.info('backup-failed', { reason }))
    }, calmAfterChange)
    this.#timer.unref()
  }
}
