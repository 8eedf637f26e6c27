import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'qosdiplom-process-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Ended = { code: number | null; out: string; messages: string }

/** Runs the command line as a process of its own, as people and scripts do. */
function run(...args: string[]): Promise<Ended> {
  const program = join(import.meta.dirname, 'qosdiplom.ts')
  const environment = {
    ...process.env,
    LANG: 'kk_KZ.UTF-8',
    LC_ALL: '',
    LC_MESSAGES: '',
    QOSDIPLOM_WORKSPACE: '',
  }
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', program, ...args],
      { cwd: folder, env: environment, timeout: 60_000 },
      (_error, out, messages) => resolve({ code: child.exitCode, out, messages }),
    )
  })
}

describe('qosdiplom as a process', () => {
  it('ends by itself with 0, results on one stream and messages on the other', async () => {
    const made = await run('init', '--sample', 'national', '--json')
    expect(made.code).toBe(0)
    expect(JSON.parse(made.out)).toMatchObject({ sample: 'national', counts: { partner: 104 } })
    expect(made.messages).toBe('Үлгі деректері бар жұмыс файлы жасалды: register.qosdiplom.\n')
  })

  it('ends with 2 when it is called wrongly', async () => {
    const { code, out, messages } = await run('frobnicate')
    expect([code, out]).toEqual([2, ''])
    expect(messages).toContain('Мұндай команда жоқ: frobnicate.')
  })

  it('ends with 3 when a file fails', async () => {
    const { code, out } = await run('integrity', '--workspace', 'missing.qosdiplom')
    expect([code, out]).toEqual([3, ''])
  })

  it('prints its version', async () => {
    const { code, out } = await run('--version')
    expect([code, out]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)])
  })
})
