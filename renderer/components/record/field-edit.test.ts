import { describe, expect, it } from 'vitest'
import type { LocalizedText } from '../../../shared/kernel/record.ts'
import { choiceEdit, countEdit, dayEdit, nameEdit, textEdit, yearEdit } from './field-edit.ts'

type Fields = {
  names: LocalizedText
  city: string
  stage: 'draft' | 'signed'
  signedOn: string | null
  outgoing: number
  firstYear: number
  lastYear: number | null
}

const fields: Fields = {
  names: { kk: 'Абай', ru: 'Абай (рус.)', en: '' },
  city: 'Семей',
  stage: 'draft',
  signedOn: '2026-12-31',
  outgoing: 1200,
  firstYear: 2025,
  lastYear: null,
}
const days = { today: '2026-11-22', language: 'kk' as const }
const readWhole = (typed: string) => (/^\d+$/.test(typed) ? Number(typed) : undefined)

describe('a field in a cell', () => {
  it.each([
    ['text', textEdit<Fields>('city')],
    ['name', nameEdit<Fields>('ru')],
    ['day', dayEdit<Fields>('signedOn', days)],
    ['choice', choiceEdit<Fields>('stage', [{ value: 'draft', label: 'Жоба' }])],
    ['year', yearEdit<Fields>('firstYear', true)],
    ['no year', yearEdit<Fields>('lastYear', false)],
  ])('of the kind %s stays as it was when it is typed as it is shown', (_kind, edit) => {
    expect(edit.take(fields, edit.show(fields))).toEqual(fields)
  })

  it('takes the name of the one language and leaves the others', () => {
    expect(nameEdit<Fields>('kk').take(fields, ' Абай университеті ')?.names).toEqual({
      ...fields.names,
      kk: 'Абай университеті',
    })
  })

  it('takes a day as freely as a form, and nothing for no day', () => {
    const edit = dayEdit<Fields>('signedOn', days)
    expect(edit.take(fields, '+1y')?.signedOn).toBe('2027-11-22')
    expect(edit.take(fields, 'бүгін')?.signedOn).toBe('2026-11-22')
    expect(edit.take(fields, '')?.signedOn).toBeNull()
    expect(edit.take(fields, 'ертең-бүрсігүні')).toBeNull()
  })

  it('does not take what is none of the choices, no number, or no year where one is needed', () => {
    expect(choiceEdit<Fields>('stage', [{ value: 'draft', label: '' }]).take(fields, 'gone')).toBeNull()
    expect(countEdit<Fields>('outgoing', readWhole, 'kk').take(fields, 'көп')).toBeNull()
    expect(yearEdit<Fields>('firstYear', true).take(fields, '')).toBeNull()
    expect(yearEdit<Fields>('lastYear', false).take(fields, '2027/28')?.lastYear).toBe(2027)
  })
})
