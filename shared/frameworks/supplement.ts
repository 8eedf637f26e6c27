import { z } from 'zod'
import { idSchema, recordMetaSchema } from '../kernel/record.ts'
import { type Crosswalk, crosswalkSchema } from './crosswalk.ts'
import { type Scale, scaleSchema } from './scale.ts'

/** What comes as a file beside a framework: a crosswalk between two editions, or the scale of an agency. */
export const supplementContentSchema = z.union([crosswalkSchema, scaleSchema])
export type SupplementContent = z.infer<typeof supplementContentSchema>

export const supplementFieldsSchema = z.object({ content: supplementContentSchema })
export type SupplementFields = z.infer<typeof supplementFieldsSchema>

export const supplementSchema = recordMetaSchema.extend(supplementFieldsSchema.shape)
export type Supplement = z.infer<typeof supplementSchema>

/** One row of the list of crosswalks and scales; without an id and revision: it came with the application. */
export const supplementSummarySchema = z.object({
  saved: z.object({ id: idSchema, revision: z.number().int().min(1) }).nullable(),
  content: supplementContentSchema,
})
export type SupplementSummary = z.infer<typeof supplementSummarySchema>

/** Tells the two kinds of file apart. */
export function isCrosswalk(content: SupplementContent): content is Crosswalk {
  return content.format === 'qosdiplom-crosswalk'
}

/** What a supplement is about; a workspace has one record for each. */
export function supplementName(content: SupplementContent): string {
  if (!isCrosswalk(content)) return `scale ${content.code}`
  const { from, to } = content
  return `crosswalk ${from.code} ${from.version} ${to.code} ${to.version}`
}

/** The crosswalks that hold: a loaded one takes the place of the application's own between the same two editions. */
export function crosswalksOf(
  builtIn: readonly Crosswalk[],
  loaded: readonly SupplementContent[],
): Crosswalk[] {
  const own = loaded.filter(isCrosswalk)
  const pairs = new Set(own.map(pairOf))
  return [...builtIn.filter((crosswalk) => !pairs.has(pairOf(crosswalk))), ...own]
}

/** The scales to report in: the application's own first, then the loaded ones. */
export function scalesOf(builtIn: readonly Scale[], loaded: readonly SupplementContent[]): Scale[] {
  return [...builtIn, ...loaded.filter((content): content is Scale => !isCrosswalk(content))]
}

/** Two editions, whichever of them is named first. */
function pairOf({ from, to }: Crosswalk): string {
  return [from, to]
    .map(({ code, version }) => `${code} ${version}`)
    .toSorted()
    .join(' ')
}
