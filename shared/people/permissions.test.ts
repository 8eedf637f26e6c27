import { describe, expect, it } from 'vitest'
import { type Deed, deeds, may } from './permissions.ts'
import { type Role, roleSchema } from './person.ts'

/** One row for each role: `+` may, `-` may not, in the order of `deeds`. */
const matrix: Record<Role, string> = {
  viewer: '-------------',
  contributor: '++----+---++-',
  manager: '+++-+++++++++',
  rector: '--+----+++---',
  administrator: '+++++++++++++',
}

describe('who may do what', () => {
  const cases = roleSchema.options.flatMap((role) =>
    deeds.map((deed, place): [Role, Deed, boolean] => [role, deed, matrix[role][place] === '+']),
  )
  it.each(cases)('%s, %s: %s', (role, deed, isAllowed) => {
    expect(may(role, deed)).toBe(isAllowed)
  })
})
