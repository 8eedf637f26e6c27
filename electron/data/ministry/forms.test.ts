import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../shared/exchange/canonical-json.ts'
import { fillForm, rowObject, valueAt } from '../../../shared/exchange/fill-form.ts'
import { preflight } from '../../../shared/exchange/preflight.ts'
import type { SourceRow } from '../../../shared/exchange/source-row.ts'
import type { FormId } from '../../../shared/ministry/ministry.ts'
import { resources } from '../../../shared/locales/resources.ts'
import { ministryPeriod, ministryRegister } from '../../../tests/support/ministry-register.ts'
import { formIds, formOn, mappingOn } from './forms.ts'

const today = ministryPeriod.on
const fill = (form: FormId, register = ministryRegister(), mapping = mappingOn(today)) =>
  fillForm(formOn(form, today), mapping, register, ministryPeriod)

const shownOf = (source: SourceRow) => [
  valueAt(source, 'agency.name'),
  valueAt(source, 'object.code'),
  valueAt(source, 'accreditation.source'),
]

describe('filled forms', () => {
  it.each(formIds)('%s gives the rows that were agreed, byte for byte', async (form) => {
    for (const section of fill(form)) {
      const rows = section.rows.map((row) => rowObject(section, row))
      const name = section.section.file.replace('data/', '')
      await expect(canonicalJson(rows)).toMatchFileSnapshot(`../../../tests/fixtures/ministry/${name}`)
    }
  })

  it('VP-32 holds only double-degree programmes that are included or updated in the register and run in the year', () => {
    const [programmes] = fill('VP-32')
    const codes = programmes?.rows.map(({ source }) => valueAt(source, 'programme.code'))
    expect(codes).toEqual(['6B06101', '7M04101'])
    expect(programmes?.leftOut.map(({ source, rule }) => [valueAt(source, 'programme.code'), rule])).toEqual([
      ['6B06103', 'ministry-left-out-register'],
      ['6B06104', 'ministry-left-out-year'],
    ])
  })

  it('VP-31 holds only joint programmes, whatever other features they have', () => {
    const [programmes] = fill('VP-31')
    expect(programmes?.rows.map(({ source }) => valueAt(source, 'programme.code'))).toEqual([
      '6B06102',
      '7M04101',
    ])
  })

  it('VP-40 leaves out agreements that have passed, are not in force yet, were terminated, or are within Kazakhstan', () => {
    const [agreements] = fill('VP-40')
    expect(agreements?.rows.map(({ source }) => valueAt(source, 'agreement.number'))).toEqual([
      'CZ-7',
      'DE-01/2022',
    ])
    expect(
      agreements?.leftOut.map(({ source, rule }) => [valueAt(source, 'agreement.number'), rule]),
    ).toEqual([
      ['ENDED', 'ministry-left-out-terminated'],
      ['KZ-1', 'ministry-left-out-domestic'],
      ['NEW', 'ministry-left-out-upcoming'],
      ['OLD', 'ministry-left-out-lapsed'],
    ])
  })

  it('counts an agreement on the last day of its term and leaves it out on the next', () => {
    const [agreements] = fillForm(formOn('VP-40', today), mappingOn(today), ministryRegister(), {
      ...ministryPeriod,
      on: '2026-05-19',
    })
    expect(agreements?.rows.map(({ source }) => valueAt(source, 'agreement.number'))).toContain('OLD')
  })

  it('VP-15 holds each accreditation that is in force once, whatever sources name it, and says what it leaves out', () => {
    const [accreditations] = fill('VP-15')
    expect(accreditations?.rows.map(({ source }) => shownOf(source))).toEqual([
      ['IAAR', '', 'own'],
      ['IAAR', '6B06101', 'own'],
      ['ASIIN', '6B06101', 'own'],
    ])
    expect(accreditations?.leftOut.map(({ rule }) => rule)).toEqual([
      'ministry-left-out-accreditation-lapsed',
      'ministry-left-out-accreditation-refused',
    ])
  })

  it('takes the latest ranking that is not after the year of the day', () => {
    const [agreements] = fill('VP-40')
    const row = agreements?.rows.at(1)
    expect(agreements && row && rowObject(agreements, row)).toMatchObject({ rank_qs: 147, rank_the: 140 })
  })

  it('gives a renamed field its new name from the mapping alone', () => {
    const mapping = mappingOn(today)
    const renamed = structuredClone(mapping)
    Object.assign(renamed.fields['programme.contract-start'] ?? {}, { field: 'contractStartDate' })
    const [before] = fill('VP-32')
    const [after] = fill('VP-32', ministryRegister(), renamed)
    const [rowBefore, rowAfter] = [before?.rows[0], after?.rows[0]]
    if (!before || !after || !rowBefore || !rowAfter) throw new Error('the form has no rows')
    const { contractstart, ...others } = rowObject(before, rowBefore)
    expect(rowObject(after, rowAfter)).toEqual({ ...others, contractStartDate: contractstart })
    expect(contractstart).toBe('2022-03-14')
  })

  it('holds every column in every row, empty ones as null', () => {
    for (const form of formIds) {
      for (const section of fill(form)) {
        for (const row of section.rows) {
          const names = section.columns.map(({ mapped }) => mapped.field)
          expect(Object.keys(rowObject(section, row))).toEqual(names)
        }
      }
    }
  })

  it('has texts in three languages for every rule that it names', () => {
    const known = Object.keys(resources.en.rules)
    for (const form of formIds) {
      for (const section of formOn(form, today).sections) {
        const rules = [
          ...section.selection.map(({ otherwise }) => otherwise),
          ...section.fields.flatMap(({ empty }) => (empty === 'allowed' ? [] : [empty.rule])),
          ...section.fields.flatMap(({ shapes }) => shapes.map(({ rule }) => rule)),
        ]
        for (const rule of rules) expect(known).toContain(rule)
      }
    }
  })

  it('is free of errors for a register in order', () => {
    for (const form of formIds) {
      const register = ministryRegister()
      expect(preflight(formOn(form, today), fill(form, register), register, 'en').errors).toEqual([])
    }
  })
})

describe('editions', () => {
  it('are chosen by the day: the latest that is valid, or the first there is', () => {
    expect(formOn('VP-32', '2026-01-01').version).toBe('2025-10-01')
    expect(formOn('VP-32', '2010-01-01').version).toBe('2025-10-01')
    expect(mappingOn('2026-01-01').version).toBe('2025-10-01')
  })
})
