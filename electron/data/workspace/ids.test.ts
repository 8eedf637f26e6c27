import { describe, expect, it } from 'vitest'
import { createClock } from '../../../tests/support/clock.ts'
import { idSchema } from '../../../shared/kernel/record.ts'
import { createIdMaker } from './ids.ts'

const millisecondOf = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)

describe('ids', () => {
  it('carry the time of the clock', () => {
    const newId = createIdMaker(createClock('2026-11-22T09:00:00.123Z').now)
    const id = newId()
    expect(idSchema.safeParse(id).success).toBe(true)
    expect(new Date(millisecondOf(id)).toISOString()).toBe('2026-11-22T09:00:00.123Z')
  })

  it('grow and differ when thousands are made in one millisecond', () => {
    const newId = createIdMaker(createClock().now)
    const ids = Array.from({ length: 10_000 }, newId)
    expect(new Set(ids).size).toBe(10_000)
    expect(ids.toSorted()).toEqual(ids)
    expect(ids.every((id) => idSchema.safeParse(id).success)).toBe(true)
  })

  it('grow when the clock goes back', () => {
    const clock = createClock()
    const newId = createIdMaker(clock.now)
    const before = newId()
    clock.forward(-40 * 86_400_000)
    expect(newId() > before).toBe(true)
  })
})
