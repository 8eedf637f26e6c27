import { Inflate, strFromU8 } from 'fflate'
import type { ZipFile } from './zip-write.ts'

/** What an archive may be at most; beyond it nothing is unpacked. Sizes in bytes. */
export type ZipLimits = {
  readonly archive: number
  readonly entries: number
  /** All entries unpacked. */
  readonly unpacked: number
  /** Unpacked over packed size of one entry. */
  readonly ratio: number
}

export const packageLimits: ZipLimits = {
  archive: 100 * 1024 * 1024,
  entries: 200,
  unpacked: 200 * 1024 * 1024,
  ratio: 200,
}

export type ZipFault = 'not-a-package' | 'too-large' | 'unsafe-entry' | 'damaged-entry'

/** The archive is refused as a whole; `file` names the entry, or is empty. */
export class ZipRefusal extends Error {
  readonly fault: ZipFault
  readonly file: string

  constructor(fault: ZipFault, file = '') {
    super(`${fault} ${file}`)
    this.name = 'ZipRefusal'
    this.fault = fault
    this.file = file
  }
}

type Entry = {
  readonly path: string
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  readonly start: number
}

const endSignature = 0x06054b50
const centralSignature = 0x02014b50
const localSignature = 0x04034b50
const endLength = 22

/**
 * Unpacks an archive that nobody vouches for. The directory is checked before anything is unpacked: number and names
 * of entries, declared sizes and ratios, no gap or overlap between them; while unpacking, the real size is counted.
 * Accepted is what this program writes: stored or deflated entries, no encryption, no folders, no 64-bit sizes.
 * Throws a ZipRefusal.
 */
export function readZip(bytes: Uint8Array, limits: ZipLimits = packageLimits): ZipFile[] {
  if (bytes.length > limits.archive) throw new ZipRefusal('too-large')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(bytes, view, limits)
  return entries.map((entry) => ({ path: entry.path, bytes: unpack(bytes, entry) }))
}

function readDirectory(bytes: Uint8Array, view: DataView, limits: ZipLimits): Entry[] {
  const end = bytes.length - endLength
  if (end < 0 || view.getUint32(end, true) !== endSignature) throw new ZipRefusal('not-a-package')
  const count = view.getUint16(end + 10, true)
  const directory = view.getUint32(end + 16, true)
  const isSingle = view.getUint32(end + 4, true) === 0 && view.getUint16(end + 8, true) === count
  const isWhole = directory + view.getUint32(end + 12, true) === end && view.getUint16(end + 20, true) === 0
  if (!isSingle || !isWhole) throw new ZipRefusal('not-a-package')
  if (count > limits.entries) throw new ZipRefusal('too-large')

  const entries: Entry[] = []
  const names = new Set<string>()
  let at = directory
  let dataEnd = 0
  let unpacked = 0
  for (let index = 0; index < count; index += 1) {
    const { entry, next, offset } = readEntry(bytes, view, at, end)
    if (names.has(entry.path.toLowerCase())) throw new ZipRefusal('unsafe-entry', entry.path)
    names.add(entry.path.toLowerCase())
    // Entries follow one another without gap or overlap, so that no byte of the archive is outside the checks.
    if (offset !== dataEnd) throw new ZipRefusal('unsafe-entry', entry.path)
    dataEnd = entry.start + entry.packedSize
    unpacked += entry.size
    if (unpacked > limits.unpacked || entry.size > limits.ratio * Math.max(entry.packedSize, 1)) {
      throw new ZipRefusal('too-large', entry.path)
    }
    entries.push(entry)
    at = next
  }
  if (at !== end || dataEnd !== directory) throw new ZipRefusal('not-a-package')
  return entries
}

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  end: number,
): { entry: Entry; next: number; offset: number } {
  if (at + 46 > end || view.getUint32(at, true) !== centralSignature) throw new ZipRefusal('not-a-package')
  const nameLength = view.getUint16(at + 28, true)
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  if (next > end) throw new ZipRefusal('not-a-package')
  const path = strFromU8(bytes.subarray(at + 46, at + 46 + nameLength))
  if (!isSafePath(path)) throw new ZipRefusal('unsafe-entry', path)
  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  const crc = view.getUint32(at + 16, true)
  const packedSize = view.getUint32(at + 20, true)
  const size = view.getUint32(at + 24, true)
  const offset = view.getUint32(at + 42, true)
  const isSymbolicLink = ((view.getUint32(at + 38, true) >>> 16) & 0xf000) === 0xa000
  // Bit 11 says that names are UTF-8; anything else (encryption, sizes after the data) is not written by us.
  if ((flags & ~0x0806) !== 0 || (method !== 0 && method !== 8) || isSymbolicLink) {
    throw new ZipRefusal('unsafe-entry', path)
  }
  const start = startOfData(view, { offset, nameLength, packedSize, end, path })
  return { entry: { path, method, crc, packedSize, size, start }, next, offset }
}

function startOfData(
  view: DataView,
  entry: { offset: number; nameLength: number; packedSize: number; end: number; path: string },
): number {
  const { offset, nameLength, packedSize, end, path } = entry
  if (offset + 30 > end || view.getUint32(offset, true) !== localSignature)
    throw new ZipRefusal('damaged-entry', path)
  if (view.getUint16(offset + 26, true) !== nameLength) throw new ZipRefusal('unsafe-entry', path)
  const start = offset + 30 + nameLength + view.getUint16(offset + 28, true)
  if (start + packedSize > end) throw new ZipRefusal('damaged-entry', path)
  return start
}

/** A relative path with forward slashes that names one file on every system and hides nothing. */
function isSafePath(path: string): boolean {
  if (path === '' || path.length > 200 || !/^[A-Za-z0-9._/-]+$/.test(path)) return false
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}

function unpack(bytes: Uint8Array, entry: Entry): Uint8Array {
  const packed = bytes.subarray(entry.start, entry.start + entry.packedSize)
  const unpacked = entry.method === 0 ? packed.slice() : inflate(packed, entry)
  if (unpacked.length !== entry.size || crc32(unpacked) !== entry.crc) {
    throw new ZipRefusal('damaged-entry', entry.path)
  }
  return unpacked
}

/** Inflates in small steps and stops as soon as more comes out than was declared. */
function inflate(packed: Uint8Array, entry: Entry): Uint8Array {
  const unpacked = new Uint8Array(entry.size)
  let filled = 0
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length > entry.size) throw new ZipRefusal('damaged-entry', entry.path)
    unpacked.set(chunk, filled)
    filled += chunk.length
  })
  const step = 64 * 1024
  try {
    for (let at = 0; at < packed.length; at += step) {
      stream.push(packed.subarray(at, at + step), at + step >= packed.length)
    }
  } catch {
    throw new ZipRefusal('damaged-entry', entry.path)
  }
  return unpacked.subarray(0, filled)
}

const crcTable = Uint32Array.from({ length: 256 }, (_unused, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 0 ? value >>> 1 : 0xedb88320 ^ (value >>> 1)
  return value
})

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}
