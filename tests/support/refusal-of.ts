import { isDefinedError, ORPCError } from '@orpc/server'
import { type Refusal, refusalSchema } from '../../shared/kernel/app-error.ts'

/** The refusal with which a call over the contract was answered; a call that succeeds or fails otherwise fails the test. */
export async function refusalOf(call: PromiseLike<unknown>): Promise<Refusal> {
  try {
    await call
  } catch (error) {
    if (!(error instanceof ORPCError) || !isDefinedError(error) || error.status !== 422) throw error
    return refusalSchema.parse(error.data)
  }
  throw new Error('the call was not refused')
}
