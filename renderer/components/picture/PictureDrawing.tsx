import { useId } from 'react'
import { paper, patternPaths, patternTile, type Picture, type Shape } from './picture.ts'

/** The colours of paper as those of the theme; those of the data stay, since their numbers are written on them. */
const themed: Readonly<Record<string, string>> = {
  [paper.ink]: 'var(--mantine-color-text)',
  [paper.quiet]: 'var(--qos-muted)',
  [paper.line]: 'var(--qos-line-strong)',
}

type PictureDrawingProps = { readonly picture: Picture; readonly className?: string | undefined }

/** A picture on the screen, the same that is saved; its words stand for it where it is not seen. */
export function PictureDrawing({ picture, className }: PictureDrawingProps) {
  const { width, height, description, title, shapes } = picture
  const pattern = useId()
  return (
    <svg
      className={className}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${title}. ${description}`}
    >
      <defs>
        <pattern id={pattern} width={patternTile} height={patternTile} patternUnits="userSpaceOnUse">
          <path d={patternPaths.diagonal} stroke={paper.line} strokeOpacity={0.6} fill="none" />
        </pattern>
      </defs>
      {shapes.map((shape, index) => (
        // Shapes have no identity; a picture is drawn as a whole.
        // oxlint-disable-next-line react/no-array-index-key
        <OneShape key={index} shape={shape} pattern={pattern} />
      ))}
    </svg>
  )
}

const onScreen = (colour: string): string => themed[colour] ?? colour

function OneShape({ shape, pattern }: { readonly shape: Shape; readonly pattern: string }) {
  if (shape.kind === 'text') {
    const { x, y, text, size, fill, isBold = false, anchor = 'start' } = shape
    return (
      <text
        x={x}
        y={y}
        fontSize={size}
        fill={onScreen(fill)}
        textAnchor={anchor}
        fontWeight={isBold ? 700 : 400}
      >
        {text}
      </text>
    )
  }
  if (shape.kind === 'outline')
    return (
      <path
        d={shape.path}
        transform={`translate(${shape.x} ${shape.y})`}
        stroke={onScreen(shape.line)}
        strokeWidth={1.6}
        fill="none"
      />
    )
  const { x, y, width, height, fill, line, radius = 0 } = shape
  const place = { x, y, width, height, rx: radius, ...(line === undefined ? {} : { stroke: onScreen(line) }) }
  if (shape.pattern === undefined || shape.pattern === 'plain') return <rect {...place} fill={fill} />
  return (
    <>
      <rect {...place} fill="var(--qos-ground)" />
      <rect {...place} fill={`url(#${pattern})`} />
    </>
  )
}
