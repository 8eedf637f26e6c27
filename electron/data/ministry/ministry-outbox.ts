import { AppError } from '../../../shared/kernel/app-error.ts'
import type { FileGrant } from '../../../shared/kernel/contract-base.ts'
import type { Submission } from '../../../shared/ministry/ministry.ts'
import type { DataContext } from '../context.ts'
import { createGatewayClient, type GatewayClient } from './gateway-client.ts'
import { Outbox } from './outbox.ts'
import { assertNotPaused, pauseOutbox, readOutbox, resumeOutbox } from './outbox-pause.ts'
import { listDamagedPackages } from './package.repository.ts'
import { readCertificate, receiverAddress } from './receiver-address.ts'
import { getReceiver, type StoredReceiver } from './receiver.repository.ts'
import { readHealth, SubmissionChanges } from './sending.ts'
import { enqueue, hurrySubmission, listSubmissions } from './submission.repository.ts'

/** What tests replace. */
export type MinistryOptions = {
  readonly client?: GatewayClient
  readonly random?: () => number
  /** Before the outbox of a workspace that was just opened begins, milliseconds. */
  readonly pause?: number
}

/** A receiver kept in the workspace, or an address given for this one time. */
type Target = { readonly id: string } | { readonly url: string; readonly certificate: FileGrant | null }
type Destination = Omit<StoredReceiver, 'id'>

/** Long enough for a command that only looks something up to be gone. */
const pauseAfterOpening = 1500

/** The outbox of whichever workspace is open: it begins with the workspace and ends with it. */
export class MinistryOutbox {
  readonly #context: DataContext
  readonly #client: GatewayClient
  readonly #changes = new SubmissionChanges()
  #outbox: Outbox | null = null

  constructor(context: DataContext, options: MinistryOptions) {
    const { client = createGatewayClient(), random = Math.random, pause = pauseAfterOpening } = options
    this.#context = context
    this.#client = client
    const { care, clock, log } = context
    care.readOutbox = readOutbox
    care.integrityChecks.push(async (db) =>
      (await listDamagedPackages(db)).map((detail) => ({ check: 'packages', detail })),
    )
    care.onRestored.push((tx) => pauseOutbox(tx, 'restored'))
    care.onOpened.push((database) => {
      if (database.isReadOnly) return
      this.#outbox = new Outbox({
        database,
        client,
        clock,
        random,
        onChange: (id) => {
          this.#changes.announce(id)
          context.publish({ topics: ['ministry', 'workspace'] })
        },
        onError: (error) => log.bug(error, 'outbox'),
      })
      this.#outbox.start(pause)
    })
    care.onClosing.push(async () => {
      await this.#outbox?.stop()
      this.#outbox = null
    })
  }

  /** Plans the next attempt of a submission for now and begins it. */
  async sendNow(id: string): Promise<Submission> {
    const submission = await this.#context.database().write(async (tx) => {
      await assertNotPaused(tx.trx)
      return hurrySubmission(tx, id)
    })
    this.#wake()
    return submission
  }

  /** Goes on after a pause. */
  async resume(): Promise<void> {
    await this.#context.database().write(resumeOutbox)
    this.#wake()
  }

  /** Looks at once for what is due. */
  #wake(): void {
    this.#outbox?.wake()
  }

  /** Puts a package into the outbox and begins to deliver it. */
  async send(packageId: string, target: Target): Promise<Submission> {
    const destination = await this.#destination(target)
    const submission = await this.#context.database().write(async (tx) => {
      await assertNotPaused(tx.trx)
      return enqueue(tx, packageId, destination)
    })
    this.#wake()
    return submission
  }

  /** Delivers a package, or goes on with its delivery, and yields every step. */
  async *sendAndWait(
    packageId: string,
    target: Target,
    attempts: number,
  ): AsyncGenerator<Submission, Submission> {
    const { url } = await this.#destination(target)
    const submission = (await this.#continue(packageId, url)) ?? (await this.send(packageId, target))
    const before = submission.attemptCount
    return yield* this.#changes.follow(
      () => this.#context.database().reader,
      submission.id,
      before + attempts,
    )
  }

  /** Takes up a delivery to the same address that has not ended. */
  async #continue(packageId: string, url: string): Promise<Submission | null> {
    const { reader } = this.#context.database()
    const earlier = (await listSubmissions(reader, packageId)).find(({ receiverUrl }) => receiverUrl === url)
    if (earlier === undefined || earlier.state === 'blocked' || earlier.state === 'stopped') return null
    if (earlier.state === 'answered') return earlier
    return this.sendNow(earlier.id)
  }

  /** What the receiver says of itself; refuses with the reason when it cannot be reached. */
  async health(receiverId: string): Promise<{ service: string; version: string }> {
    const { url, certificate } = await getReceiver(this.#context.database().reader, receiverId)
    return readHealth(await this.#client.health({ url, certificate }, AbortSignal.timeout(30_000)))
  }

  async #destination(target: Target): Promise<Destination> {
    if ('id' in target) return getReceiver(this.#context.database().reader, target.id)
    const url = receiverAddress(target.url)
    if (target.certificate === null) return { name: new URL(url).host, url, certificate: null }
    const certificate = await readCertificateFile(this.#context, target.certificate)
    return { name: new URL(url).host, url, certificate }
  }
}

/** A certificate is a few kilobytes; whatever is larger is something else. */
const maxCertificateSize = 64 * 1024

/** Reads a CA certificate that a person chose; refuses with `ministry-certificate-unreadable`. */
export async function readCertificateFile(context: DataContext, file: FileGrant): Promise<string> {
  if ((await context.files.size(file)) > maxCertificateSize) {
    throw new AppError('ministry-certificate-unreadable', { name: file.name })
  }
  return readCertificate(await context.files.read(file), file.name)
}
