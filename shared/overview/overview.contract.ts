import { z } from 'zod'
import { procedure } from '../kernel/contract-base.ts'
import { daySchema } from '../kernel/day.ts'
import { recordProblemSchema } from '../kernel/problem.ts'
import { languageSchema } from '../kernel/record.ts'
import { overviewSchema } from './overview.ts'

export const overviewContract = {
  /** The state of the register on a day; programmes and learners are those of the day's academic year. */
  get: procedure.input(z.object({ on: daySchema, language: languageSchema })).output(overviewSchema),
  /** Everything that the checks find in the register, errors first. */
  problems: procedure.input(z.object({ language: languageSchema })).output(z.array(recordProblemSchema)),
}
