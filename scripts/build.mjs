// Builds every process into out/. `npm run build` always builds; the other scripts build when sources are newer.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureDependencies } from './dependencies.mjs'
import { Failure, main, root, runNode, say, toolScript } from './steps.mjs'

const sources = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
]

/** Where the build goes; QOSDIPLOM_OUT lets two builds stand side by side. */
export const out = resolve(root, process.env['QOSDIPLOM_OUT'] ?? 'out')

/** Holds the digest of the sources that the build was made of. */
export const buildMark = join(out, '.built')

function* filesOf(path) {
  if (statSync(path).isFile()) {
    yield path
    return
  }
  for (const entry of readdirSync(path).toSorted()) yield* filesOf(join(path, entry))
}

/** Names, sizes and times of all sources in one value: another value means that something was touched. */
function sourcesDigest() {
  const hash = createHash('sha256')
  for (const source of sources.map((name) => join(root, name)).filter((path) => existsSync(path))) {
    for (const file of filesOf(source)) {
      const { size, mtimeMs } = statSync(file)
      hash.update(`${file}\0${size}\0${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

async function build() {
  const digest = sourcesDigest()
  mkdirSync(out, { recursive: true })
  rmSync(buildMark, { force: true })
  const code = await runNode(toolScript('vite', 'bin', 'vite.js'), ['build', '--app', '--logLevel', 'warn'])
  if (code !== 0) throw new Failure('The build failed.')
  writeFileSync(buildMark, digest)
}

/** Builds unless the build is of the present sources. */
export async function ensureBuild() {
  if (existsSync(buildMark) && readFileSync(buildMark, 'utf8') === sourcesDigest()) return
  say('Building ...')
  await build()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    await ensureDependencies()
    await build()
  })
}
