import { z } from 'zod'
import { localizedTextSchema, recordMetaSchema } from '../kernel/record.ts'

/** The home university whose register this is. There is exactly one in a workspace. */
export const institutionFieldsSchema = z.object({
  names: localizedTextSchema,
  city: localizedTextSchema,
  /** Business identification number, 12 digits; empty until known. */
  bin: z.string().trim(),
  /** The university's number in the ministry's platform (EPVO); null until known. */
  epvoId: z.number().int().positive().nullable(),
  rector: z.string().trim().max(200),
  website: z.string().trim().max(300),
})
export type InstitutionFields = z.infer<typeof institutionFieldsSchema>

export const institutionSchema = recordMetaSchema.extend(institutionFieldsSchema.shape)
export type Institution = z.infer<typeof institutionSchema>
