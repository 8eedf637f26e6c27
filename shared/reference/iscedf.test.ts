import { describe, expect, it } from 'vitest'
import { languages } from '../kernel/record.ts'
import { iscedBroadCodes, iscedFieldName, iscedNarrowCodes, isIscedField } from './iscedf.ts'

describe('fields of education (ISCED-F 2013)', () => {
  it('are eleven broad ones with their narrow ones', () => {
    expect(iscedBroadCodes).toEqual(['00', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10'])
    expect(iscedNarrowCodes('06')).toEqual(['061', '068'])
    expect(iscedBroadCodes.flatMap(iscedNarrowCodes)).toHaveLength(39)
  })

  it('have a name in every language', () => {
    for (const code of iscedBroadCodes.flatMap((broad) => [broad, ...iscedNarrowCodes(broad)])) {
      for (const language of languages) expect(iscedFieldName(code, language)).not.toBe(code)
    }
    expect(iscedFieldName('0421', 'kk')).toBe('Құқық')
    expect(iscedFieldName('77', 'kk')).toBe('77')
  })

  it.each(['04', '041', '0411', '0417', '0410', '0419', '0488', '0688', '0914', '0211'])(
    '%s is one',
    (code) => {
      expect(isIscedField(code)).toBe(true)
    },
  )

  it.each(['', '4', '11', '044', '0418', '0481', '0614', '1051', '9999'])('%s is none', (code) => {
    expect(isIscedField(code)).toBe(false)
  })
})
