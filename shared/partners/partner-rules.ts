import { checkNames } from '../kernel/name-rules.ts'
import { errorAt, type Problem, warningAt } from '../kernel/problem.ts'
import { isWebAddress } from '../kernel/web-address.ts'
import { countryCodes } from '../reference/countries.ts'
import { checkIdentifier, normaliseIdentifier } from './identifiers.ts'
import type { Identifier, PartnerFields } from './partner.ts'

function checkPlace(fields: PartnerFields): Problem[] {
  const problems: Problem[] = []
  if (fields.country === '') problems.push(warningAt('country-missing', 'country'))
  else if (!countryCodes.includes(fields.country)) {
    problems.push(errorAt('country-unknown', 'country', { country: fields.country }))
  }
  if (fields.website !== '' && !isWebAddress(fields.website)) {
    problems.push(warningAt('website-form', 'website', { website: fields.website }))
  }
  return problems
}

/** Identifiers that tell the country by themselves must agree with the partner's. */
function checkIdentifierCountry(identifier: Identifier, country: string, field: string): Problem[] {
  if (country === '') return []
  const { scheme, value } = normaliseIdentifier(identifier)
  const stated = scheme === 'kz_bin' ? 'KZ' : scheme === 'eter' ? eterCountry(value) : null
  return stated === null || stated === country
    ? []
    : [warningAt('identifier-country', field, { value, country })]
}

/** ETER writes Greece and the United Kingdom as the European Union does. */
function eterCountry(value: string): string {
  const code = value.slice(0, 2)
  return code === 'EL' ? 'GR' : code === 'UK' ? 'GB' : code
}

function checkIdentifiers(fields: PartnerFields): Problem[] {
  const problems: Problem[] = []
  const seen = new Set<string>()
  const schemes = new Set<string>()
  for (const [index, identifier] of fields.identifiers.entries()) {
    const field = `identifiers.${index}.value`
    const { scheme, value } = normaliseIdentifier(identifier)
    const key = `${scheme}:${value}`
    const wrong = checkIdentifier(identifier)
    if (wrong !== null) problems.push({ ...wrong, field })
    else problems.push(...checkIdentifierCountry(identifier, fields.country, field))
    if (seen.has(key)) problems.push(errorAt('identifier-twice', field, { value: identifier.value }))
    else if (schemes.has(scheme)) problems.push(warningAt('identifier-scheme-twice', field, { scheme }))
    seen.add(key)
    schemes.add(scheme)
  }
  return problems
}

const EMAIL = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]{2,}$/u

function checkContacts(fields: PartnerFields): Problem[] {
  return fields.contacts.flatMap(({ email }, index) =>
    email === '' || EMAIL.test(email) ? [] : [warningAt('email-form', `contacts.${index}.email`, { email })],
  )
}

function checkRankings(fields: PartnerFields): Problem[] {
  const seen = new Set<string>()
  const problems: Problem[] = []
  for (const [index, { system, year }] of fields.rankings.entries()) {
    const key = `${system}:${year}`
    if (seen.has(key)) problems.push(errorAt('ranking-twice', `rankings.${index}.year`, { year }))
    seen.add(key)
  }
  return problems
}

/** Checks the fields of a partner university by themselves. */
export function checkPartner(fields: PartnerFields): Problem[] {
  return [
    ...checkNames(fields.names),
    ...checkPlace(fields),
    ...checkIdentifiers(fields),
    ...checkContacts(fields),
    ...checkRankings(fields),
  ]
}
