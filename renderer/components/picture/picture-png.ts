import { paper, patternPaths, patternTile, type Picture, pictureFonts, type Shape } from './picture.ts'

/** Points of the PNG to a px of the picture: fine enough for print. */
export const pngScale = 3

/** Draws a picture with the page's own fonts, so that the Kazakh letters are right on every computer. */
export async function pngOf(picture: Picture): Promise<Blob> {
  const letters = picture.shapes.flatMap((shape) => (shape.kind === 'text' ? shape.text : [])).join('')
  await Promise.all(
    [400, 700].map((weight) => document.fonts.load(`${weight} 16px ${pictureFonts}`, letters)),
  )
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * pngScale)
  canvas.height = Math.round(picture.height * pngScale)
  const pen = penOf(canvas)
  pen.scale(pngScale, pngScale)
  pen.fillStyle = paper.ground
  pen.fillRect(0, 0, picture.width, picture.height)
  for (const shape of picture.shapes) draw(pen, shape)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('the picture could not be drawn'))
      else resolve(blob)
    }, 'image/png')
  })
}

function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('the page cannot draw')
  return pen
}

function draw(pen: CanvasRenderingContext2D, shape: Shape): void {
  if (shape.kind === 'text') {
    pen.font = `${shape.isBold === true ? 700 : 400} ${shape.size}px ${pictureFonts}`
    pen.textAlign = anchors[shape.anchor ?? 'start']
    pen.fillStyle = shape.fill
    pen.fillText(shape.text, shape.x, shape.y)
    return
  }
  if (shape.kind === 'outline') {
    pen.save()
    pen.translate(shape.x, shape.y)
    pen.strokeStyle = shape.line
    pen.lineWidth = 1.6
    pen.lineJoin = 'round'
    pen.stroke(new Path2D(shape.path))
    pen.restore()
    return
  }
  drawBox(pen, shape)
}

const anchors = { start: 'left', middle: 'center', end: 'right' } as const

function drawBox(pen: CanvasRenderingContext2D, shape: Extract<Shape, { kind: 'box' }>): void {
  const { x, y, width, height, fill, line, radius = 0, pattern = 'plain' } = shape
  pen.beginPath()
  pen.roundRect(x, y, width, height, radius)
  pen.fillStyle = fill
  pen.fill()
  if (line === undefined) return
  if (pattern !== 'plain') {
    const hatch = pen.createPattern(tileOf(patternPaths[pattern], line), 'repeat')
    hatch?.setTransform(new DOMMatrix().scale(1 / pngScale))
    if (hatch !== null) pen.fillStyle = hatch
    pen.fill()
  }
  pen.strokeStyle = line
  pen.lineWidth = 1
  pen.stroke()
}

function tileOf(path: string, colour: string): HTMLCanvasElement {
  const tile = document.createElement('canvas')
  tile.width = patternTile * pngScale
  tile.height = patternTile * pngScale
  const pen = penOf(tile)
  pen.scale(pngScale, pngScale)
  pen.globalAlpha = 0.45
  pen.strokeStyle = colour
  pen.stroke(new Path2D(path))
  return tile
}
