import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandLineProgram } from '../support/launch.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qosdiplom-cli-'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the program's command line as a person would, without a display. */
function run(...args: string[]): Promise<{ code: number | null; out: string }> {
  const { file, first } = commandLineProgram()
  const { DISPLAY: _display, ...env } = process.env
  const child = spawn(file, [...first, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'ignore'] })
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out }))
  })
}

describe('the command line of the program', () => {
  it('runs without a display, makes a workspace and lists its records as JSON', async () => {
    const workspace = join(folder, 'Үлгі.qosdiplom')
    expect(await run('--workspace', workspace, 'init', '--sample', 'university')).toMatchObject({ code: 0 })
    expect(existsSync(workspace)).toBe(true)
    const listed = await run('--workspace', workspace, '--json', 'list', 'partners')
    expect(listed.code).toBe(0)
    expect(listed.out.length).toBeGreaterThan(1000)
    expect(() => {
      JSON.parse(listed.out)
    }).not.toThrow()
  })

  it('passes the exit codes on', async () => {
    expect(await run('--help')).toMatchObject({ code: 0 })
    expect(await run('no-such-command')).toMatchObject({ code: 2 })
    expect(await run('--workspace', join(folder, 'missing.qosdiplom'), 'list', 'partners')).toMatchObject({
      code: 3,
    })
  })
})
