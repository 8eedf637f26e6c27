import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkIdentifier, normaliseIdentifier } from './identifiers.ts'
import { type IdentifierScheme, identifierSchemeSchema } from './partner.ts'

const accepts = (scheme: IdentifierScheme, value: string): boolean =>
  checkIdentifier({ scheme, value }) === null
const normal = (scheme: IdentifierScheme, value: string): string =>
  normaliseIdentifier({ scheme, value }).value

describe('identifiers', () => {
  it.each<[IdentifierScheme, string[], string[]]>([
    [
      'ror',
      ['052bx8q98', 'https://ror.org/03vek6s52', 'ror.org/042nb2s44', ' 052GG0110 '],
      ['052bx8q99', '152bx8q98', '052bx8q9', '052bx8q980', '05lbx8q98', ''],
    ],
    ['eter', ['DE0069', 'at0006'], ['DE069', 'D0069', 'DE00690', 'ДЕ0069']],
    ['whed', ['IAU-019335', 'iau-019335'], ['IAU019335', 'IAU-19335', 'IAU-0193350']],
    ['schac', ['uw.edu.pl', 'https://www.ox.ac.uk/'], ['uw', 'uw..pl', '-uw.pl', 'uw.edu.pl2', 'a@uw.pl']],
    [
      'erasmus',
      ['N OSLO01', 'F  LYON24', 'D  BERLIN13', 'IRLDUBLIN01', 'LUXLUX-VIL01', 'f paris468'],
      ['N OSLO', 'OSLO 01 N', '1 OSLO01', 'N OSLO1'],
    ],
    ['pic', ['999851000', '999 851 000'], ['99985100', '9998510000', '99985100A']],
    ['deqar', ['DEQARINST0034', 'deqarinst4799'], ['DEQAR0034', 'DEQARINST34', '0034']],
    ['kz_bin', ['990140001154', '990140 001154'], ['99014000115', '990140001155', '9901400011544']],
    ['epvo', ['17', '000017', '1234567'], ['0', '-1', '17a', '1.5']],
  ])('of the scheme %s are accepted and refused by their form', (scheme, good, bad) => {
    for (const value of good) expect([value, accepts(scheme, value)]).toEqual([value, true])
    for (const value of bad) expect([value, accepts(scheme, value)]).toEqual([value, false])
  })

  it('of every scheme are refused by a rule of their own that names what was typed', () => {
    for (const scheme of identifierSchemeSchema.options) {
      expect(checkIdentifier({ scheme, value: '?' })).toEqual({
        rule: `identifier-${scheme}`,
        severity: 'error',
        field: 'value',
        params: { value: '?' },
      })
    }
  })

  it('are the same however they are written', () => {
    expect(normal('ror', 'https://ror.org/052BX8Q98')).toBe(normal('ror', '052bx8q98'))
    expect(normal('erasmus', 'F  LYON24')).toBe(normal('erasmus', 'f lyon24'))
    expect(normal('schac', 'http://www.uw.edu.pl/en')).toBe('uw.edu.pl')
    expect(normal('kz_bin', '990140-001154')).toBe('990140001154')
    expect(normal('epvo', '0017')).toBe('17')
  })

  it('are normal after being made normal', () => {
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom('https://ror.org/052bx8q98', 'www.www.uw.edu.pl', ' F  LYON24 '),
    )
    fc.assert(
      fc.property(fc.constantFrom(...identifierSchemeSchema.options), value, (scheme, text) => {
        const once = normaliseIdentifier({ scheme, value: text })
        expect(normaliseIdentifier(once)).toEqual(once)
      }),
    )
  })
})

describe('the check digits of ROR', () => {
  it('show every single wrong character', () => {
    const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom(...Array.from(alphabet)),
        (place, character) => {
          const characters = Array.from('052bx8q98')
          fc.pre(characters[place] !== character)
          characters[place] = character
          expect(accepts('ror', characters.join(''))).toBe(false)
        },
      ),
    )
  })

  it('show two neighbours that changed places', () => {
    const id = '03vek6s52'
    for (let place = 1; place < 6; place += 1) {
      const swapped = id.slice(0, place) + (id[place + 1] ?? '') + (id[place] ?? '') + id.slice(place + 2)
      expect([swapped, accepts('ror', swapped)]).toEqual([swapped, swapped === id])
    }
  })
})
