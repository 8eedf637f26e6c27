import type { Random } from '../support/random.ts'
import type { DiskOperation } from './disk-trace.ts'

type Change = Exclude<DiskOperation, { kind: 'sync' } | { kind: 'unlink' } | { kind: 'report' }>

/** A disk sector: the most that a power cut leaves whole for certain. */
const sector = 512

/**
 * A disk that keeps what was synced and may keep or lose anything else, in any order and in torn pieces: what POSIX
 * promises and no more. Directory entries of files that were there at the start survive.
 */
export class UnreliableDisk {
  readonly #durable: Map<string, Buffer>
  readonly #pending = new Map<string, Change[]>()
  readonly #honoursSync: boolean

  /** `honoursSync: false` is a disk that lies, on which the same workload must lose something. */
  constructor(files: ReadonlyMap<string, Buffer>, honoursSync: boolean) {
    this.#durable = new Map(files)
    this.#honoursSync = honoursSync
  }

  apply(operation: DiskOperation): void {
    switch (operation.kind) {
      case 'report':
        return
      case 'sync':
        if (this.#honoursSync) this.#sync(operation.path)
        return
      case 'unlink':
        this.#durable.delete(operation.path)
        this.#pending.delete(operation.path)
        return
      default:
        this.#pendingOf(operation.path).push(operation)
    }
  }

  /** One of the states in which the power cut could leave the files. */
  cutPower(random: Random): Map<string, Buffer> {
    const state = new Map(this.#durable)
    for (const [path, changes] of this.#pending) {
      let content: Buffer = Buffer.from(state.get(path) ?? Buffer.alloc(0))
      for (const change of changes) {
        if (random.chance(0.5)) continue
        content = applyTo(content, random.chance(0.15) ? torn(change, random) : change)
      }
      state.set(path, content)
    }
    return state
  }

  #sync(path: string): void {
    const changes = this.#pending.get(path) ?? []
    let content: Buffer = Buffer.from(this.#durable.get(path) ?? Buffer.alloc(0))
    for (const change of changes) content = applyTo(content, change)
    this.#durable.set(path, content)
    this.#pending.delete(path)
  }

  #pendingOf(path: string): Change[] {
    const known = this.#pending.get(path)
    if (known !== undefined) return known
    const changes: Change[] = []
    this.#pending.set(path, changes)
    return changes
  }
}

/** The first sectors of a write, up to a random one. */
function torn(change: Change, random: Random): Change {
  if (change.kind !== 'write' || change.bytes.length <= sector) return change
  const sectors = Math.ceil(change.bytes.length / sector)
  return { ...change, bytes: change.bytes.subarray(0, random.below(sectors) * sector) }
}

/** Changes the content in place where it is long enough. */
function applyTo(content: Buffer, change: Change): Buffer {
  if (change.kind === 'truncate') {
    const resized = Buffer.alloc(change.size)
    content.copy(resized)
    return resized
  }
  const missing = change.offset + change.bytes.length - content.length
  const result = missing > 0 ? Buffer.concat([content, Buffer.alloc(missing)]) : content
  change.bytes.copy(result, change.offset)
  return result
}
