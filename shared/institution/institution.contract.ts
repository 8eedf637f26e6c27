import { z } from 'zod'
import { procedure } from '../kernel/contract-base.ts'
import { problemSchema } from '../kernel/problem.ts'
import { institutionFieldsSchema, institutionSchema } from './institution.ts'

export const institutionContract = {
  get: procedure.output(z.object({ institution: institutionSchema, problems: z.array(problemSchema) })),
  save: procedure
    .input(z.object({ revision: z.number().int(), fields: institutionFieldsSchema }))
    .output(institutionSchema),
}
