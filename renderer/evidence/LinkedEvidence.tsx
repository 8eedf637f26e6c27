import { ActionIcon, Anchor, Group, Text, Tooltip } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconFile,
  IconGripVertical,
  IconLink,
  IconUnlink,
} from '@tabler/icons-react'
import { useState, type KeyboardEvent } from 'react'
import type { EvidenceSummary } from '../../shared/evidence/evidence.ts'
import { useText } from '../app/i18n.ts'
import classes from './evidence.module.css'
import { ValidityBadge } from './ValidityBadge.tsx'

type LinkedEvidenceProps = {
  readonly pieces: readonly EvidenceSummary[]
  readonly onShow: (piece: EvidenceSummary) => void
  /** Without it the list is only looked at. */
  readonly onChange?: (ids: string[]) => void
}

/** The ids with one of them moved to another place. */
export function moved(ids: readonly string[], from: number, to: number): string[] {
  const rest = ids.filter((_, place) => place !== from)
  const id = ids[from]
  return id === undefined || to < 0 || to >= ids.length ? [...ids] : rest.toSpliced(to, 0, id)
}

/** The pieces of a criterion in their order, which a person changes by dragging, by Alt with the arrow keys, or by buttons. */
export function LinkedEvidence({ pieces, onShow, onChange }: LinkedEvidenceProps) {
  const t = useText()
  const [dragged, setDragged] = useState<number | null>(null)
  const ids = pieces.map(({ id }) => id)
  const move = (from: number, to: number) => onChange?.(moved(ids, from, to))
  const onKeyDown = (event: KeyboardEvent, place: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(place, event.key === 'ArrowUp' ? place - 1 : place + 1)
  }
  if (pieces.length === 0) return null
  return (
    <ol className={classes.list} aria-label={t('evidence:picker.title')}>
      {pieces.map((piece, place) => (
        <li
          key={piece.id}
          className={classes.item}
          data-dragged={dragged === place || undefined}
          draggable={onChange !== undefined}
          onDragStart={() => setDragged(place)}
          onDragEnd={() => setDragged(null)}
          onDragOver={(event) => event.preventDefault()}
          onDrop={() => {
            if (dragged !== null) move(dragged, place)
          }}
          onKeyDown={(event) => onKeyDown(event, place)}
        >
          {onChange === undefined ? null : (
            <IconGripVertical size={16} className={classes.grip} aria-hidden />
          )}
          <PieceLine piece={piece} onShow={onShow} />
          {onChange === undefined ? null : (
            <Group gap={2} wrap="nowrap">
              <Tool
                title={t('evidence:picker.up', { name: piece.name })}
                icon={IconArrowUp}
                isEnabled={place > 0}
                onClick={() => move(place, place - 1)}
              />
              <Tool
                title={t('evidence:picker.down', { name: piece.name })}
                icon={IconArrowDown}
                isEnabled={place < pieces.length - 1}
                onClick={() => move(place, place + 1)}
              />
              <Tool
                title={t('evidence:picker.unlink', { name: piece.name })}
                icon={IconUnlink}
                isEnabled
                onClick={() => onChange(ids.filter((id) => id !== piece.id))}
              />
            </Group>
          )}
        </li>
      ))}
    </ol>
  )
}

type PieceLineProps = {
  readonly piece: EvidenceSummary
  readonly onShow: (piece: EvidenceSummary) => void
  /** A second line in the place of the types. */
  readonly note?: string
}

/** One piece: its name, which shows it, what it is, and a mark when it is out of date or soon will be. */
export function PieceLine({ piece, onShow, note }: PieceLineProps) {
  const t = useText()
  const Sign = piece.kind === 'file' ? IconFile : IconLink
  const types = piece.types.map((type) => t(`evidence:type.${type}`)).join(', ')
  const second = note ?? types
  return (
    <>
      <Sign size={18} stroke={1.5} aria-hidden />
      <div className={classes.what}>
        <Anchor component="button" type="button" size="sm" ta="start" onClick={() => onShow(piece)}>
          {piece.name === '' ? t('evidence:untitled') : piece.name}
        </Anchor>
        {second === '' ? null : (
          <Text size="xs" c="dimmed">
            {second}
          </Text>
        )}
      </div>
      {piece.validity === 'valid' ? null : <ValidityBadge validity={piece.validity} />}
    </>
  )
}

type ToolProps = {
  readonly title: string
  readonly icon: typeof IconUnlink
  readonly isEnabled: boolean
  readonly onClick: () => void
}

function Tool({ title, icon: Icon, isEnabled, onClick }: ToolProps) {
  return (
    <Tooltip label={title}>
      <ActionIcon variant="subtle" color="gray" aria-label={title} disabled={!isEnabled} onClick={onClick}>
        <Icon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
