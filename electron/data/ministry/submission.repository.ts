import { randomBytes } from 'node:crypto'
import type { DeliveryAction } from '../../../shared/exchange/delivery.ts'
import { AppError, type Refusal, refusalSchema } from '../../../shared/kernel/app-error.ts'
import type { Attempt, Submission, SubmissionState } from '../../../shared/ministry/ministry.ts'
import type { Reader, Writer } from '../workspace/database.ts'
import type { SubmissionTable } from './ministry.table.ts'
import type { StoredReceiver } from './receiver.repository.ts'

/** States in which the outbox still has something to do by itself. */
export const activeStates: readonly SubmissionState[] = ['queued', 'sending', 'waiting', 'processing']

const submissions = (db: Reader) =>
  db
    .selectFrom('submission')
    .innerJoin('package', 'package.id', 'submission.package_id')
    .selectAll('submission')
    .select(['package.form', 'package.academic_year', 'package.revision', 'package.file_name'])

type SubmissionRow = Awaited<ReturnType<ReturnType<typeof submissions>['execute']>>[number]

/** Submissions, newest first. */
export async function listSubmissions(db: Reader, packageId: string | null = null): Promise<Submission[]> {
  const query = submissions(db).orderBy('submission.id', 'desc')
  const rows = await (
    packageId === null ? query : query.where('submission.package_id', '=', packageId)
  ).execute()
  return rows.map(toSubmission)
}

/** The submission; refuses with `not-found`. */
export async function getSubmission(db: Reader, id: string): Promise<Submission> {
  const row = await submissions(db).where('submission.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', { entity: 'submission' })
  return toSubmission(row)
}

/** The columns of a submission that the outbox works with. */
export async function getSubmissionRow(db: Reader, id: string): Promise<SubmissionTable> {
  const row = await db.selectFrom('submission').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', { entity: 'submission' })
  return row
}

export async function listActiveRows(db: Reader): Promise<SubmissionTable[]> {
  return db.selectFrom('submission').selectAll().where('state', 'in', activeStates).orderBy('id').execute()
}

/** How many submissions wait and how many need a person. */
export async function countOutbox(db: Reader): Promise<{ waiting: number; failed: number }> {
  const rows = await db
    .selectFrom('submission')
    .select('state')
    .where('state', 'in', [...activeStates, 'blocked'])
    .execute()
  const failed = rows.filter(({ state }) => state === 'blocked').length
  return { waiting: rows.length - failed, failed }
}

/**
 * Puts a package into the outbox. A package that was stopped or blocked at the same address goes on under its old key,
 * because the receiver may have it. Refuses with `ministry-already-sent` and `ministry-already-answered`.
 */
export async function enqueue(
  tx: Writer,
  packageId: string,
  receiver: Pick<StoredReceiver, 'name' | 'url' | 'certificate'>,
): Promise<Submission> {
  const earlier = await tx.trx
    .selectFrom('submission')
    .selectAll()
    .where('package_id', '=', packageId)
    .where('receiver_url', '=', receiver.url)
    .executeTakeFirst()
  if (earlier?.state === 'answered') throw new AppError('ministry-already-answered')
  if (earlier !== undefined && activeStates.includes(earlier.state))
    throw new AppError('ministry-already-sent')
  if (earlier !== undefined) {
    await changeSubmission(tx, earlier, {
      state: 'queued',
      next_attempt_at: tx.at,
      must_ask: earlier.attempts > 0 || earlier.must_ask === 1 ? 1 : 0,
      problem_json: null,
      receiver_name: receiver.name,
      certificate: receiver.certificate,
    })
    return getSubmission(tx.trx, earlier.id)
  }
  const row: SubmissionTable = {
    id: tx.newId(),
    package_id: packageId,
    receiver_name: receiver.name,
    receiver_url: receiver.url,
    certificate: receiver.certificate,
    idempotency_key: randomBytes(32).toString('base64url'),
    state: 'queued',
    attempts: 0,
    next_attempt_at: tx.at,
    lease_until: null,
    must_ask: 0,
    problem_json: null,
    created_at: tx.at,
  }
  await tx.trx.insertInto('submission').values(row).execute()
  await tx.audit.append({
    action: 'create',
    entity: 'submission',
    entityId: row.id,
    before: null,
    after: audited(row),
  })
  return getSubmission(tx.trx, row.id)
}

