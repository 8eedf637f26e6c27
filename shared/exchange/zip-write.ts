import { zipSync, type Zippable } from 'fflate'

/** A file inside an archive. */
export type ZipFile = { readonly path: string; readonly bytes: Uint8Array }

/**
 * Packs files in the given order. Equal input gives equal bytes on every machine: the compressor is our own JavaScript,
 * and every entry carries the same time (1 January 1980, the first that the format can hold).
 */
export function writeZip(files: readonly ZipFile[], options: { level?: 0 | 6 | 9 } = {}): Uint8Array {
  const mtime = new Date(1980, 0, 1)
  const entries: Zippable = {}
  for (const { path, bytes } of files) {
    if (Object.hasOwn(entries, path)) throw new Error(`an archive holds ${path} twice`)
    entries[path] = [bytes, { level: options.level ?? 9, mtime }]
  }
  return zipSync(entries)
}
