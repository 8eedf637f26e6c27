import { describe, expect, it } from 'vitest'
import type { FieldIssue } from './field-issue.ts'
import { samePart } from './same-part.ts'

type Fields = { name: string; plan: readonly number[] }

const issue: FieldIssue = { path: 'name', severity: 'error', message: '', remedy: '', source: '' }
const plan = [1, 2]
const form = (values: Fields, issues: readonly FieldIssue[] = [], isReadOnly = false) => ({
  form: { values, issues, isReadOnly },
})
const same = samePart<Fields>(['plan'])

describe('a section of a form', () => {
  it('stays as it is while fields of other sections change', () => {
    expect(same(form({ name: 'a', plan }), form({ name: 'b', plan }))).toBe(true)
  })

  it('is drawn anew when one of its own fields changes', () => {
    expect(same(form({ name: 'a', plan }), form({ name: 'a', plan: [1, 2] }))).toBe(false)
  })

  it('is drawn anew when a finding comes or goes or the file becomes read-only', () => {
    expect(same(form({ name: 'a', plan }), form({ name: 'a', plan }, [issue]))).toBe(false)
    expect(same(form({ name: 'a', plan }, [issue]), form({ name: 'a', plan }, [{ ...issue }]))).toBe(false)
    expect(same(form({ name: 'a', plan }), form({ name: 'a', plan }, [], true))).toBe(false)
  })
})
