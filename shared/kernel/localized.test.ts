import { describe, expect, it } from 'vitest'
import { missingLanguages, nameIn } from './localized.ts'
import { checkNames } from './name-rules.ts'

describe('names in three languages', () => {
  it('are given in the language asked for', () => {
    const names = { kk: 'Еуразия', ru: 'Евразия', en: 'Eurasia' }
    expect([nameIn(names, 'kk'), nameIn(names, 'ru'), nameIn(names, 'en')]).toEqual([
      'Еуразия',
      'Евразия',
      'Eurasia',
    ])
  })

  it('fall back to the nearest language that has one', () => {
    expect(nameIn({ kk: '', ru: 'Евразия', en: 'Eurasia' }, 'kk')).toBe('Евразия')
    expect(nameIn({ kk: 'Еуразия', ru: '', en: 'Eurasia' }, 'ru')).toBe('Еуразия')
    expect(nameIn({ kk: '', ru: '', en: 'Eurasia' }, 'kk')).toBe('Eurasia')
    expect(nameIn({ kk: 'Еуразия', ru: '', en: '' }, 'en')).toBe('Еуразия')
    expect(nameIn({ kk: '', ru: '', en: '' }, 'en')).toBe('')
  })

  it('are missing where only spaces stand', () => {
    expect(missingLanguages({ kk: ' ', ru: 'Евразия', en: '' })).toEqual(['kk', 'en'])
  })

  it('are refused when there is none, and named one by one when some are missing', () => {
    expect(checkNames({ kk: '', ru: '', en: '' })).toEqual([
      { rule: 'names-required', severity: 'error', field: 'names', params: {} },
    ])
    expect(checkNames({ kk: '', ru: 'Евразия', en: 'Eurasia' })).toEqual([
      { rule: 'name-missing', severity: 'warning', field: 'names.kk', params: { language: 'kk' } },
    ])
    expect(checkNames({ kk: 'Еуразия', ru: 'Евразия', en: 'Eurasia' })).toEqual([])
  })
})
