import { ActionIcon, Group, Stack, Text, Tooltip } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../app/i18n.ts'
import classes from './evidence.module.css'
import { openPdf, type PdfFile } from './pdf-file.ts'

type PdfPreviewProps = { readonly name: string; readonly bytes: Uint8Array }

type Opened = { readonly file: PdfFile | null; readonly isBroken: boolean }

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const

/** The pages of a PDF file as pictures, one at a time. */
export function PdfPreview({ name, bytes }: PdfPreviewProps) {
  const t = useText()
  const { file, isBroken } = usePdf(bytes)
  const [page, setPage] = useState(1)
  const [zoom, setZoom] = useState(2)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isUndrawn, setUndrawn] = useState(false)
  useEffect(() => {
    if (file === null || canvas.current === null) return undefined
    const stopped = new AbortController()
    file.draw(canvas.current, page, zooms[zoom] ?? 1, stopped.signal).then(
      () => setUndrawn(false),
      () => setUndrawn(!stopped.signal.aborted),
    )
    return () => stopped.abort()
  }, [file, page, zoom])
  if (isBroken || isUndrawn) return <Text c="dimmed">{t('evidence:preview.unreadable')}</Text>
  if (file === null) return <div aria-busy="true" />
  const total = file.pageCount
  return (
    <Stack gap="xs">
      <Group gap="xs" role="toolbar" aria-label={t('evidence:preview.title', { name })}>
        <Tool
          title={t('evidence:preview.previous')}
          icon={IconChevronLeft}
          isEnabled={page > 1}
          onClick={() => setPage(page - 1)}
        />
        <Text size="sm" className="qos-figures" aria-live="polite">
          {t('evidence:preview.page', { page, total })}
        </Text>
        <Tool
          title={t('evidence:preview.next')}
          icon={IconChevronRight}
          isEnabled={page < total}
          onClick={() => setPage(page + 1)}
        />
        <Tool
          title={t('evidence:preview.smaller')}
          icon={IconZoomOut}
          isEnabled={zoom > 0}
          onClick={() => setZoom(zoom - 1)}
        />
        <Tool
          title={t('evidence:preview.larger')}
          icon={IconZoomIn}
          isEnabled={zoom < zooms.length - 1}
          onClick={() => setZoom(zoom + 1)}
        />
      </Group>
      {/* A page that is larger than its frame is scrolled, by keyboard, too. */}
      <div
        className={classes.page}
        role="region"
        aria-label={t('evidence:preview.page', { page, total })}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
        tabIndex={0}
      >
        <canvas
          ref={canvas}
          role="img"
          aria-label={`${name}, ${t('evidence:preview.page', { page, total })}`}
        />
      </div>
    </Stack>
  )
}

type ToolProps = {
  readonly title: string
  readonly icon: typeof IconZoomIn
  readonly isEnabled: boolean
  readonly onClick: () => void
}

function Tool({ title, icon: Icon, isEnabled, onClick }: ToolProps) {
  return (
    <Tooltip label={title}>
      <ActionIcon variant="default" aria-label={title} disabled={!isEnabled} onClick={onClick}>
        <Icon size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}

function usePdf(bytes: Uint8Array): Opened {
  const [opened, setOpened] = useState<Opened>({ file: null, isBroken: false })
  useEffect(() => {
    let isGone = false
    let file: PdfFile | null = null
    openPdf(bytes).then(
      (made) => {
        file = made
        if (isGone) made.close()
        else setOpened({ file: made, isBroken: false })
      },
      () => {
        if (!isGone) setOpened({ file: null, isBroken: true })
      },
    )
    return () => {
      isGone = true
      file?.close()
    }
  }, [bytes])
  return opened
}
