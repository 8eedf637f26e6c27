// Runs the app in a folder: `electron [switches] [-r module] <folder> [arguments]`. Electron's own default app is absent
// from the prepared runtime. It has to be an ES module that awaits the app: Electron holds `ready` back until the entry
// module has finished loading, and the app registers its scheme before `ready`.
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const args = process.argv.slice(1)
const isModule = (index) => index >= 0 && args[index] === '-r'
const folder = args.find((argument, index) => !argument.startsWith('-') && !isModule(index - 1))
if (folder === undefined) {
  console.error('usage: electron [switches] [-r module] <folder of an app> [arguments]')
  process.exit(1)
}

// Test drivers hold the app back by a module of theirs until they are connected.
for (const [index, argument] of args.entries()) {
  if (isModule(index - 1)) createRequire(import.meta.url)(resolve(argument))
}

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
const path = resolve(folder)
const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
app.setName(manifest.productName ?? manifest.name)
app.setVersion(manifest.version)
app.setAppPath(path)
await import(pathToFileURL(join(path, manifest.main)).href)
