import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'

/** The packaged program exactly as it is released; the other tests drive a copy that lets them attach. */
const released = process.env['QOSDIPLOM_RELEASED'] ?? ''
const switches = (process.env['QOSDIPLOM_SWITCHES'] ?? '').split(' ').filter((text) => text !== '')

let child: ChildProcess | null = null
let browser: Browser | null = null
let userData = ''

afterEach(async () => {
  await browser?.close()
  browser = null
  const running = child
  child = null
  if (running !== null && running.exitCode === null) {
    const ended = new Promise((resolve) => running.once('exit', resolve))
    running.kill()
    await ended
  }
  if (userData !== '') rmSync(userData, { recursive: true, force: true })
})

/** Starts the released program and answers the address of its page's debugger. */
function startReleased(): Promise<string> {
  userData = mkdtempSync(join(tmpdir(), 'qosdiplom-release-'))
  const args = [...switches, `--user-data-dir=${userData}`, '--remote-debugging-port=0']
  const started = spawn(released, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  child = started
  return new Promise((resolve, reject) => {
    let said = ''
    started.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (address !== undefined) resolve(address)
    })
    started.on('exit', (code) => reject(new Error(`ended with code ${code}: ${said.slice(-500)}`)))
  })
}

const targetsSchema = z.array(z.object({ type: z.string(), url: z.string(), title: z.string() }))

/** Waits until the page has come up: connecting to a window that is just being made can hang. */
async function pageIsUp(debuggerAddress: string): Promise<boolean> {
  const answer = await fetch(`http://${new URL(debuggerAddress).host}/json/list`)
  const targets = targetsSchema.parse(await answer.json())
  return targets.some(
    ({ type, url, title }) => type === 'page' && url.startsWith('app://') && title === 'Qosdiplom',
  )
}

describe.runIf(released !== '')('the program as it is released', () => {
  it('opens its first screen', async () => {
    const address = await startReleased()
    await expect.poll(() => pageIsUp(address), { timeout: 30_000 }).toBe(true)
    browser = await chromium.connectOverCDP(address)
    const page = browser.contexts()[0]?.pages()[0]
    await page?.waitForSelector('[data-app-state="welcome"]')
    expect(await page?.title()).toBe('Qosdiplom')
  })

  it('does not act as Node and obeys no options of Node', () => {
    const env = {
      ...process.env,
      ELECTRON_RUN_AS_NODE: '1',
      NODE_OPTIONS: '--require=/nonexistent/module.js',
    }
    const run = spawnSync(released, [...switches, '--log-level=3', '-p', '6*7', '--cli', '--', '--version'], {
      env,
      encoding: 'utf8',
      timeout: 30_000,
    })
    expect(run.stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/)
    expect(run.status).toBe(0)
  })
})
