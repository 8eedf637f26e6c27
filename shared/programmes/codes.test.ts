import { describe, expect, it } from 'vitest'
import { broadFieldsOfArea, normaliseProgrammeCode, parseProgrammeCode } from './codes.ts'

describe('programme codes', () => {
  it.each([
    ['6B04101', 'programme', 'bachelor', '04'],
    ['7M06102', 'programme', 'master', '06'],
    ['8D01101', 'programme', 'doctoral', '01'],
    ['6B0408801', 'interdisciplinary', 'bachelor', '04'],
    ['5B050600', 'classifier_2009', 'bachelor', '05'],
    ['6M060200', 'classifier_2009', 'master', '06'],
    ['6D010100', 'classifier_2009', 'doctoral', '01'],
  ] as const)('%s is a code of kind %s, level %s, area %s', (code, kind, level, area) => {
    expect(parseProgrammeCode(code)).toEqual({ kind, level, area })
  })

  it('are read as people type them', () => {
    expect(normaliseProgrammeCode(' 6В04101 ')).toBe('6B04101')
    expect(normaliseProgrammeCode('7м 061 02')).toBe('7M06102')
    expect(parseProgrammeCode('8Д01101')?.level).toBe('doctoral')
  })

  it.each(['', '6B', '6B0410', '6B041011', '5M04101', '7B04101', '6B04088', '6B040880', 'B04101', '6A04101'])(
    'are not seen in «%s»',
    (code) => {
      expect(parseProgrammeCode(code)).toBeNull()
    },
  )

  it('lead to the broad field of ISCED-F', () => {
    expect(broadFieldsOfArea('06')).toEqual(['06'])
    expect(broadFieldsOfArea('09')).toEqual(['08'])
    expect(broadFieldsOfArea('10')).toEqual(['09'])
  })
})
