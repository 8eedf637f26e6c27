// Checks that imports go inward only (docs/architecture.md): who may import whom, by folder.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './steps.mjs'

/**
 * For each folder, the most specific first: the folders of ours that it may import besides itself, and the packages it
 * must not. `reason` is what the finding says.
 */
const layers = [
  {
    folder: 'shared/',
    mayImport: ['shared/'],
    mustNotImport: /^(node:|electron$|react|kysely|@mantine|@photostructure)/,
    reason: 'shared/ is pure and knows nobody outside',
  },
  {
    folder: 'electron/main/',
    mayImport: ['shared/shell/', 'shared/kernel/', 'shared/locales/'],
    mustNotImport: /^(react|kysely|@mantine|@photostructure)/,
    reason: 'the main process knows no feature',
  },
  {
    folder: 'electron/preload/',
    mayImport: ['shared/shell/'],
    mustNotImport: /^(?!electron$)/,
    reason: 'the preload hands over ports and nothing else',
  },
  {
    folder: 'electron/data/',
    mayImport: ['shared/', 'resources/'],
    mustNotImport: /^(electron$|react|@mantine)/,
    reason: 'the data service is plain Node and knows neither page nor window nor command line',
  },
  {
    folder: 'electron/cli/',
    mayImport: ['shared/', 'electron/data/', 'resources/'],
    mustNotImport: /^(electron$|react|@mantine|kysely)/,
    reason: 'the command line is a client of the data service',
  },
  {
    folder: 'renderer/components/',
    mayImport: ['shared/', 'renderer/app/'],
    mustNotImport: /^(node:|electron$|kysely|@photostructure)/,
    reason: 'components know no feature',
  },
  {
    folder: 'renderer/',
    mayImport: ['shared/', 'resources/'],
    mustNotImport: /^(node:|electron$|kysely|@photostructure)/,
    reason: 'the page is sandboxed and talks to the others by contract',
  },
]

function* sourceFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* sourceFiles(path)
    else if (/\.tsx?$/.test(entry.name) && !/\.(test|spec)\.tsx?$/.test(entry.name)) yield path
  }
}

/** Every module that the source names in an import or export. */
function importsOf(source) {
  const statement =
    /^\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm
  return [...source.matchAll(statement)].map((match) => match[1] ?? match[2] ?? match[3])
}

/** Folders of the data service that are no feature: they keep what is common to all records. */
const acrossFeatures = new Set(['registers', 'samples', 'workspace'])

const featureOf = (path) => /^electron\/data\/([^/]+)\//.exec(path)?.[1]

/** A file of a feature's SQL is its own: other features go through the feature's use cases. */
function isForeignRepository(from, to) {
  const own = featureOf(from)
  return (
    to.endsWith('.repository.ts') && own !== undefined && !acrossFeatures.has(own) && own !== featureOf(to)
  )
}

function checkImport(layer, from, specifier) {
  if (!specifier.startsWith('.')) {
    return layer.mustNotImport.test(specifier) ? `${from} imports ${specifier}: ${layer.reason}` : null
  }
  const to = posix.join(posix.dirname(from), specifier)
  const allowed = [layer.folder, ...layer.mayImport]
  if (!allowed.some((folder) => to.startsWith(folder))) return `${from} imports ${to}: ${layer.reason}`
  if (isForeignRepository(from, to))
    return `${from} imports ${to}: a feature uses another feature's use cases, not its SQL`
  return null
}

/** All findings, as sentences. */
export function checkLayers() {
  const findings = []
  for (const top of ['shared', 'electron', 'renderer']
    .map((name) => join(root, name))
    .filter((path) => existsSync(path))) {
    for (const file of sourceFiles(top)) {
      const from = relative(root, file).replaceAll('\\', '/')
      const layer = layers.find(({ folder }) => from.startsWith(folder))
      for (const specifier of importsOf(readFileSync(file, 'utf8'))) {
        const finding = layer === undefined ? `${from} is in no layer` : checkImport(layer, from, specifier)
        if (finding !== null) findings.push(finding)
      }
    }
  }
  return findings
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const findings = checkLayers()
  for (const finding of findings) process.stderr.write(`${finding}\n`)
  process.exitCode = findings.length === 0 ? 0 : 1
}
