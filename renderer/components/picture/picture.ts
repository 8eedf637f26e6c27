/** Fills that differ without colour, so that a grey print says the same as the screen. */
export type Pattern = 'plain' | 'diagonal' | 'horizontal' | 'vertical' | 'dots' | 'cross'

/** What a picture is made of; lengths in px, text by its base line. */
export type Shape =
  | {
      readonly kind: 'box'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly fill: string
      readonly line?: string
      readonly radius?: number
      /** Drawn over the fill in the colour of the line. */
      readonly pattern?: Pattern
    }
  | {
      readonly kind: 'text'
      readonly x: number
      readonly y: number
      readonly text: string
      readonly size: number
      readonly fill: string
      readonly isBold?: boolean
      readonly anchor?: 'start' | 'middle' | 'end'
    }
  | {
      readonly kind: 'outline'
      /** SVG path from its own corner. */
      readonly path: string
      readonly x: number
      readonly y: number
      readonly line: string
    }

/** A picture that can be saved, copied and printed, apart from the screen it was made for. */
export type Picture = {
  readonly title: string
  /** What the picture says, in words, for those who do not see it. */
  readonly description: string
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}

/** Colours of saved pictures: those of the light theme on white paper, whatever the screen shows. */
export const paper = { ground: '#ffffff', ink: '#1b1d20', quiet: '#525a63', line: '#8a929a' } as const

/** The fonts of saved pictures, first the program's own; every one of them has the Kazakh letters. */
export const pictureFonts = "'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"

/** Side of the tile that a pattern repeats, px. */
export const patternTile = 8

/** One tile of each pattern as an SVG path of strokes. */
export const patternPaths: Readonly<Record<Exclude<Pattern, 'plain'>, string>> = {
  diagonal: 'M0 8L8 0M-2 2L2 -2M6 10L10 6',
  horizontal: 'M0 4H8',
  vertical: 'M4 0V8',
  dots: 'M3 4H5',
  cross: 'M0 8L8 0M0 0L8 8',
}

/** Room that a text takes at most, px: a little more than Noto Sans needs, so that nothing is cut off elsewhere. */
export function roomFor(text: string, size: number, isBold = false): number {
  return text.length * size * (isBold ? 0.66 : 0.61)
}

/** Breaks a text at its spaces into lines that fit the width; a longer word has a line of its own. */
export function breakLines(text: string, width: number, size: number, isBold = false): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && roomFor(longer, size, isBold) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** A drawing without its heading: the shapes begin at 0, 0. */
export type Drawing = { readonly width: number; readonly height: number; readonly shapes: readonly Shape[] }

const margin = 24
const titleSize = 18
const noteSize = 12
const narrowest = 420

/** Puts a drawing under its title and over a note, such as the day it shows, with a margin around. */
export function framePicture(
  { title, description, note }: { title: string; description: string; note: string },
  drawing: Drawing,
): Picture {
  const inner = Math.ceil(Math.max(narrowest, drawing.width))
  const heading = breakLines(title, inner, titleSize, true)
  const top = margin + heading.length * (titleSize + 6) + 14
  const notes = breakLines(note, inner, noteSize)
  const below = top + drawing.height + 18
  return {
    title,
    description,
    width: inner + 2 * margin,
    height: Math.ceil(below + notes.length * (noteSize + 5) + margin),
    shapes: [
      ...heading.map((text, index): Shape => ({
        kind: 'text',
        x: margin,
        y: margin + titleSize + index * (titleSize + 6),
        text,
        size: titleSize,
        fill: paper.ink,
        isBold: true,
      })),
      ...drawing.shapes.map((shape) => ({ ...shape, x: shape.x + margin, y: shape.y + top })),
      ...notes.map((text, index): Shape => ({
        kind: 'text',
        x: margin,
        y: below + noteSize + index * (noteSize + 5),
        text,
        size: noteSize,
        fill: paper.quiet,
      })),
    ],
  }
}
