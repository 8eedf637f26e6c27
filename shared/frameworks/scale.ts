import { z } from 'zod'
import { frameworkCodeSchema, longLocalizedSchema } from './framework.ts'

/** How far a criterion is met: 0 not assessed, 1 not met, 2 partly, 3 largely, 4 fully. */
export const assessmentLevelSchema = z.union([
  z.literal(0),
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
])
export type AssessmentLevel = z.infer<typeof assessmentLevelSchema>

/** The levels that are a judgement; 0 is the lack of one. */
export const judgedLevels = [1, 2, 3, 4] as const satisfies readonly AssessmentLevel[]

export const scaleLevelSchema = z.strictObject({
  code: frameworkCodeSchema,
  names: longLocalizedSchema,
  /** Our levels that are reported as this one. */
  from: z.array(assessmentLevelSchema).min(1),
})
export type ScaleLevel = z.infer<typeof scaleLevelSchema>

/** The words in which an agency states a judgement, best first. Every judged level has exactly one of them. */
export const scaleSchema = z
  .strictObject({
    format: z.literal('qosdiplom-scale'),
    formatVersion: z.literal(1),
    code: frameworkCodeSchema,
    titles: longLocalizedSchema,
    /** Where names and mapping come from, and what has to be confirmed with the agency. */
    source: longLocalizedSchema,
    levels: z.array(scaleLevelSchema).min(2).max(10),
  })
  .refine(({ levels }) => new Set(levels.map(({ code }) => code)).size === levels.length, {
    message: 'a level of the scale is named twice',
  })
  .refine(
    ({ levels }) => {
      const mapped = levels.flatMap(({ from }) => from)
      return new Set(mapped).size === mapped.length && judgedLevels.every((level) => mapped.includes(level))
    },
    { message: 'every level from 1 to 4 is mapped exactly once, 0 at most once' },
  )
export type Scale = z.infer<typeof scaleSchema>

/** The level in the words of a scale; null: the scale has no word for it, as agencies have none for "not assessed". */
export function toScale(scale: Scale, level: AssessmentLevel): ScaleLevel | null {
  return scale.levels.find(({ from }) => from.includes(level)) ?? null
}
