import { z } from 'zod'

export const windowStateSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  isMaximized: z.boolean(),
})
/** Where the window was and how large, in device-independent pixels; the bounds are those of the unmaximised window. */
export type WindowState = z.infer<typeof windowStateSchema>

export type Rectangle = Pick<WindowState, 'x' | 'y' | 'width' | 'height'>

export const smallestWindow = { width: 960, height: 600 }
const usualWindow = { width: 1280, height: 800 }

/** How much of a window has to be on a screen for a person to get hold of it. */
const visiblePart = { width: 160, height: 80 }

const between = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high))

function isHeld(window: Rectangle, area: Rectangle): boolean {
  const width = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  const height = Math.min(window.y + window.height, area.y + area.height) - Math.max(window.y, area.y)
  return width >= visiblePart.width && height >= visiblePart.height
}

/** The saved window as it would open on this screen: no larger, and not with its title bar above the edge. */
function fittedTo(area: Rectangle, saved: Rectangle): Rectangle {
  return {
    x: saved.x,
    y: Math.max(saved.y, area.y),
    width: between(saved.width, smallestWindow.width, Math.max(area.width, smallestWindow.width)),
    height: between(saved.height, smallestWindow.height, Math.max(area.height, smallestWindow.height)),
  }
}

/**
 * Where to open the window: as it was left, if enough of it would be on one of the present screens (`workAreas`, the
 * primary one first); otherwise in the middle of the primary screen. Never larger than the screen it is on.
 */
export function placeWindow(saved: WindowState | null, workAreas: readonly Rectangle[]): Rectangle {
  if (saved !== null) {
    for (const area of workAreas) {
      const place = fittedTo(area, saved)
      if (isHeld(place, area)) return place
    }
  }
  const primary = workAreas[0] ?? { x: 0, y: 0, ...usualWindow }
  const { width, height } = fittedTo(primary, { x: 0, y: 0, ...usualWindow, ...saved })
  return {
    x: primary.x + Math.max(0, Math.round((primary.width - width) / 2)),
    y: primary.y + Math.max(0, Math.round((primary.height - height) / 2)),
    width,
    height,
  }
}
