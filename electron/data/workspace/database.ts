import { AsyncLocalStorage } from 'node:async_hooks'
import type { Kysely, Transaction } from 'kysely'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { WorkspaceState } from '../../../shared/workspace/workspace.contract.ts'
import { AuditTrail, type ChainHead, readChainHead } from './audit-trail.ts'
import type { Dialect } from './dialect.ts'
import type { Engine, FileFinding } from './engine.ts'
import { createIdMaker } from './ids.ts'
import type { Schema } from './schema.ts'
import { CommitFailure } from './sqlite-dialect.ts'
import { asRefusal, sqliteCode, sqliteIoError } from './sqlite-errors.ts'

/** Handed to readers: there is no insert, update or delete on it. A transaction is a Reader too. */
export type Reader = Pick<Kysely<Schema>, 'selectFrom'>

/** Handed to writers: only `Database.write` makes one, so a write is always in a transaction and in the audit trail. */
export type Writer = {
  readonly trx: Transaction<Schema>
  /** When the transaction began, UTC ISO 8601 with milliseconds; every row it changes carries it. */
  readonly at: string
  readonly actor: string
  /** Names the import that these changes belong to, so that they can be undone together. */
  readonly batchId: string | null
  readonly audit: AuditTrail
  newId(): string
}

/** The file itself may not be written, or nothing may be in its folder, where the log has to stand. */
export type ReadOnlyReason = NonNullable<WorkspaceState['readOnly']>

export type DatabaseOptions = {
  readonly clock: () => Date
  /** Who changes are attributed to until `attributeTo` says otherwise. */
  readonly actor: string
  /** Why nothing may be written; null or left out: writing is allowed. */
  readonly readOnly?: ReadOnlyReason | null
}

/** Told the kinds of things that a committed write changed. */
export type CommitListener = (entities: ReadonlySet<string>) => void

/** One open workspace: many readers at any time, one writer at a time. */
export class Database {
  #engine: Engine
  readonly #open: () => Promise<Engine>
  readonly #options: DatabaseOptions
  readonly #newId: () => string
  #actor: string
  readonly #insideWrite = new AsyncLocalStorage<true>()
  readonly #listeners = new Set<CommitListener>()
  /** Set after an error of the disk that could not be resolved: nothing may be written any more. */
  #isStopped = false

  private constructor(engine: Engine, open: () => Promise<Engine>, options: DatabaseOptions) {
    this.#engine = engine
    this.#open = open
    this.#options = options
    this.#newId = createIdMaker(options.clock)
    this.#actor = options.actor
  }

  /** Opens an engine and keeps the way to open it again, which an uncertain commit needs. */
  static async open(open: () => Promise<Engine>, options: DatabaseOptions): Promise<Database> {
    return new Database(await open(), open, options)
  }

  get dialect(): Dialect {
    return this.#engine.dialect
  }

  get isReadOnly(): boolean {
    return this.readOnlyReason !== null
  }

  /** Why nothing can be written; null: it can. */
  get readOnlyReason(): ReadOnlyReason | null {
    return this.#options.readOnly ?? null
  }

  /** Sees every committed write and never waits for one that is running. */
  get reader(): Reader {
    return this.#engine.reader
  }

  /** Runs several reads on one state of the workspace, whatever is written meanwhile. Other readers wait. */
  async snapshot<T>(work: (db: Reader) => Promise<T>): Promise<T> {
    return this.#engine.reader.transaction().setIsolationLevel('repeatable read').execute(work)
  }

  /** Another value than last time: another process has written to the file. */
  foreignVersion(): number {
    return this.#engine.foreignVersion()
  }

  /** Who writes are attributed to now. */
  get actor(): string {
    return this.#actor
  }

  /** Attributes the writes from now on to somebody else in the audit trail. */
  attributeTo(actor: string): void {
    this.#actor = actor
  }

  /** Calls back after every committed write of this process. Returns the way to stop it. */
  onCommit(listener: CommitListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Runs the work in one immediate transaction: everything it writes is saved, or nothing.
   * Refuses with the words of `asRefusal` when the disk or another process is in the way.
   */
  async write<T>(work: (tx: Writer) => Promise<T>, options: { batchId?: string } = {}): Promise<T> {
    if (this.isReadOnly) throw new AppError('workspace-read-only')
    if (this.#isStopped) throw new AppError('write-stopped')
    if (this.#insideWrite.getStore() === true)
      throw new Error('a write inside a write would wait for itself for ever')
    const done: { outcome?: { readonly value: T; readonly audit: AuditTrail } } = {}
    try {
      await this.#insideWrite.run(true, () =>
        this.#engine.writer.transaction().execute(async (trx) => {
          const tx = await this.#createWriter(trx, options.batchId ?? null)
          done.outcome = { value: await work(tx), audit: tx.audit }
        }),
      )
    } catch (error) {
      if (!(error instanceof CommitFailure)) throw asRefusal(error)
      if (sqliteCode(error.cause) !== sqliteIoError) throw asRefusal(error.cause)
      await this.#resolveCommit((done.outcome ?? missingResult()).audit)
    }
    const { value, audit } = done.outcome ?? missingResult()
    for (const listener of this.#listeners) listener(audit.entities)
    return value
  }

  async #createWriter(trx: Transaction<Schema>, batchId: string | null): Promise<Writer> {
    const at = this.#options.clock().toISOString()
    const actor = this.#actor
    const audit = new AuditTrail(trx, await readChainHead(trx), { at, actor, batchId })
    return { trx, at, actor, batchId, audit, newId: this.#newId }
  }

  /**
   * An I/O error while committing says nothing about the outcome. The file is opened again and asked for the audit
   * row that the transaction ended with: there, the change is whole and becomes durable now; not there, it is not.
   */
  async #resolveCommit(audit: AuditTrail): Promise<void> {
    this.#isStopped = true
    try {
      await this.#engine.close().catch(() => undefined)
      this.#engine = await this.#open()
      const found = await readChainHead(this.#engine.reader)
      if (audit.appended === 0) throw new AppError('commit-uncertain')
      this.#isStopped = false
      if (found.hash === audit.head.hash) return
    } catch (error) {
      throw error instanceof AppError ? error : new AppError('commit-uncertain')
    }
    throw new AppError('workspace-disk-error')
  }

  /**
   * Puts the contents of another workspace file in place of these, all at once. Refuses with `restore-overtaken` when
   * somebody has saved since the audit trail ended at `expected`.
   */
  async replaceContents(from: string, expected: ChainHead): Promise<void> {
    if (this.isReadOnly) throw new AppError('workspace-read-only')
    if (this.#isStopped) throw new AppError('write-stopped')
    try {
      await this.#engine.replaceContents(from, expected)
    } catch (error) {
      throw asRefusal(error)
    }
    for (const listener of this.#listeners) listener(new Set(['workspace']))
  }

  /** Damage of the file itself and references that lead nowhere. */
  checkFile(): FileFinding[] {
    return this.#engine.checkFile()
  }

  async close(): Promise<void> {
    this.#listeners.clear()
    await this.#engine.close()
  }
}

function missingResult(): never {
  throw new Error('the transaction was committed without a result')
}
