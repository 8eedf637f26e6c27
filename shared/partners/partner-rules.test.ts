import { describe, expect, it } from 'vitest'
import { checkPartner } from './partner-rules.ts'
import type { PartnerFields } from './partner.ts'

/** A partner that no rule complains about. */
const sound: PartnerFields = {
  names: { kk: 'Лотарингия университеті', ru: 'Университет Лотарингии', en: 'University of Lorraine' },
  country: 'FR',
  city: 'Nancy',
  website: 'www.univ-lorraine.fr',
  identifiers: [
    { scheme: 'schac', value: 'univ-lorraine.fr' },
    { scheme: 'eter', value: 'FR0086' },
  ],
  contacts: [{ name: 'A', position: '', email: 'a@univ-lorraine.fr', phone: '', isSignatory: true }],
  rankings: [
    { system: 'qs', year: 2025, place: 700, source: '' },
    { system: 'the', year: 2025, place: 600, source: '' },
  ],
  creditSystem: 'ECTS',
  ectsPerCredit: 1,
  notes: '',
}

const findings = (changes: Partial<PartnerFields>): string[] =>
  checkPartner({ ...sound, ...changes }).map(({ rule, severity, field }) => `${severity} ${rule} ${field}`)

const contact = (email: string) => ({ name: 'A', position: '', email, phone: '', isSignatory: false })

describe('a partner', () => {
  it('that is sound has no findings', () => {
    expect(findings({})).toEqual([])
  })

  it.each<[string, Partial<PartnerFields>, string[]]>([
    ['without any name is refused', { names: { kk: '', ru: '', en: '' } }, ['error names-required names']],
    [
      'with an English name only is warned of the others',
      { names: { kk: '', ru: '', en: 'University of Lorraine' } },
      ['warning name-missing names.kk', 'warning name-missing names.ru'],
    ],
    ['without a country is warned', { country: '' }, ['warning country-missing country']],
    [
      'with a country that does not exist is refused',
      { country: 'ZZ', identifiers: [] },
      ['error country-unknown country'],
    ],
    ['with a website that is none is warned', { website: 'univ lorraine' }, ['warning website-form website']],
    [
      'with a wrong identifier is refused at that identifier',
      { identifiers: [...sound.identifiers, { scheme: 'ror', value: '052bx8q99' }] },
      ['error identifier-ror identifiers.2.value'],
    ],
    [
      'with an 11-digit BIN is refused',
      { identifiers: [{ scheme: 'kz_bin', value: '99014000115' }] },
      ['error identifier-kz_bin identifiers.0.value'],
    ],
    [
      'with one identifier written in two ways is refused',
      {
        identifiers: [
          { scheme: 'schac', value: 'univ-lorraine.fr' },
          { scheme: 'schac', value: 'https://www.univ-lorraine.fr/' },
        ],
      },
      ['error identifier-twice identifiers.1.value'],
    ],
    [
      'with two identifiers of one scheme is warned',
      {
        identifiers: [
          { scheme: 'pic', value: '999851000' },
          { scheme: 'pic', value: '999851001' },
        ],
      },
      ['warning identifier-scheme-twice identifiers.1.value'],
    ],
    [
      'with the BIN of another country is warned',
      { identifiers: [{ scheme: 'kz_bin', value: '990140001154' }] },
      ['warning identifier-country identifiers.0.value'],
    ],
    [
      'with the ETER code of another country is warned',
      { identifiers: [{ scheme: 'eter', value: 'DE0069' }] },
      ['warning identifier-country identifiers.0.value'],
    ],
    [
      'with an e-mail that is none is warned',
      { contacts: [contact('a@b')] },
      ['warning email-form contacts.0.email'],
    ],
    [
      'with one ranking of one year twice is refused',
      { rankings: [...sound.rankings, { system: 'qs', year: 2025, place: 1, source: '' }] },
      ['error ranking-twice rankings.2.year'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(findings(changes)).toEqual(expected)
  })

  it('may have the codes by which ETER calls Greece and the United Kingdom', () => {
    expect(findings({ country: 'GR', identifiers: [{ scheme: 'eter', value: 'EL0001' }] })).toEqual([])
    expect(findings({ country: 'GB', identifiers: [{ scheme: 'eter', value: 'UK0001' }] })).toEqual([])
  })

  it('may have contacts without an e-mail', () => {
    expect(findings({ contacts: [contact('')] })).toEqual([])
  })
})
