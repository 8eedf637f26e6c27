import type { KeyboardEvent, MouseEvent } from 'react'
import type { TableLines } from './lines.ts'
import type { Folding } from './use-folding.ts'
import type { ActiveCell } from './use-table-keys.ts'
import type { TableWork } from './use-table-work.ts'

type Parts<Row> = {
  readonly lines: TableLines
  readonly folding: Folding
  readonly active: ActiveCell
  readonly setActive: (cell: ActiveCell) => void
  readonly work: TableWork<Row>
}

export type GroupKeys = {
  /** Takes a key or click that means the heading of a group; false: it means something else. */
  readonly takesKey: (event: KeyboardEvent<HTMLDivElement>) => boolean
  readonly takesClick: (event: MouseEvent, line: number) => boolean
}

/** What keys and clicks do on the heading of a group: fold and unfold it, select its records. */
export function useGroupKeys<Row>({ lines, folding, active, setActive, work }: Parts<Row>): GroupKeys {
  return {
    takesKey: (event) => {
      const line = active.row < 0 ? undefined : lines.at(active.row)
      if (line?.kind !== 'group' || event.target !== event.currentTarget) return false
      if (event.altKey || event.ctrlKey || event.metaKey) return false
      const { value, count } = line.group
      const acts: Record<string, () => void> = {
        Enter: () => folding.setFolded(value, !line.isFolded),
        ArrowRight: () => folding.setFolded(value, false),
        ArrowLeft: () => folding.setFolded(value, true),
        ' ': () => void work.toggleRange(line.from, line.from + count),
      }
      const act = acts[event.key]
      if (act === undefined) return false
      event.preventDefault()
      event.stopPropagation()
      act()
      return true
    },
    takesClick: (event, position) => {
      const line = lines.at(position)
      if (line.kind !== 'group') return false
      setActive({ ...active, row: position })
      if (event.ctrlKey || event.metaKey) void work.toggleRange(line.from, line.from + line.group.count)
      else folding.setFolded(line.group.value, !line.isFolded)
      return true
    },
  }
}
