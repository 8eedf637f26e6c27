import { randomUUID } from 'node:crypto'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../shared/kernel/app-error.ts'
import type { FileGrant } from '../../shared/kernel/contract-base.ts'

/**
 * The files that this service may use. The page holds tokens only; paths come from the shell, the command line or a
 * test, that is from a person who chose them.
 */
export class FileGrants {
  readonly #paths = new Map<string, string>()
  readonly #tokens = new Map<string, string>()

  /** The token of a path, always the same one for the same path. */
  grant(path: string): FileGrant {
    const token = this.#tokens.get(path) ?? randomUUID()
    this.accept(token, path)
    return { grant: token, name: basename(path) }
  }

  /** Takes over a token that the shell gave to the page. */
  accept(token: string, path: string): void {
    this.#paths.set(token, path)
    this.#tokens.set(path, token)
  }

  /** The path behind a token; refuses with `file-not-granted`. */
  resolve(grant: FileGrant): string {
    const path = this.#paths.get(grant.grant)
    if (path === undefined) throw new AppError('file-not-granted')
    return path
  }

  /** The whole content; refuses with `file-unreadable`. Ask `size` first when it may be large. */
  async read(grant: FileGrant): Promise<Uint8Array> {
    const path = this.resolve(grant)
    try {
      return await readFile(path)
    } catch {
      throw new AppError('file-unreadable', { name: basename(path) })
    }
  }

  /** Bytes of the file; refuses with `file-unreadable` when it is not a readable file. */
  async size(grant: FileGrant): Promise<number> {
    const path = this.resolve(grant)
    const facts = await stat(path).catch(() => undefined)
    if (facts?.isFile() !== true) throw new AppError('file-unreadable', { name: basename(path) })
    return facts.size
  }

  /** Writes the whole content or leaves the target as it was; refuses with `file-unwritable`. */
  async write(grant: FileGrant, content: Uint8Array | string): Promise<void> {
    const path = this.resolve(grant)
    try {
      await writeWholeFile(path, content)
    } catch {
      throw new AppError('file-unwritable', { name: basename(path) })
    }
  }
}

/** Replaces a file at once: new content in a neighbouring file, on the disk, then renamed over the old one. */
export async function writeWholeFile(path: string, content: Uint8Array | string): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`)
  try {
    const file = await open(draft, 'wx')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

/** Makes a rename inside the folder durable. Windows cannot open folders and does not need it. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  try {
    await handle?.sync()
  } catch {
    // Some file systems refuse to sync folders; the content itself is already on the disk.
  } finally {
    await handle?.close()
  }
}
