import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { AppError } from '../../../../shared/kernel/app-error.ts'
import { syncFolder } from '../../files.ts'
import type { Report } from '../../imports/progress-stream.ts'

/** A file of a package; its content is read when its turn comes, so that one is in memory at a time. */
export type PackageEntry = {
  /** Path with forward slashes from the package's folder. */
  readonly path: string
  /** The content is packed already (PDF, pictures, Word): an archive stores it as it is. */
  readonly isPacked: boolean
  readonly read: () => Promise<Uint8Array>
}

/** What was written. */
export type WrittenPackage = { readonly files: number; readonly bytes: number }

/** Archives without 64-bit sizes, which every system opens, end at 4 GB. */
const mostArchiveBytes = 0xffff_0000

/**
 * Writes the entries as a folder that is complete or not there at all. Refuses with `report-folder-exists` when
 * something stands there already, with `file-unwritable` when the disk refuses; `report` may stop the work.
 */
export async function writePackageFolder(
  path: string,
  entries: readonly PackageEntry[],
  report: Report,
): Promise<WrittenPackage> {
  const name = basename(path)
  if ((await stat(path).catch(() => undefined)) !== undefined)
    throw new AppError('report-folder-exists', { name })
  return beside(path, async (draft) => {
    let bytes = 0
    await onDisk(name, () => mkdir(draft))
    for (const [done, entry] of entries.entries()) {
      await report({ stage: 'writing', done, total: entries.length })
      const content = await entry.read()
      const target = join(draft, ...entry.path.split('/'))
      await onDisk(name, async () => {
        await mkdir(dirname(target), { recursive: true })
        await writeFile(target, content, { flag: 'wx' })
      })
      bytes += content.byteLength
    }
    return { files: entries.length, bytes }
  })
}

/**
 * Writes the entries as an archive; equal entries give equal bytes. What stood there before is replaced only by the
 * whole. Refuses with `report-archive-too-large` and `file-unwritable`; `report` may stop the work.
 */
export async function writePackageArchive(
  path: string,
  entries: readonly PackageEntry[],
  report: Report,
): Promise<WrittenPackage> {
  const name = basename(path)
  return beside(path, async (draft) => {
    const file = await onDisk(name, () => open(draft, 'wx'))
    try {
      const archive = new ArchiveWriter(file, name)
      for (const [done, entry] of entries.entries()) {
        await report({ stage: 'writing', done, total: entries.length })
        await archive.add(entry)
      }
      const bytes = await archive.end()
      await onDisk(name, () => file.sync())
      return { files: entries.length, bytes }
    } finally {
      await file.close()
    }
  })
}

/** Does the work in a neighbouring place and puts the result where it belongs, or leaves nothing behind. */
async function beside(
  path: string,
  work: (draft: string) => Promise<WrittenPackage>,
): Promise<WrittenPackage> {
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`)
  try {
    const written = await work(draft)
    await onDisk(basename(path), () => rename(draft, path))
    await syncFolder(dirname(path))
    return written
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}

/** Turns what the disk refuses into a refusal that names the target. */
async function onDisk<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch {
    throw new AppError('file-unwritable', { name })
  }
}

/** Packs entry by entry into an open file. */
class ArchiveWriter {
  readonly #file: FileHandle
  readonly #name: string
  readonly #zip: Zip
  #chunks: Uint8Array[] = []
  #failure: Error | null = null
  #written = 0

  constructor(file: FileHandle, name: string) {
    this.#file = file
    this.#name = name
    this.#zip = new Zip((error, chunk) => {
      if (error !== null) this.#failure = error
      else this.#chunks.push(chunk)
    })
  }

  async add(entry: PackageEntry): Promise<void> {
    const packed = entry.isPacked ? new ZipPassThrough(entry.path) : new ZipDeflate(entry.path, { level: 6 })
    // The first day that the format can hold, as in all archives of this program.
    packed.mtime = new Date(1980, 0, 1)
    this.#zip.add(packed)
    packed.push(await entry.read(), true)
    await this.#flush()
  }

  /** Bytes of the whole archive. */
  async end(): Promise<number> {
    this.#zip.end()
    await this.#flush()
    return this.#written
  }

  async #flush(): Promise<void> {
    if (this.#failure !== null) throw this.#failure
    const chunks = this.#chunks
    this.#chunks = []
    for (const chunk of chunks) this.#written += chunk.byteLength
    if (this.#written > mostArchiveBytes) throw new AppError('report-archive-too-large', { name: this.#name })
    await onDisk(this.#name, async () => {
      for (const chunk of chunks) await this.#file.write(chunk)
    })
  }
}
