import { Text } from '@mantine/core'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import type { Attachment } from '../../shared/attachments/attachment.ts'
import { useText } from '../app/i18n.ts'
import classes from './evidence.module.css'

// Reading PDF files takes a large part of the program that most people need now and then only.
const PdfPreview = lazy(async () => ({ default: (await import('./PdfPreview.tsx')).PdfPreview }))

const pictures = new Set(['image/png', 'image/jpeg'])

type FilePreviewProps = {
  readonly file: Pick<Attachment, 'name' | 'mediaType' | 'sha256'>
  /** Base64; null: too large to be shown. */
  readonly content: string | null
}

/** Shows PDF files and pictures inside the program. Nothing in a file is run, and it reaches no network. */
export function FilePreview({ file, content }: FilePreviewProps) {
  const t = useText()
  const isShown = pictures.has(file.mediaType) || file.mediaType === 'application/pdf'
  const bytes = useMemo(() => (content === null || !isShown ? null : bytesOf(content)), [content, isShown])
  if (!isShown) return <Text c="dimmed">{t('evidence:preview.otherType')}</Text>
  if (bytes === null) return <Text c="dimmed">{t('evidence:preview.tooLarge')}</Text>
  if (pictures.has(file.mediaType)) return <Picture key={file.sha256} file={file} bytes={bytes} />
  return (
    <Suspense fallback={<div aria-busy="true" />}>
      <PdfPreview key={file.sha256} name={file.name} bytes={bytes} />
    </Suspense>
  )
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let place = 0; place < text.length; place += 1) bytes[place] = text.charCodeAt(place)
  return bytes
}

type PictureProps = {
  readonly file: FilePreviewProps['file']
  readonly bytes: Uint8Array<ArrayBuffer>
}

function Picture({ file, bytes }: PictureProps) {
  const t = useText()
  const image = useRef<HTMLImageElement>(null)
  const [isBroken, setBroken] = useState(false)
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([bytes], { type: file.mediaType }))
    if (image.current !== null) image.current.src = url
    return () => URL.revokeObjectURL(url)
  }, [bytes, file.mediaType])
  if (isBroken) return <Text c="dimmed">{t('evidence:preview.unreadable')}</Text>
  return (
    <div className={classes.page}>
      <img ref={image} alt={file.name} onError={() => setBroken(true)} />
    </div>
  )
}
