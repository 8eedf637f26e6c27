import { z } from 'zod'
import { procedure } from '../kernel/contract-base.ts'
import { languageSchema, recordReferenceSchema } from '../kernel/record.ts'

export const searchHitSchema = z.object({
  record: recordReferenceSchema,
  title: z.string(),
  /** A second line that tells records of one name apart: country, number and partner, level and code. */
  subtitle: z.string(),
})
export type SearchHit = z.infer<typeof searchHitSchema>

export const searchContract = {
  /** Records whose folded text has every word of the query, best first. */
  find: procedure
    .input(
      z.object({
        text: z.string().max(200),
        limit: z.number().int().min(1).max(200),
        language: languageSchema,
      }),
    )
    .output(z.object({ hits: z.array(searchHitSchema), total: z.number().int() })),
}
