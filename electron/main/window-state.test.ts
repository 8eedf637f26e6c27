import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeWindow, type Rectangle, smallestWindow } from './window-state.ts'

const laptop: Rectangle = { x: 0, y: 24, width: 1440, height: 876 }
const beside: Rectangle = { x: 1440, y: 0, width: 1920, height: 1080 }

describe('the place of the window', () => {
  it('is the middle of the primary screen at the first start', () => {
    expect(placeWindow(null, [laptop])).toEqual({ x: 80, y: 62, width: 1280, height: 800 })
  })

  it('is where it was left, also on the second screen', () => {
    const saved = { x: 1600, y: 100, width: 1500, height: 900, isMaximized: false }
    expect(placeWindow(saved, [laptop, beside])).toEqual({ x: 1600, y: 100, width: 1500, height: 900 })
  })

  it('is the primary screen when the one it was left on is gone', () => {
    const saved = { x: 1600, y: 100, width: 1500, height: 900, isMaximized: false }
    expect(placeWindow(saved, [laptop])).toEqual({ x: 0, y: 24, width: 1440, height: 876 })
  })

  it('keeps a hold for the mouse on a screen, whatever was saved', () => {
    const number = fc.integer({ min: -5000, max: 5000 })
    const size = fc.integer({ min: 1, max: 6000 })
    const saved = fc.record({ x: number, y: number, width: size, height: size, isMaximized: fc.boolean() })
    fc.assert(
      fc.property(saved, (state) => {
        const place = placeWindow(state, [laptop, beside])
        const held = [laptop, beside].some((area) => {
          const width = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x)
          const height = Math.min(place.y + place.height, area.y + area.height) - Math.max(place.y, area.y)
          return width >= 160 && height >= 80
        })
        expect(held).toBe(true)
        expect(place.width).toBeGreaterThanOrEqual(smallestWindow.width)
        expect(place.height).toBeGreaterThanOrEqual(smallestWindow.height)
      }),
    )
  })
})
