import { describe, expect, it } from 'vitest'
import type { InstitutionFields } from './institution.ts'
import { checkInstitution, isBin } from './institution-rules.ts'

const sound: InstitutionFields = {
  names: { kk: 'Университет', ru: 'Университет', en: 'University' },
  city: { kk: 'Алматы', ru: 'Алматы', en: 'Almaty' },
  bin: '990140001154',
  epvoId: 7,
  rector: 'A. B.',
  website: 'university.edu.kz',
}

const findings = (changes: Partial<InstitutionFields>): string[] =>
  checkInstitution({ ...sound, ...changes }).map(
    ({ rule, severity, field }) => `${severity} ${rule} ${field}`,
  )

describe('the profile of the university', () => {
  it.each<[string, Partial<InstitutionFields>, string[]]>([
    ['that is sound has no findings', {}, []],
    ['without a BIN is warned', { bin: '' }, ['warning bin-missing bin']],
    ['with an 11-digit BIN is refused', { bin: '99014000115' }, ['error bin-form bin']],
    ['with a wrong control digit is refused', { bin: '990140001150' }, ['error bin-form bin']],
    [
      'without its number in EPVO is warned',
      { epvoId: null },
      ['warning institution-epvo-id-missing epvoId'],
    ],
    ['without a rector is warned', { rector: '' }, ['warning rector-missing rector']],
    ['with a website that is none is warned', { website: 'x' }, ['warning website-form website']],
    [
      'without a Russian name is warned',
      { names: { ...sound.names, ru: '' } },
      ['warning name-missing names.ru'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(findings(changes)).toEqual(expected)
  })

  it('takes only whole BINs', () => {
    expect(isBin('990140001154')).toBe(true)
    expect(isBin('990140001154 ')).toBe(false)
  })
})
