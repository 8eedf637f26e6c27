// Runs Vitest and counts what it says.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runNode, toolScript } from './steps.mjs'

/** Runs the tests of a configuration; answers `{ passed, failed }`. A run that breaks down counts as a failure. */
export async function runVitest({ config, args = [], env = process.env }) {
  const folder = mkdtempSync(join(tmpdir(), 'qosdiplom-tests-'))
  const report = join(folder, 'report.json')
  try {
    const code = await runNode(
      toolScript('vitest', 'vitest.mjs'),
      [
        'run',
        '--config',
        config,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...args,
      ],
      { env },
    )
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed: numPassedTests, failed: code === 0 ? 0 : Math.max(1, numFailedTests) }
  } catch {
    return { passed: 0, failed: 1 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
