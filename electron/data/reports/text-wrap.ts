/** Width of a text in points at font size 1. */
export type MeasureText = (text: string) => number

/** Widths in the two faces that tables are printed in. */
export type Measures = { readonly regular: MeasureText; readonly bold: MeasureText }

/** A text in pieces between which a line may end: after spaces, and after marks inside codes, addresses and ids. */
const pieces = /[^ \t\r\n/_@–—-]*[/_@–—-]+|[^ \t\r\n/_@–—-]+/g

type Piece = { readonly text: string; readonly hasSpaceBefore: boolean }

/** Breaks a text into lines that fit the width; a word that is longer than a line is broken where it must be. */
export function wrapText(text: string, width: number, size: number, measure: MeasureText): string[] {
  // Widths are sums of fractions; what fits exactly must not fail by the last digit.
  const room = width / size + 0.001
  const lines: string[] = []
  let line = ''
  let used = 0
  const take = (part: string, partWidth: number): void => {
    line += part
    used += partWidth
  }
  const end = (): void => {
    lines.push(line)
    line = ''
    used = 0
  }
  for (const { text: piece, hasSpaceBefore } of piecesOf(text)) {
    const gap = hasSpaceBefore && line !== '' ? ' ' : ''
    const pieceWidth = measure(piece)
    const gapWidth = gap === '' ? 0 : measure(' ')
    if (used + gapWidth + pieceWidth <= room) {
      take(gap + piece, gapWidth + pieceWidth)
      continue
    }
    if (line !== '') end()
    if (pieceWidth <= room) {
      take(piece, pieceWidth)
      continue
    }
    for (const character of piece) {
      const characterWidth = measure(character)
      if (line !== '' && used + characterWidth > room) end()
      take(character, characterWidth)
    }
  }
  if (line !== '' || lines.length === 0) end()
  return lines
}

/** Width of the longest part of a text that would not be broken by choice, points at font size 1. */
export function longestPiece(text: string, measure: MeasureText): number {
  return Math.max(0, ...piecesOf(text).map((piece) => measure(piece.text)))
}

/** Width of a text on one line, points at font size 1; taken from its words, which come back in other texts. */
export function lineWidth(text: string, measure: MeasureText): number {
  return piecesOf(text).reduce(
    (width, piece) => width + (piece.hasSpaceBefore && width > 0 ? measure(' ') : 0) + measure(piece.text),
    0,
  )
}

function piecesOf(text: string): Piece[] {
  // A no-break space holds its words together: it is no white space here.
  return text
    .split(/[ \t\r\n]+/)
    .flatMap((word) =>
      (word.match(pieces) ?? []).map((piece, index) => ({ text: piece, hasSpaceBefore: index === 0 })),
    )
}

/** Keeps what was measured: forms say the same words over and over. */
export function rememberWidths(measure: MeasureText): MeasureText {
  const known = new Map<string, number>()
  return (text) => {
    const width = known.get(text)
    if (width !== undefined) return width
    const measured = measure(text)
    known.set(text, measured)
    return measured
  }
}
