import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Files of the system and of editors that nobody means when they choose a folder. */
const unwanted = /^(?:\.|~\$|thumbs\.db$|desktop\.ini$)/i

/**
 * The files of a folder and of the folders in it, by name, at most `limit`. Links are not followed, so that a folder
 * cannot lead out of itself; what may not be read is passed over.
 */
export function filesInFolder(folder: string, limit: number): string[] {
  const files: string[] = []
  const waiting = [folder]
  for (let next = waiting.shift(); next !== undefined && files.length < limit; next = waiting.shift()) {
    const inside = next
    const entries = entriesOf(inside).filter(({ name }) => !unwanted.test(name))
    files.push(...entries.filter((entry) => entry.isFile()).map(({ name }) => join(inside, name)))
    waiting.push(...entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(inside, name)))
  }
  return files.slice(0, limit)
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    return []
  }
}

const kindOf = (path: string) => statSync(path, { throwIfNoEntry: false })

/** Tells files from folders among dropped paths; what is neither is left out. */
export function sortDropped(paths: readonly string[]): { files: string[]; folders: string[] } {
  return {
    files: paths.filter((path) => kindOf(path)?.isFile() === true),
    folders: paths.filter((path) => kindOf(path)?.isDirectory() === true),
  }
}
