import { describeRefusal, type Translate } from '../../../shared/locales/i18n.ts'
import type { PackageSummary, RecordedReceipt, Submission } from '../../../shared/ministry/ministry.ts'
import { readCount } from '../arguments.ts'
import { type ExitCode, exitCodeOf, exitCodes } from '../exit-codes.ts'
import { type Session, withWorkspace } from '../session.ts'
import type { Terminal } from '../terminal.ts'
import { type Call, UsageError } from '../usage-error.ts'

export type SendOptions = {
  readonly file: string
  readonly to?: string | undefined
  readonly ca?: string | undefined
  readonly attempts?: string | undefined
}

/** Attempts before the command stops waiting; the submission stays in the outbox. */
const usualAttempts = 5

/**
 * `send FILE.zip --to URL`: sends a package and waits for its receipt. A package that the receiver does not accept whole
 * ends with exit code 1, one that did not arrive with 3; it stays in the outbox and can be sent again.
 */
export async function send(call: Call, terminal: Terminal, options: SendOptions): Promise<ExitCode> {
  const { file, to, ca } = options
  if (to === undefined) throw new UsageError(call.t('cli:usage.toNeeded'))
  const attempts =
    options.attempts === undefined ? usualAttempts : readCount(call, '--attempts', options.attempts)
  return withWorkspace(call, async (session) => {
    const sent = await session.client.ministry.adoptPackage({ file: session.grant(file) })
    const receiver = { url: to, certificate: ca === undefined ? null : session.grant(ca) }
    const submission = await deliver(call, terminal, session, { sent, receiver, attempts })
    const { receipts } = await session.client.ministry.package({ id: sent.id })
    const receipt = submission.state === 'answered' ? receipts.at(-1) : undefined
    if (call.json) terminal.result(JSON.stringify(toJson(sent, submission, receipt), null, 2))
    else if (receipt !== undefined) printRejected(receipt, terminal)
    return conclude(call.t, terminal, submission, receipt)
  })
}

type Delivery = {
  sent: PackageSummary
  receiver: { url: string; certificate: ReturnType<Session['grant']> | null }
  attempts: number
}

/** Follows the submission step by step and says each one. */
async function deliver(
  { t }: Call,
  terminal: Terminal,
  { client }: Session,
  { sent, receiver, attempts }: Delivery,
): Promise<Submission> {
  const steps = await client.ministry.sendAndWait({ packageId: sent.id, receiver, attempts })
  for (;;) {
    const step = await steps.next()
    if (step.done === true) return step.value
    const { state, attemptCount } = step.value
    terminal.message(
      t('cli:send.step', { state: t(`ministry:submissionState.${state}.label`), attempt: attemptCount }),
    )
  }
}

function toJson(sent: PackageSummary, submission: Submission, receipt: RecordedReceipt | undefined): object {
  const { state, attemptCount, receiverUrl, nextAttemptAt, problem } = submission
  return {
    package: {
      form: sent.form,
      academicYear: sent.academicYear,
      revision: sent.revision,
      fileName: sent.fileName,
      manifestSha256: sent.manifestSha256,
    },
    submission: { state, attempts: attemptCount, url: receiverUrl, nextAttemptAt, problem },
    receipt:
      receipt === undefined
        ? null
        : {
            receiptId: receipt.receiptId,
            receiver: receipt.receiver,
            status: receipt.status,
            issuedAt: receipt.issuedAt,
            recordedAt: receipt.recordedAt,
            accepted: receipt.acceptedCount,
            rejected: receipt.rejectedCount,
            reasons: receipt.reasons,
            rows: receipt.rows,
          },
  }
}

/** The receiver's words, or its code when it has none. */
function reasonInWords({ code, field, text }: { code: string; field: string; text: string }): string {
  return [field, text === '' ? code : text].filter((part) => part !== '').join(': ')
}

/** One line per row that the receiver rejected, with its reasons. */
function printRejected({ rows }: RecordedReceipt, terminal: Terminal): void {
  for (const row of rows) {
    if (row.outcome !== 'rejected') continue
    const reasons = row.reasons.map(reasonInWords).join('; ')
    terminal.result(`${row.label === '' ? `${row.file}:${row.row}` : row.label}: ${reasons}`)
  }
}

function conclude(
  t: Translate,
  terminal: Terminal,
  submission: Submission,
  receipt: RecordedReceipt | undefined,
): ExitCode {
  if (receipt !== undefined) {
    terminal.message(
      t('cli:send.receipt', {
        status: t(`ministry:receiptStatus.${receipt.status}`),
        accepted: receipt.acceptedCount,
        rejected: receipt.rejectedCount,
        id: receipt.receiptId,
      }),
    )
    return receipt.status === 'accepted' ? exitCodes.done : exitCodes.findings
  }
  const { problem, attemptCount } = submission
  terminal.message(t('cli:send.noReceipt', { count: attemptCount }))
  if (problem === null) return exitCodes.failure
  const { what, remedy } = describeRefusal(t, problem)
  terminal.message(`${what} ${remedy}`)
  return exitCodeOf(problem.code)
}
