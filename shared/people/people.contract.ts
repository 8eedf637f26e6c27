import { z } from 'zod'
import { procedure } from '../kernel/contract-base.ts'
import { recordContract } from '../kernel/record-contract.ts'
import { idSchema } from '../kernel/record.ts'
import { personFieldsSchema, personSchema } from './person.ts'

const { list: _list, ...record } = recordContract({
  record: personSchema,
  fields: personFieldsSchema,
  summary: personSchema,
  filter: z.object({}),
  columns: ['name'],
})

/** Who works with the workspace, and as whom this window works now. */
export const peopleContract = {
  ...record,
  /** Everybody, in the order of their making: a workspace has dozens of people, not thousands. */
  list: procedure.output(z.array(personSchema)),
  /** Who was chosen; null: nobody. Until a workspace has people, nobody needs to be chosen and everything is allowed. */
  working: procedure.output(z.object({ person: personSchema.nullable(), mustChoose: z.boolean() })),
  /** Chooses who works from now on in this process. Their name stands in every audit row. Null: nobody. */
  workAs: procedure.input(z.object({ id: idSchema.nullable() })).output(personSchema.nullable()),
}
