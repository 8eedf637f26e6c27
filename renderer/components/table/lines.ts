import type { ListGroup } from '../../../shared/kernel/listing.ts'

/** What stands on one line of a table: a record, or the heading of a group of records. */
export type Line =
  | { readonly kind: 'row'; readonly row: number }
  | {
      readonly kind: 'group'
      readonly group: ListGroup
      readonly isFolded: boolean
      /** Position of the group's first record in the list. */
      readonly from: number
    }

/** The lines of a table: records under the headings of their groups, without those of folded groups. */
export type TableLines = {
  readonly count: number
  /** What stands on a line; a line beyond the last one counts as a record that is not there. */
  readonly at: (line: number) => Line
  /** How many records come before a line, those of folded groups among them. */
  readonly rowsBefore: (line: number) => number
}

type Block = {
  readonly line: number
  readonly from: number
  readonly group: ListGroup
  readonly isFolded: boolean
}

/** Lays `total` records out under their groups; without groups every record is a line. */
export function layLines(
  total: number,
  groups: readonly ListGroup[],
  isFolded: (value: string) => boolean,
): TableLines {
  if (groups.length === 0) {
    return { count: total, at: (line) => ({ kind: 'row', row: line }), rowsBefore: (line) => line }
  }
  const blocks: Block[] = []
  let [line, from] = [0, 0]
  for (const group of groups) {
    const folded = isFolded(group.value)
    blocks.push({ line, from, group, isFolded: folded })
    line += 1 + (folded ? 0 : group.count)
    from += group.count
  }
  const [count, rows] = [line, from]
  return {
    count,
    at: (asked) => {
      const block = blocks[lastAt(blocks, asked)]
      if (block === undefined || asked >= count) return { kind: 'row', row: rows }
      const { group, from: first } = block
      if (asked === block.line) return { kind: 'group', group, isFolded: block.isFolded, from: first }
      return { kind: 'row', row: first + asked - block.line - 1 }
    },
    rowsBefore: (asked) => {
      const block = blocks[lastAt(blocks, asked)]
      if (block === undefined || asked >= count) return rows
      return block.from + Math.max(0, asked - block.line - 1)
    },
  }
}

/** The position of the last block that begins at the line or before it. */
function lastAt(blocks: readonly Block[], line: number): number {
  let [from, to] = [0, blocks.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((blocks[middle]?.line ?? 0) <= line) from = middle + 1
    else to = middle
  }
  return Math.max(0, from - 1)
}
