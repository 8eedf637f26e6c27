import { isBin } from '../kernel/bin.ts'
import { checkNames } from '../kernel/name-rules.ts'
import { errorAt, type Problem, warningAt } from '../kernel/problem.ts'
import { isWebAddress } from '../kernel/web-address.ts'
import type { InstitutionFields } from './institution.ts'

export { isBin } from '../kernel/bin.ts'

/** Checks the profile of the home university. A package for the ministry needs its BIN and its number in EPVO. */
export function checkInstitution(fields: InstitutionFields): Problem[] {
  const problems = checkNames(fields.names)
  if (fields.bin === '') problems.push(warningAt('bin-missing', 'bin'))
  else if (!isBin(fields.bin)) problems.push(errorAt('bin-form', 'bin', { value: fields.bin }))
  if (fields.epvoId === null) problems.push(warningAt('institution-epvo-id-missing', 'epvoId'))
  if (fields.rector === '') problems.push(warningAt('rector-missing', 'rector'))
  if (fields.website !== '' && !isWebAddress(fields.website)) {
    problems.push(warningAt('website-form', 'website', { website: fields.website }))
  }
  return problems
}
