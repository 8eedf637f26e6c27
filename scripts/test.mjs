// `npm test`: installs what is missing, then checks, builds, tests in the real window, packages and tests the package.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuild } from './build.mjs'
import { runChecks } from './check.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { hasDisplay } from './display.mjs'
import { runEndToEnd } from './e2e.mjs'
import { provideElectron } from './electron-runtime.mjs'
import { packageProgram } from './package.mjs'
import { main, root, say } from './steps.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

const results = []

/**
 * What packaging can change: start, protocol and fuses, the native module, workers, fonts and forms read from the
 * archive, the command line, and the main job over all of them. The screens by themselves are tested in the window.
 */
const packagedTests = [
  'command-line',
  'killed-while-sending',
  'main-job',
  'release',
  'reports',
  'security',
  'shell',
  'smoke',
  'workspace',
].map((name) => `tests/e2e/${name}.spec.ts`)

/** Runs one part, notes its counts and time, and answers whether it went well. */
async function part(name, work) {
  say(`\n==== ${name}`)
  const start = performance.now()
  const { passed = 0, failed = 0, isClean = true } = (await work()) ?? {}
  const seconds = Math.round((performance.now() - start) / 1000)
  results.push({ name, passed, failed, isClean, seconds })
  return isClean && failed === 0
}

function summary() {
  say('')
  for (const { name, passed, failed, isClean, seconds } of results) {
    const outcome = isClean && failed === 0 ? 'ok    ' : 'FAILED'
    say(`${outcome} ${name}: ${passed} passed, ${failed} failed, ${seconds} s`)
  }
  const total = (field) => results.reduce((sum, result) => sum + result[field], 0)
  const broken = results.filter(({ isClean, failed }) => !isClean && failed === 0).length
  process.stdout.write(`${total('passed')} passed, ${total('failed') + broken} failed\n`)
}

/** The parts in order; each needs the ones before it. Packaged tests run on Linux only, where they are prepared. */
async function runAll() {
  let runtime
  const prepared = await part('preparation', async () => {
    await ensureDependencies()
    await ensureSystemPackages(['window', 'tests', ...(hasDisplay() ? [] : ['display'])])
    runtime = await provideElectron()
  })
  const isClean = prepared && (await part('checks and unit tests', runChecks))
  if (!isClean) return false
  await part('build', ensureBuild)
  const isWorking = await part('end to end in the window', () => runEndToEnd())
  if (process.platform !== 'linux') return isWorking
  await part('package', async () => {
    rmSync(join(root, 'dist'), { recursive: true, force: true })
    await packageProgram(runtime)
  })
  const isPackageWorking = await part('end to end in the packaged program', () =>
    runEndToEnd({ packaged: true, files: packagedTests }),
  )
  return isWorking && isPackageWorking
}

await main(async () => {
  const isGood = await runAll()
  summary()
  return isGood ? 0 : 1
})
