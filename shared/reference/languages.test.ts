import { describe, expect, it } from 'vitest'
import { languages } from '../kernel/record.ts'
import { languageCodes, languageName } from './languages.ts'

describe('languages of instruction', () => {
  it('begin with the three working languages', () => {
    expect(languageCodes.slice(0, 3)).toEqual(['kk', 'ru', 'en'])
  })

  it('have their own name in each working language, and no name twice', () => {
    for (const language of languages) {
      const names = languageCodes.map((code) => languageName(code, language))
      expect(names.filter((name) => name.trim() === '')).toEqual([])
      expect(new Set(names).size).toBe(names.length)
    }
  })

  it('leave an unknown code as it is', () => {
    expect(languageName('xx', 'kk')).toBe('xx')
  })
})
