import { randomBytes } from 'node:crypto'
import { ORPCError, os, ValidationError } from '@orpc/server'
import { AppError, type Refusal } from '../../shared/kernel/app-error.ts'
import type { Log } from './log.ts'

/**
 * Middleware of the whole router: every failure leaves as the contract's typed error. An expected failure keeps its code; a bug
 * is logged without personal data and answered as `internal` with the reference under which it stands in the log.
 * Errors inside a stream are treated like those before it. Work that its caller cancelled ends as it is: it is no bug.
 */
export function refusals(log: Log) {
  return os.middleware(async ({ next }) => {
    try {
      const result = await next()
      return isStream(result.output) ? { ...result, output: refusingStream(result.output, log) } : result
    } catch (error) {
      throw isCancelled(error) ? error : toRefused(error, log)
    }
  })
}

const isStream = (output: unknown): output is AsyncIteratorObject<unknown> =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output && 'next' in output

async function* refusingStream(stream: AsyncIteratorObject<unknown>, log: Log) {
  try {
    return yield* stream
  } catch (error) {
    throw isCancelled(error) ? error : toRefused(error, log)
  }
}

const isCancelled = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError'

/** The typed error of the contract for anything that was thrown. */
export function toRefused(error: unknown, log: Log): ORPCError<'REFUSED', Refusal> {
  return new ORPCError('REFUSED', { status: 422, data: toRefusal(error, log), cause: error })
}

/** The refusal in an expected failure; anything else is logged as a bug and becomes `internal`. */
export function toRefusal(error: unknown, log: Log): Refusal {
  if (error instanceof AppError) return error.refusal
  if (isBadInput(error)) {
    const field =
      error.cause.issues[0]?.path?.map((part) => String(typeof part === 'object' ? part.key : part)) ?? []
    return new AppError('invalid-input', { field: field.join('.') }).refusal
  }
  const reference = randomBytes(4).toString('hex').toUpperCase()
  log.bug(error, reference)
  return new AppError('internal', { reference }).refusal
}

/** What the contract's schema refused before any of our code ran. */
const isBadInput = (
  error: unknown,
): error is ORPCError<'BAD_REQUEST', unknown> & { readonly cause: ValidationError } =>
  error instanceof ORPCError && error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError
