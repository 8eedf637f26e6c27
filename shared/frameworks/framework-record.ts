import { z } from 'zod'
import { recordMetaSchema } from '../kernel/record.ts'
import { frameworkContentSchema, frameworkReferenceSchema, longLocalizedSchema } from './framework.ts'

/** Built-in: came with the application. Loaded: came as a file. Own: made or copied in the workspace. */
export const frameworkOriginSchema = z.enum(['built-in', 'loaded', 'own'])

/** A published framework is frozen: assessments stay as they were, and what changes gets a new version. */
export const frameworkStateSchema = z.enum(['draft', 'published'])

export const frameworkFieldsSchema = z.object({
  content: frameworkContentSchema,
  origin: frameworkOriginSchema,
  state: frameworkStateSchema,
  /** The edition that this one was copied from. */
  basedOn: frameworkReferenceSchema.nullable(),
  /** Of the canonical JSON of the content, so that two workspaces can tell whether they hold the same edition. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type FrameworkFields = z.infer<typeof frameworkFieldsSchema>

export const frameworkSchema = recordMetaSchema.extend(frameworkFieldsSchema.shape)
export type Framework = z.infer<typeof frameworkSchema>

/** One row of the list of frameworks. */
export const frameworkSummarySchema = frameworkSchema.omit({ content: true }).extend({
  ...frameworkReferenceSchema.shape,
  titles: longLocalizedSchema,
  publisher: longLocalizedSchema,
  kind: frameworkContentSchema.shape.kind,
  supersedes: frameworkContentSchema.shape.supersedes,
  standardCount: z.number().int(),
  criterionCount: z.number().int(),
  /** Texts that lack one of the three languages. */
  missingTranslations: z.number().int(),
  errorCount: z.number().int(),
  wording: z.number().int(),
  /** A later wording of the same edition is here: new cycles take that one. */
  isReplaced: z.boolean(),
  /** Cycles that follow it. */
  cycleCount: z.number().int(),
})
export type FrameworkSummary = z.infer<typeof frameworkSummarySchema>
