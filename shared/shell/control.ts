import { z } from 'zod'
import { refusalSchema } from '../kernel/app-error.ts'

/**
 * What the shell tells the data service over `process.parentPort`. Only these two processes speak it; paths of files
 * travel here and never reach the page.
 */
export const controlMessageSchema = z.discriminatedUnion('type', [
  /** One page wants to talk: the message carries exactly one port, on which the service answers the contract. */
  z.object({ type: z.literal('connect') }),
  /** A file the person chose, dropped or opened; the page knows it by the token only. */
  z.object({ type: z.literal('grant'), grant: z.uuid(), path: z.string().min(1) }),
  /** Opens a workspace without being asked by the page: at the start, and again after the service was restarted. */
  z.object({ type: z.literal('open'), path: z.string().min(1) }),
  /** The program ends: finish, close the workspace, answer `closed`. */
  z.object({ type: z.literal('close') }),
])
export type ControlMessage = z.infer<typeof controlMessageSchema>

/** What the data service tells the shell, over the same channel. */
export const serviceMessageSchema = z.discriminatedUnion('type', [
  /** Messages are being listened to. */
  z.object({ type: z.literal('ready') }),
  /** Which workspace is open now; null: none. Sent after every opening, creating and closing. */
  z.object({ type: z.literal('workspace'), path: z.string().nullable() }),
  /** An `open` from the shell was refused. */
  z.object({ type: z.literal('refused'), path: z.string(), refusal: refusalSchema }),
  /** Everything is on disk; the process may end. */
  z.object({ type: z.literal('closed') }),
])
export type ServiceMessage = z.infer<typeof serviceMessageSchema>
