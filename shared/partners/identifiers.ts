import type { Problem } from '../kernel/problem.ts'
import { isBin } from '../kernel/bin.ts'
import type { Identifier, IdentifierScheme } from './partner.ts'

/** Alphabet of Crockford's base 32, in which ROR ids are written: no I, L, O, U. */
const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * Tells whether the nine characters are a ROR id: `0`, six base-32 digits, and two decimal check digits by
 * ISO/IEC 7064 MOD 97-10 over the number that the six digits write.
 */
function isRor(value: string): boolean {
  if (!/^0[0-9a-hj-km-np-tv-z]{6}\d{2}$/u.test(value)) return false
  const number = Array.from(value.slice(1, 7), (digit) => CROCKFORD.indexOf(digit)).reduce(
    (sum, digit) => sum * 32 + digit,
    0,
  )
  const check = 98 - ((number * 100) % 97)
  return check === Number(value.slice(7))
}

const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/u
/** Country letters, abbreviated city, two or three figures: `D  BERLIN13`, `IRLDUBLIN01`. Spaces fill the country to three letters. */
const ERASMUS = /^[A-Z]{1,3} *[A-Z]+(?:-[A-Z]+)*\d{2,3}$/u

const checks: Record<IdentifierScheme, (value: string) => boolean> = {
  ror: isRor,
  eter: (value) => /^[A-Z]{2}\d{4}$/u.test(value),
  whed: (value) => /^IAU-\d{6}$/u.test(value),
  schac: (value) => DOMAIN.test(value),
  erasmus: (value) => ERASMUS.test(value),
  pic: (value) => /^\d{9}$/u.test(value),
  deqar: (value) => /^DEQARINST\d{4,}$/u.test(value),
  kz_bin: isBin,
  epvo: (value) => /^[1-9]\d{0,9}$/u.test(value),
}

const compact = (value: string): string => value.replaceAll(/\s+/gu, '')

const normalisers: Record<IdentifierScheme, (value: string) => string> = {
  ror: (value) =>
    compact(value)
      .toLowerCase()
      .replace(/^(?:(?:https?:\/\/)?(?:www\.)?ror\.org\/)+/u, ''),
  eter: (value) => compact(value).toUpperCase(),
  whed: (value) => compact(value).toUpperCase(),
  schac: (value) =>
    compact(value)
      .toLowerCase()
      .replace(/^(?:https?:\/\/|www\.)+/u, '')
      .replace(/\/.*$/u, ''),
  erasmus: (value) => value.trim().replaceAll(/\s+/gu, ' ').toUpperCase(),
  pic: compact,
  deqar: (value) => compact(value).toUpperCase(),
  kz_bin: (value) => value.replaceAll(/[\s-]+/gu, ''),
  epvo: (value) => compact(value).replace(/^0+(?=\d)/u, ''),
}

/**
 * The identifier in the form in which two writings of the same one are equal: ROR without its address, codes in
 * capitals, numbers without spaces. The record keeps what was typed.
 */
export function normaliseIdentifier(identifier: Identifier): Identifier {
  return { scheme: identifier.scheme, value: normalisers[identifier.scheme](identifier.value) }
}

/** Checks form and check digits of an identifier; the problem's field is `value`. */
export function checkIdentifier(identifier: Identifier): Problem | null {
  const { scheme, value } = normaliseIdentifier(identifier)
  if (checks[scheme](value)) return null
  return {
    rule: `identifier-${scheme}`,
    severity: 'error',
    field: 'value',
    params: { value: identifier.value },
  }
}
