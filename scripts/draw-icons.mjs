// Draws resources/icons/icon.svg in the sizes that Linux, Windows and macOS take. Run after a change of the drawing:
// node scripts/draw-icons.mjs
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasDisplay, withDisplay } from './display.mjs'
import { provideElectron } from './electron-runtime.mjs'
import { machineSwitches } from './launch.mjs'
import { Failure, main, root, run } from './steps.mjs'

const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
const folder = join(root, 'resources', 'icons')

/** A program for Electron that draws the SVG on a canvas and writes one PNG per size. */
const drawing = (svg, target) => `
import { app, BrowserWindow } from 'electron'
import { writeFileSync } from 'node:fs'
app.disableHardwareAcceleration()
app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false })
  await window.loadURL('data:text/html,<title>icons</title>')
  for (const size of ${JSON.stringify(sizes)}) {
    const address = await window.webContents.executeJavaScript(\`new Promise((resolve, reject) => {
      const image = new Image(\${size}, \${size})
      image.onerror = reject
      image.onload = () => {
        const canvas = document.createElement('canvas')
        canvas.width = canvas.height = \${size}
        const context = canvas.getContext('2d')
        context.imageSmoothingQuality = 'high'
        context.drawImage(image, 0, 0, \${size}, \${size})
        resolve(canvas.toDataURL('image/png'))
      }
      image.src = ${JSON.stringify(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`)}
    })\`)
    writeFileSync(${JSON.stringify(target)} + '/' + size + 'x' + size + '.png', Buffer.from(address.split(',')[1], 'base64'))
  }
  app.quit()
}).catch((error) => { console.error(error); app.exit(1) })
`

const png = (size) => readFileSync(join(folder, `${size}x${size}.png`))

/** A Windows icon of PNG pictures. */
function ico(pictureSizes) {
  const head = Buffer.alloc(6)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictureSizes.length, 4)
  let offset = 6 + 16 * pictureSizes.length
  const entries = pictureSizes.map((size) => {
    const entry = Buffer.alloc(16)
    entry.writeUInt8(size % 256, 0)
    entry.writeUInt8(size % 256, 1)
    entry.writeUInt16LE(1, 4)
    entry.writeUInt16LE(32, 6)
    entry.writeUInt32LE(png(size).length, 8)
    entry.writeUInt32LE(offset, 12)
    offset += png(size).length
    return entry
  })
  return Buffer.concat([head, ...entries, ...pictureSizes.map(png)])
}

/** A macOS icon of PNG pictures, by the type code of each. */
function icns(pictures) {
  const chunks = Object.entries(pictures).map(([type, size]) => {
    const head = Buffer.alloc(8)
    head.write(type, 0, 'latin1')
    head.writeUInt32BE(8 + png(size).length, 4)
    return Buffer.concat([head, png(size)])
  })
  const body = Buffer.concat(chunks)
  const head = Buffer.alloc(8)
  head.write('icns', 0, 'latin1')
  head.writeUInt32BE(8 + body.length, 4)
  return Buffer.concat([head, body])
}

await main(async () => {
  const runtime = await provideElectron()
  const work = mkdtempSync(join(tmpdir(), 'qosdiplom-icons-'))
  try {
    mkdirSync(folder, { recursive: true })
    const manifest = { name: 'icons', version: '1.0.0', type: 'module', main: 'main.mjs' }
    writeFileSync(join(work, 'package.json'), JSON.stringify(manifest))
    writeFileSync(join(work, 'main.mjs'), drawing(readFileSync(join(folder, 'icon.svg'), 'utf8'), folder))
    const switches = machineSwitches(runtime, { isVirtualDisplay: !hasDisplay() })
    const code = await withDisplay((env) => run(runtime.binary, [...switches, work], { env }))
    if (code !== 0) throw new Failure(`Electron ended with code ${code}.`)
    writeFileSync(join(folder, 'icon.ico'), ico([16, 24, 32, 48, 64, 128, 256]))
    writeFileSync(
      join(folder, 'icon.icns'),
      icns({ ic07: 128, ic08: 256, ic09: 512, ic10: 1024, ic11: 32, ic12: 64 }),
    )
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
})
