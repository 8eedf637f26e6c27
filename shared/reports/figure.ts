import { z } from 'zod'
import { agreementFilterSchema } from '../agreements/agreement.ts'
import { registerEntitySchema } from '../kernel/record.ts'
import { cohortFilterSchema } from '../mobility/cohort.ts'
import { partnerFilterSchema } from '../partners/partner.ts'
import { programmeFilterSchema } from '../programmes/programme.ts'

/** The records behind a number: the filter that lists exactly them. Filters left out let everything through. */
export const selectionSchema = z.discriminatedUnion('entity', [
  z.object({ entity: z.literal('partner'), filter: partnerFilterSchema.partial() }),
  z.object({ entity: z.literal('agreement'), filter: agreementFilterSchema.partial() }),
  z.object({ entity: z.literal('programme'), filter: programmeFilterSchema.partial() }),
  z.object({ entity: z.literal('cohort'), filter: cohortFilterSchema.partial() }),
  /** The home university's own page; there is one. */
  z.object({ entity: z.literal('institution'), filter: z.object({}) }),
])
export type Selection = z.infer<typeof selectionSchema>

/**
 * A number together with the records it was taken from.
 * `records`: the value is how many records the selection lists.
 * `learners`: the value is the contingent summed over the cohort rows that the selection lists.
 * `countries`: the value is how many countries the listed records belong to.
 */
export const figureSchema = z.object({
  value: z.number().int(),
  unit: z.enum(['records', 'learners', 'countries']),
  selection: selectionSchema,
})
export type Figure = z.infer<typeof figureSchema>

/** How many records of a kind there are, by their ids. */
export function countOf(entity: 'partner' | 'agreement' | 'programme', ids: readonly string[]): Figure {
  return { value: ids.length, unit: 'records', selection: { entity, filter: { ids: [...ids] } } }
}

/** A number beside last year's. */
export const comparisonSchema = z.object({
  figure: figureSchema,
  /** Last year's value; null: the register holds nothing about that year. */
  previous: z.number().int().nullable(),
  /** Change on last year in per cent, one decimal; null: no last year to compare with, or it was 0. */
  changePercent: z.number().nullable(),
})
export type Comparison = z.infer<typeof comparisonSchema>

/** Which records the numbers were taken from, and how fresh these are. */
export const sourceSchema = z.object({
  entity: registerEntitySchema,
  records: z.number().int(),
  /** Latest change among them, UTC; null: there are none. */
  lastChangedAt: z.iso.datetime().nullable(),
  /** Where the records say their numbers come from, such as the registrar's extract. */
  statements: z.array(z.string()),
})
export type Source = z.infer<typeof sourceSchema>

/** Change from one value to the next in per cent, rounded to one decimal, halves away from zero; null from nothing. */
export function changePercent(from: number | null, to: number): number | null {
  if (from === null || from === 0) return null
  const tenths = (Math.abs(to - from) * 1000) / from
  return (Math.sign(to - from) * Math.round(tenths)) / 10 || 0
}

/** Puts a number beside last year's. */
export function compare(figure: Figure, previous: number | null): Comparison {
  return { figure, previous, changePercent: changePercent(previous, figure.value) }
}