/** Changes a submission and says so in the audit trail. */
export async function changeSubmission(
  tx: Writer,
  before: SubmissionTable,
  changes: Partial<Omit<SubmissionTable, 'id' | 'package_id' | 'idempotency_key'>>,
): Promise<SubmissionTable> {
  const after = { ...before, ...changes }
  await tx.trx.updateTable('submission').set(changes).where('id', '=', before.id).execute()
  await tx.audit.append({
    action: 'change',
    entity: 'submission',
    entityId: before.id,
    before: audited(before),
    after: audited(after),
  })
  return after
}

/**
 * Ends the submission of a package whose key an answer names: the answer came by another road. Returns its id; null:
 * the answer names no submission of this package.
 */
export async function answerSubmission(
  tx: Writer,
  packageId: string,
  key: string | null,
): Promise<string | null> {
  if (key === null) return null
  const row = await tx.trx
    .selectFrom('submission')
    .selectAll()
    .where('package_id', '=', packageId)
    .where('idempotency_key', '=', key)
    .executeTakeFirst()
  if (row === undefined) return null
  const changes = { state: 'answered', lease_until: null, next_attempt_at: null, problem_json: null } as const
  if (row.state !== 'answered') await changeSubmission(tx, row, changes)
  return row.id
}

/** Plans the next attempt for now. Refuses with `ministry-submission-finished` once there is nothing left to try. */
export async function hurrySubmission(tx: Writer, id: string): Promise<Submission> {
  const row = await getSubmissionRow(tx.trx, id)
  if (row.state === 'answered' || row.state === 'stopped') throw new AppError('ministry-submission-finished')
  if (row.state !== 'sending') await changeSubmission(tx, row, { state: 'queued', next_attempt_at: tx.at })
  return getSubmission(tx.trx, id)
}

/** Takes a submission out of the outbox; a receipt that still arrives is recorded all the same. */
export async function stopSubmission(tx: Writer, id: string): Promise<Submission> {
  const row = await getSubmissionRow(tx.trx, id)
  if (row.state === 'answered') throw new AppError('ministry-submission-finished')
  if (row.state !== 'stopped') {
    await changeSubmission(tx, row, { state: 'stopped', lease_until: null, next_attempt_at: null })
  }
  return getSubmission(tx.trx, id)
}

/** The certificate is long and the same all the time; the trail holds the rest. */
function audited({ certificate, ...row }: SubmissionTable): object {
  return { ...row, hasCertificate: certificate !== null }
}

export async function startAttempt(
  tx: Writer,
  submissionId: string,
  number: number,
  action: DeliveryAction,
): Promise<void> {
  await tx.trx
    .insertInto('submission_attempt')
    .values({
      submission_id: submissionId,
      number,
      action,
      started_at: tx.at,
      finished_at: null,
      outcome: 'running',
      http_status: null,
      problem_json: null,
    })
    .execute()
}

export async function finishAttempt(
  tx: Writer,
  submissionId: string,
  number: number,
  end: {
    outcome: Exclude<Attempt['outcome'], 'running'>
    httpStatus: number | null
    problem: Refusal | null
  },
): Promise<void> {
  await tx.trx
    .updateTable('submission_attempt')
    .set({
      finished_at: tx.at,
      outcome: end.outcome,
      http_status: end.httpStatus,
      problem_json: end.problem === null ? null : JSON.stringify(end.problem),
    })
    .where('submission_id', '=', submissionId)
    .where('number', '=', number)
    .where('outcome', '=', 'running')
    .execute()
}

/** Attempts of one submission, first one first. */
export async function listAttempts(db: Reader, submissionId: string): Promise<Attempt[]> {
  const rows = await db
    .selectFrom('submission_attempt')
    .selectAll()
    .where('submission_id', '=', submissionId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    action: row.action,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    outcome: row.outcome,
    httpStatus: row.http_status,
    problem: readProblem(row.problem_json),
  }))
}

function toSubmission(row: SubmissionRow): Submission {
  return {
    id: row.id,
    packageId: row.package_id,
    form: row.form,
    academicYear: row.academic_year,
    revision: row.revision,
    fileName: row.file_name,
    receiverName: row.receiver_name,
    receiverUrl: row.receiver_url,
    state: row.state,
    createdAt: row.created_at,
    nextAttemptAt: row.next_attempt_at,
    attemptCount: row.attempts,
    problem: readProblem(row.problem_json),
  }
}

const readProblem = (json: string | null): Refusal | null =>
  json === null ? null : refusalSchema.parse(JSON.parse(json))
