// `npm start`: installs what is missing, builds what is stale, opens the window.
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuild } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { hasDisplay, withDisplay } from './display.mjs'
import { provideElectron } from './electron-runtime.mjs'
import { appFolder, machineSwitches } from './launch.mjs'
import { Failure, main, root, run, say } from './steps.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

/** Opens the window on a virtual display for as long as a picture of it takes. */
async function leaveScreenshot(runtime, args) {
  const folder = join(root, 'screenshots')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'start.png')
  say('There is no display: opening the window under Xvfb and taking a picture of it ...')
  const switches = machineSwitches(runtime, { isVirtualDisplay: true })
  const code = await withDisplay((env) =>
    // Without a session bus Chromium complains at length and to no effect.
    run(runtime.binary, [...switches, '--log-level=3', appFolder, `--screenshot=${file}`, ...args], { env }),
  )
  if (code !== 0 || !existsSync(file)) throw new Failure(`The window could not be shown (exit code ${code}).`)
  say('The window opened. Screenshot:')
  process.stdout.write(`${file}\n`)
  return 0
}

await main(async () => {
  const args = process.argv.slice(2)
  await ensureDependencies()
  await ensureSystemPackages(hasDisplay() ? ['window'] : ['window', 'display'])
  const runtime = await provideElectron()
  await ensureBuild()
  if (!hasDisplay()) return leaveScreenshot(runtime, args)
  return run(runtime.binary, [...machineSwitches(runtime), appFolder, ...args])
})
