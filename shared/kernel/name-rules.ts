import { missingLanguages } from './localized.ts'
import { errorAt, type Problem, warningAt } from './problem.ts'
import type { LocalizedText } from './record.ts'

/** A record needs a name in one language at least; the ministry's forms want all three. */
export function checkNames(names: LocalizedText): Problem[] {
  const missing = missingLanguages(names)
  if (missing.length === 3) return [errorAt('names-required', 'names')]
  return missing.map((language) => warningAt('name-missing', `names.${language}`, { language }))
}
