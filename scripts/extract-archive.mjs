// Unpacks a zip with its modes and symbolic links. Needs the installed packages.
import { createWriteStream } from 'node:fs'
import { mkdir, symlink } from 'node:fs/promises'
import { dirname, resolve, sep } from 'node:path'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import yauzl from 'yauzl'

const open = promisify(yauzl.open)

async function extractEntry(archive, entry, target) {
  const mode = entry.externalFileAttributes >>> 16
  if (entry.fileName.endsWith('/')) {
    await mkdir(target, { recursive: true })
    return
  }
  await mkdir(dirname(target), { recursive: true })
  const content = await promisify(archive.openReadStream.bind(archive))(entry)
  const isLink = (mode & 0o170000) === 0o120000
  if (isLink) await symlink(await text(content), target)
  else await pipeline(content, createWriteStream(target, { mode: mode & 0o111 ? 0o755 : 0o644 }))
}

/** Extracts the entries that `isWanted` accepts by name; entries that would leave the folder are refused. */
export async function extractArchive(file, folder, isWanted) {
  const archive = await open(file, { lazyEntries: true, autoClose: true })
  await new Promise((done, fail) => {
    archive.on('error', fail)
    archive.on('end', done)
    archive.on('entry', (entry) => {
      const target = resolve(folder, entry.fileName)
      if (!target.startsWith(resolve(folder) + sep)) {
        fail(new Error(`${entry.fileName} lies outside the archive`))
        return
      }
      const work = isWanted(entry.fileName) ? extractEntry(archive, entry, target) : Promise.resolve()
      work.then(() => archive.readEntry(), fail)
    })
    archive.readEntry()
  })
}
