import { errorAt, type Problem } from '../kernel/problem.ts'
import { type Crosswalk, danglingCodes } from './crosswalk.ts'
import type { FrameworkContent } from './framework.ts'

/** Codes of a crosswalk that its editions do not have, as far as these are given. Source: the framework format. */
export function checkCrosswalk(crosswalk: Crosswalk, frameworks: readonly FrameworkContent[]): Problem[] {
  return danglingCodes(crosswalk, frameworks).map(({ framework, version, code }) =>
    errorAt('crosswalk-code-unknown', 'links', { code, framework, version }),
  )
}
