// Runs the app in a folder: `electron [switches] <folder> [arguments]`. Electron's own default app is absent from the
// prepared runtime. It has to be an ES module that awaits the app: Electron holds `ready` back until the entry module
// has finished loading, and the app registers its scheme before `ready`.
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (folder === undefined) {
  console.error('usage: electron [switches] <folder of an app> [arguments]')
  process.exit(1)
}

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
const path = resolve(folder)
const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
app.setName(manifest.productName ?? manifest.name)
app.setVersion(manifest.version)
app.setAppPath(path)
await import(pathToFileURL(join(path, manifest.main)).href)
