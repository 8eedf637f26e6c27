import type { Crosswalk } from '../../../shared/frameworks/crosswalk.ts'
import type { Scale } from '../../../shared/frameworks/scale.ts'
import {
  crosswalksOf,
  scalesOf,
  type Supplement,
  type SupplementFields,
  supplementFieldsSchema,
  supplementName,
  type SupplementSummary,
} from '../../../shared/frameworks/supplement.ts'
import { createJsonStore } from '../workspace/json-store.ts'
import { builtInCrosswalks, builtInScales } from './built-in.ts'

/** Crosswalks and scales that came as files (docs/decisions/0020-frameworks-from-files.md). */
export const supplementStore = createJsonStore<SupplementFields>({
  entity: 'supplement',
  schema: supplementFieldsSchema,
  references: () => [],
  uniqueName: ({ content }) => supplementName(content),
})

type Loaded = ReadonlyMap<string, Supplement>

const contentsOf = (loaded: Loaded) => [...loaded.values()].map(({ content }) => content)

/** The crosswalks of the application and of the workspace. */
export const allCrosswalks = (loaded: Loaded): Crosswalk[] =>
  crosswalksOf(builtInCrosswalks, contentsOf(loaded))

/** The scales of the application and of the workspace. */
export const allScales = (loaded: Loaded): Scale[] => scalesOf(builtInScales, contentsOf(loaded))

/** Every crosswalk and scale that holds, with its record where it came as a file; crosswalks first. */
export function listSupplements(loaded: Loaded): SupplementSummary[] {
  const savedAs = new Map(
    [...loaded.values()].map(({ id, revision, content }) => [content, { id, revision }]),
  )
  const all = [...allCrosswalks(loaded), ...allScales(loaded)]
  return all.map((content) => ({ saved: savedAs.get(content) ?? null, content }))
}
