import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openConnection } from '../../electron/data/workspace/sqlite-connection.ts'
import type { PlannedFault } from '../gateway/faults.ts'
import { type RunningGateway, startGateway } from '../gateway/start-gateway.ts'
import { type Desk, leave, makeWorkspace, sitDown, workspaceIsOpen } from '../support/pages/desk.ts'
import * as imports from '../support/pages/import-page.ts'
import * as ministry from '../support/pages/ministry-page.ts'
import { fillProfile } from '../support/pages/settings-page.ts'

const register = fileURLToPath(new URL('../fixtures/registers/register-en.xlsx', import.meta.url))
const profile = {
  names: {
    kk: '«Дала» инженерлік университеті',
    ru: 'Инженерный университет «Дала»',
    en: 'Dala Engineering University',
  },
  city: { kk: 'Қарағанды', ru: 'Караганда', en: 'Karaganda' },
  bin: '990140001154',
  epvoId: 512,
  rector: 'Ә. Серікқызы',
}

let folder: string
let gateway: RunningGateway
let desk: Desk | null = null
const path = (name: string): string => join(folder, name)

async function start(): Promise<Desk> {
  desk = await sitDown({ language: 'en', userData: path('settings') })
  return desk
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qosdiplom-kill-'))
  gateway = await startGateway({ folder: path('gateway') })
})
afterEach(async ({ task }) => {
  if (desk !== null) await leave(desk, task)
  desk = null
  await gateway.kill()
  rmSync(folder, { recursive: true, force: true })
})

type Case = {
  when: string
  fault: PlannedFault['fault']
  /** Packages that the gateway has when the program dies. */
  taken: number
  steps: readonly (readonly ['send' | 'ask', 'interrupted' | 'unknown_key' | 'receipt'])[]
  deliveries: number
}

const cases: readonly Case[] = [
  {
    when: 'before the gateway has taken the package in',
    fault: { kind: 'delay', milliseconds: 600_000 },
    taken: 0,
    steps: [
      ['send', 'interrupted'],
      ['ask', 'unknown_key'],
      ['send', 'receipt'],
    ],
    deliveries: 2,
  },
  {
    when: 'after the gateway has taken the package in, before its answer',
    fault: { kind: 'withhold' },
    taken: 1,
    steps: [
      ['send', 'interrupted'],
      ['ask', 'receipt'],
    ],
    deliveries: 1,
  },
]

describe.each(cases)('the program, killed while it sends $when', ({ fault, taken, steps, deliveries }) => {
  it('goes on at the next start: one submission at the gateway, and its receipt on the screen', async () => {
    const first = await start()
    const fileName = await packageReady(first)
    await gateway.plan([{ fault }])
    await ministry.sendPackage(first)
    await ministry.submissionIs(first, 'sending')
    await expect.poll(async () => (await submitted()).length).toBe(1)
    await expect.poll(async () => (await gateway.state()).packages.length).toBe(taken)
    desk = null
    await first.kill()
    letLeaseEnd()

    const second = await start()
    await workspaceIsOpen(second)
    await ministry.openForm(second, 'VP-32', '2025/26', '22.11.2026')
    await ministry.openPackage(second, fileName)
    await ministry.submissionIs(second, 'answered')
    expect(await ministry.attempts(second)).toEqual(
      steps.map(
        ([action, outcome]) =>
          `${second.t(`ministry:attemptAction.${action}`)} – ${second.t(`ministry:attemptOutcome.${outcome}`)}`,
      ),
    )
    const { text, rows } = await ministry.receipt(second)
    expect(text).toContain(second.t('ministry:receiptStatus.accepted'))
    expect(rows.length).toBeGreaterThan(5)
    const { packages, submissions } = await gateway.state()
    expect({ packages: packages.length, submissions: submissions.length }).toEqual({
      packages: 1,
      submissions: 1,
    })
    expect((await submitted()).length).toBe(deliveries)
    expect(new Set((await gateway.state()).requests.flatMap(({ key }) => key ?? [])).size).toBe(1)
  })
})

/** The requests that brought a package to the gateway. */
const submitted = async () => (await gateway.state()).requests.filter(({ method }) => method === 'POST')

/** A workspace with a package that is ready for the gateway; the package is open. */
async function packageReady(person: Desk): Promise<string> {
  await makeWorkspace(person, path('Register.qosdiplom'))
  await fillProfile(person, profile)
  await imports.chooseRegister(person, register)
  await imports.mappingProposed(person)
  await imports.checkRegister(person)
  await imports.importRows(person, 9)
  await ministry.addReceiver(person, { name: 'Gateway', url: gateway.url, certificate: gateway.caPath })
  await ministry.openForm(person, 'VP-32', '2025/26', '22.11.2026')
  await ministry.preflightPassed(person, 9)
  return ministry.buildPackage(person)
}

/** Nobody may go on with an attempt before its lease has run out; here the two and a half minutes pass at once. */
function letLeaseEnd(): void {
  const connection = openConnection(path('Register.qosdiplom'), 'write')
  connection.exec("update submission set lease_until = '2020-01-01T00:00:00.000Z' where state = 'sending'")
  connection.close()
}
