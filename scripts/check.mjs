// `npm run check`: everything that can be said about the sources without a window. Run it before a commit.
import { fileURLToPath } from 'node:url'
import { checkLayers } from './check-layers.mjs'
import { checkLocales } from './check-locales.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { main, runNode, say, toolScript } from './steps.mjs'
import { runVitest } from './vitest-run.mjs'

const tool =
  (script, ...args) =>
  async () =>
    (await runNode(script, args)) === 0

const findings = (check) => () => {
  const found = check()
  for (const finding of found) say(finding)
  return found.length === 0
}

const steps = [
  { name: 'format', check: tool(toolScript('oxfmt', 'bin', 'oxfmt'), '--check') },
  { name: 'lint', check: tool(toolScript('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings') },
  { name: 'types', check: tool(toolScript('typescript', 'bin', 'tsc'), '-b') },
  { name: 'layers', check: findings(checkLayers) },
  { name: 'unused code', check: tool(toolScript('knip', 'bin', 'knip.js')) },
  { name: 'locales', check: findings(checkLocales) },
]

/** Runs every check and the unit tests; answers `{ passed, failed, isClean }`, where the counts are those of tests. */
export async function runChecks() {
  let isClean = true
  for (const { name, check } of steps) {
    say(`\n== ${name}`)
    const isGood = await check()
    say(isGood ? `${name}: clean` : `${name}: FAILED`)
    isClean &&= isGood
  }
  say('\n== unit tests')
  const counts = await runVitest({ config: 'vitest.config.ts' })
  return { ...counts, isClean }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    await ensureDependencies()
    const { passed, failed, isClean } = await runChecks()
    say(`\n${isClean ? 'All checks are clean.' : 'Some checks failed: see above.'}`)
    say(`${passed} passed, ${failed} failed`)
    return isClean && failed === 0 ? 0 : 1
  })
}
