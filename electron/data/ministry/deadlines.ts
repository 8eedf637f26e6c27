import { z } from 'zod'
import data from '../../../resources/forms/deadlines.json' with { type: 'json' }
import { addYears, dayOf } from '../../../shared/kernel/calendar.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import { type Language, localizedTextSchema } from '../../../shared/kernel/record.ts'
import { type Deadline, formIdSchema, type FormId } from '../../../shared/ministry/ministry.ts'

const dutiesSchema = z.strictObject({
  version: z.string(),
  deadlines: z.array(
    z.strictObject({
      id: z.string(),
      /** The last day on which the duty is fulfilled, in every year from `yearsFrom` to `yearsTo`. */
      month: z.number().int().min(1).max(12),
      day: z.number().int().min(1).max(31),
      yearsFrom: z.number().int(),
      yearsTo: z.number().int(),
      form: formIdSchema.nullable(),
      titles: localizedTextSchema,
      sources: localizedTextSchema,
    }),
  ),
})
const duties = dutiesSchema.parse(data).deadlines
type Duty = (typeof duties)[number]

/** What is due in the twelve months from a day, nearest first. */
export function deadlinesFrom(on: Day, language: Language): Deadline[] {
  const year = Number(on.slice(0, 4))
  const until = addYears(on, 1)
  return [year, year + 1]
    .flatMap((each) => duties.flatMap((duty) => deadlineIn(duty, each, language) ?? []))
    .filter((deadline) => deadline.on >= on && deadline.on < until)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** When the form about an academic year is due: in the calendar year in which that year ends; null: no day is set. */
export function deadlineOf(form: FormId, academicYear: number, language: Language): Deadline | null {
  const duty = duties.find((candidate) => candidate.form === form)
  return duty === undefined ? null : deadlineIn(duty, academicYear + 1, language)
}

function deadlineIn(duty: Duty, year: number, language: Language): Deadline | null {
  if (year < duty.yearsFrom || year > duty.yearsTo) return null
  const { id, form, titles, sources } = duty
  return {
    id,
    form,
    on: dayOf(year, duty.month, duty.day),
    title: titles[language],
    source: sources[language],
  }
}
