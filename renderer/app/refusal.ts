import { isDefinedError, ORPCError } from '@orpc/client'
import { refusalSchema, type Refusal } from '../../shared/kernel/app-error.ts'
import { ConnectionLostError } from './connection.ts'

/** The expected failure inside an error of the data service or the shell; or a bare refusal; null: a bug or a lost connection. */
export function refusalOf(error: unknown): Refusal | null {
  const isFromProcedure = error instanceof ORPCError && isDefinedError(error)
  const parsed = refusalSchema.safeParse(isFromProcedure ? error.data : error)
  return parsed.success ? parsed.data : null
}

/** Tells whether the answer was lost with the connection; the same call may be made again after reconnecting. */
export function isConnectionLost(error: unknown): boolean {
  return error instanceof ConnectionLostError
}

/** Tells whether the person or the page itself ended the work. */
export function isAborted(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}
