import { z } from 'zod'
import data from '../../../resources/forms/deadlines.json' with { type: 'json' }
import { dayOf } from '../../../shared/kernel/calendar.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import { type Language, localizedTextSchema } from '../../../shared/kernel/record.ts'
import { type Deadline, formIdSchema } from '../../../shared/ministry/ministry.ts'

const dutySchema = z.object({
  id: z.string(),
  month: z.number().int(),
  day: z.number().int(),
  yearsFrom: z.number().int(),
  yearsTo: z.number().int(),
  form: formIdSchema.nullable(),
  titles: localizedTextSchema,
  sources: localizedTextSchema,
})
const duties = z.array(dutySchema).parse(data.deadlines)

/** The ministry's dates from the day on: of its year and of the next. */
export function ministryDuties(on: Day, language: Language): Deadline[] {
  const year = Number(on.slice(0, 4))
  return duties.flatMap((duty) =>
    [year, year + 1]
      .filter((each) => duty.yearsFrom <= each && each <= duty.yearsTo)
      .map((each) => ({
        id: duty.id,
        on: dayOf(each, duty.month, duty.day),
        title: duty.titles[language],
        source: duty.sources[language],
        form: duty.form,
      }))
      .filter((deadline) => deadline.on >= on),
  )
}
