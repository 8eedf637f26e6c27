import type { Readable } from 'node:stream'
import yauzl from 'yauzl'
import { importLimits } from '../../../shared/imports/limits.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'

type Directory = { zip: yauzl.ZipFile; entries: yauzl.Entry[] }

const symbolicLink = 0o120000
const fileTypeMask = 0o170000

/**
 * Opens a ZIP container whose central directory was found harmless, before anything in it is unpacked:
 * number of entries, declared sizes and ratios, names (no absolute, climbing, drive or duplicate name),
 * no links, no encryption, no entries that share bytes.
 */
export async function openZip(bytes: Buffer): Promise<Directory> {
  const directory = await readDirectory(bytes)
  checkNames(directory.entries)
  checkSizes(directory.entries)
  checkOverlap(directory.entries)
  return directory
}

function readDirectory(bytes: Buffer): Promise<Directory> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(
      bytes,
      { lazyEntries: true, strictFileNames: true, validateEntrySizes: true },
      (error, zip) => {
        if (error !== null || zip === undefined) {
          reject(zipError(error))
          return
        }
        const entries: yauzl.Entry[] = []
        zip.on('error', (reason: Error) => reject(zipError(reason)))
        zip.on('end', () => resolve({ zip, entries }))
        zip.on('entry', (entry: yauzl.Entry) => {
          entries.push(entry)
          if (entries.length > importLimits.zipEntries) {
            reject(new AppError('import-too-many-entries', { limit: importLimits.zipEntries }))
            return
          }
          zip.readEntry()
        })
        zip.readEntry()
      },
    )
  })
}

/** yauzl names bad paths in its message; everything else it refuses is damage. */
function zipError(error: Error | null): AppError {
  if (
    error !== null &&
    /absolute path|invalid relative path|invalid characters in fileName/.test(error.message)
  ) {
    return new AppError('import-unsafe-archive')
  }
  return new AppError('import-damaged')
}

function checkNames(entries: readonly yauzl.Entry[]): void {
  const seen = new Set<string>()
  for (const entry of entries) {
    const name = entry.fileName.toLowerCase()
    const isLink = ((entry.externalFileAttributes >>> 16) & fileTypeMask) === symbolicLink
    const isEncrypted = (entry.generalPurposeBitFlag & 1) === 1
    if (name.includes('\0') || isLink || seen.has(name)) throw new AppError('import-unsafe-archive')
    if (isEncrypted) throw new AppError('import-encrypted')
    seen.add(name)
  }
}

function checkSizes(entries: readonly yauzl.Entry[]): void {
  let total = 0
  for (const { uncompressedSize, compressedSize } of entries) {
    total += uncompressedSize
    const isDense =
      uncompressedSize > importLimits.ratioFromBytes && uncompressedSize > compressedSize * importLimits.ratio
    if (isDense || total > importLimits.unpackedBytes) throw unpackedTooLarge()
  }
}

/** Entries that share bytes unpack the same data many times over. */
function checkOverlap(entries: readonly yauzl.Entry[]): void {
  const spans = entries
    .map((entry) => ({
      from: entry.relativeOffsetOfLocalHeader,
      to: entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize,
    }))
    .toSorted((a, b) => a.from - b.from)
  for (const [index, span] of spans.entries()) {
    const next = spans[index + 1]
    if (next !== undefined && next.from < span.to) throw new AppError('import-unsafe-archive')
  }
}

function unpackedTooLarge(): AppError {
  return new AppError('import-unpacked-too-large', {
    limit: Math.round(importLimits.unpackedBytes / 1024 / 1024),
  })
}

/** Unpacks the wanted entries, counting what really comes out: the declared sizes are not believed. */
export async function unpack(
  { zip, entries }: Directory,
  isWanted: (name: string) => boolean,
): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>()
  let total = 0
  for (const entry of entries) {
    if (!isWanted(entry.fileName)) continue
    const bytes = await unpackEntry(zip, entry, importLimits.unpackedBytes - total)
    total += bytes.length
    parts.set(entry.fileName, bytes)
  }
  return parts
}

async function unpackEntry(zip: yauzl.ZipFile, entry: yauzl.Entry, room: number): Promise<Buffer> {
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => {
      if (error !== null || opened === undefined) reject(new AppError('import-damaged'))
      else resolve(opened)
    })
  })
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > room) throw unpackedTooLarge()
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('import-damaged')
  }
  return Buffer.concat(chunks, size)
}
