import { z } from 'zod'
import { recordMetaSchema } from '../kernel/record.ts'

/** What a person may do; `permissions.ts` says which role may do which deed. */
export const roleSchema = z.enum(['viewer', 'contributor', 'manager', 'rector', 'administrator'])
export type Role = z.infer<typeof roleSchema>

/** Somebody who works with this workspace. Only what others need to know them by; no sign-in is kept here. */
export const personFieldsSchema = z.object({
  name: z.string().trim().max(200),
  position: z.string().trim().max(200),
  email: z.string().trim().max(200),
  role: roleSchema,
})
export type PersonFields = z.infer<typeof personFieldsSchema>

export const personSchema = recordMetaSchema.extend(personFieldsSchema.shape)
export type Person = z.infer<typeof personSchema>
