import { describe, expect, it } from 'vitest'
import { ownChangesOn } from './own-changes.ts'

const started = { city: '', website: '', names: { kk: 'Дала', ru: '' } }

describe('own changes on top of what somebody else saved', () => {
  it('leave the fields as saved that the person did not touch', () => {
    const newer = { ...started, website: 'https://colleague.example' }
    expect(ownChangesOn(newer, started, { ...started, city: 'Талғар' })).toEqual({
      city: 'Талғар',
      website: 'https://colleague.example',
      names: { kk: 'Дала', ru: '' },
    })
  })

  it('win where both changed the same field, the emptied one included', () => {
    const newer = { ...started, city: 'Тараз', names: { kk: 'Дала', ru: 'Дала' } }
    const own = { ...started, city: 'Талғар', names: { kk: '', ru: '' } }
    expect(ownChangesOn(newer, started, own)).toEqual({ ...own, website: '' })
  })
})
