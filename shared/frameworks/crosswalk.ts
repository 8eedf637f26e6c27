import { z } from 'zod'
import { codeAndAncestors, isWithin } from './codes.ts'
import {
  criteriaOf,
  type FrameworkContent,
  frameworkReferenceSchema,
  type FrameworkReference,
  longLocalizedSchema,
  standardCodeSchema,
  standardsOf,
} from './framework.ts'

/** Full: evidence for one usually answers the other as it is; partial: it answers a part and has to be read first. */
export const strengthSchema = z.enum(['full', 'partial'])
export type Strength = z.infer<typeof strengthSchema>

const crosswalkLinkSchema = z.strictObject({
  from: standardCodeSchema,
  to: standardCodeSchema,
  strength: strengthSchema,
  /** What the two have in common, where the titles do not say it; null: nothing to add. */
  note: longLocalizedSchema.nullable(),
})

/** Which standards of two frameworks ask for the same thing. Links hold in both directions and for all codes below. */
export const crosswalkSchema = z.strictObject({
  format: z.literal('qosdiplom-crosswalk'),
  formatVersion: z.literal(1),
  from: frameworkReferenceSchema,
  to: frameworkReferenceSchema,
  source: longLocalizedSchema,
  links: z.array(crosswalkLinkSchema).min(1).max(2000),
})
export type Crosswalk = z.infer<typeof crosswalkSchema>

/** A standard or criterion of another framework whose evidence is worth offering. */
export type OfferedCode = { framework: string; version: string; code: string; strength: Strength }

/**
 * The codes of other frameworks that a standard or criterion is linked with, in either direction. A criterion has the
 * links of the standards above it, a standard those of the codes below it. Evidence of every criterion within an
 * offered code (`isWithin`) may be offered; it is linked, never copied. Each code comes once, with its greater
 * strength, full ones first, in the order of the crosswalks.
 */
export function offered(
  crosswalks: readonly Crosswalk[],
  from: FrameworkReference,
  code: string,
): OfferedCode[] {
  const found = new Map<string, OfferedCode>()
  for (const candidate of crosswalks.flatMap((crosswalk) => linksFrom(crosswalk, from, code))) {
    const key = [candidate.framework, candidate.version, candidate.code].join(' ')
    const known = found.get(key)
    if (known === undefined || (known.strength === 'partial' && candidate.strength === 'full')) {
      found.set(key, candidate)
    }
  }
  const all = [...found.values()]
  return [
    ...all.filter(({ strength }) => strength === 'full'),
    ...all.filter(({ strength }) => strength === 'partial'),
  ]
}

function linksFrom(crosswalk: Crosswalk, from: FrameworkReference, code: string): OfferedCode[] {
  const touches = (linked: string): boolean => isWithin(code, linked) || isWithin(linked, code)
  return [
    ...(isSame(crosswalk.from, from) ? crosswalk.links : [])
      .filter((link) => touches(link.from))
      .map((link) => offerOf(crosswalk.to, link.to, link.strength)),
    ...(isSame(crosswalk.to, from) ? crosswalk.links : [])
      .filter((link) => touches(link.to))
      .map((link) => offerOf(crosswalk.from, link.from, link.strength)),
  ]
}

function offerOf(framework: FrameworkReference, code: string, strength: Strength): OfferedCode {
  return { framework: framework.code, version: framework.version, code, strength }
}

function isSame(one: FrameworkReference, other: FrameworkReference): boolean {
  return one.code === other.code && one.version === other.version
}

/** A code of a crosswalk that its framework does not have. */
export type DanglingCode = { framework: string; version: string; code: string }

/**
 * Codes that a crosswalk names and its frameworks do not have; a code of a part, standard or criterion is known. A
 * framework that is not among the given ones is not judged: it may be installed later.
 */
export function danglingCodes(crosswalk: Crosswalk, frameworks: readonly FrameworkContent[]): DanglingCode[] {
  const judge = (side: FrameworkReference, codes: string[]): DanglingCode[] => {
    const content = frameworks.find((framework) => isSame(framework, side))
    if (content === undefined) return []
    const known = new Set(
      [...standardsOf(content), ...criteriaOf(content)].flatMap(({ code }) => codeAndAncestors(code)),
    )
    return [...new Set(codes)]
      .filter((code) => !known.has(code))
      .map((code) => ({ framework: side.code, version: side.version, code }))
  }
  return [
    ...judge(
      crosswalk.from,
      crosswalk.links.map(({ from }) => from),
    ),
    ...judge(
      crosswalk.to,
      crosswalk.links.map(({ to }) => to),
    ),
  ]
}
