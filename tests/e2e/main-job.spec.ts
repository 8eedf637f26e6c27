import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CellValue, writeXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readWorkbook } from '../../electron/data/imports/read-workbook.ts'
import type { Cell } from '../../shared/imports/sheet.ts'
import type { Language } from '../../shared/kernel/record.ts'
import type { Attempt } from '../../shared/ministry/ministry.ts'
import { registerLines } from '../fixtures/registers/lines.ts'
import { officeWords, registerFields } from '../fixtures/registers/words.ts'
import { type RunningGateway, startGateway } from '../gateway/start-gateway.ts'
import {
  type Desk,
  goTo,
  isTold,
  leave,
  makeWorkspace,
  sitDown,
  workspaceIsOpen,
} from '../support/pages/desk.ts'
import * as imports from '../support/pages/import-page.ts'
import * as list from '../support/pages/list-page.ts'
import * as ministry from '../support/pages/ministry-page.ts'
import { fillProfile } from '../support/pages/settings-page.ts'

const registers = fileURLToPath(new URL('../fixtures/registers/', import.meta.url))
const answerTool = fileURLToPath(new URL('../gateway/answer.ts', import.meta.url))

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
/** The year and day that the register was kept for, as a person types them. */
const year = '2025/26'
const asOf = '22.11.2026'

let folder: string
let gateway: RunningGateway
let desk: Desk | null = null
const path = (name: string): string => join(folder, name)

async function start(language: Language): Promise<Desk> {
  desk = await sitDown({ language, userData: path('settings') })
  return desk
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qosdiplom-job-'))
  gateway = await startGateway({ folder: path('gateway') })
})
afterEach(async ({ task }) => {
  if (desk !== null) await leave(desk, task)
  desk = null
  await gateway.kill()
  rmSync(folder, { recursive: true, force: true })
})

describe.each([
  {
    language: 'kk',
    // The receiver is out of order.
    faults: [{ fault: { kind: 'status', status: 503, retryAfter: '600' } }],
    history: [
      ['send', 'retry'],
      ['ask', 'unknown_key'],
      ['send', 'receipt'],
    ],
  },
  {
    language: 'ru',
    // The package is taken in, but the connection breaks before the answer, and the receiver is out of order then.
    faults: [
      { fault: { kind: 'drop-after' } },
      { on: 'submission', fault: { kind: 'status', status: 503, retryAfter: '600' } },
    ],
    history: [
      ['send', 'retry'],
      ['ask', 'retry'],
      ['ask', 'receipt'],
    ],
  },
  {
    language: 'en',
    // The connection breaks before the package is taken in.
    faults: [
      { fault: { kind: 'drop-before' } },
      { on: 'submission', fault: { kind: 'status', status: 503, retryAfter: '600' } },
    ],
    history: [
      ['send', 'retry'],
      ['ask', 'retry'],
      ['ask', 'unknown_key'],
      ['send', 'receipt'],
    ],
  },
] as const)('the main job in $language', ({ language, faults, history }) => {
  it('goes from a messy register to the receipt, through a failure of the receiver', async () => {
    const person = await start(language)
    await makeWorkspace(person, path('Тізілім.qosdiplom'))
    await fillProfile(person, profile)
    await importRegister(person)
    await importCorrected(person)
    await listsShowTheRegister(person)

    await ministry.openForm(person, 'VP-32', year, asOf)
    await correctTheError(person)
    await ministry.openForm(person, 'VP-32', year, asOf)
    expect(await ministry.preflightPassed(person, 11)).toBe(22)
    const fileName = await ministry.buildPackage(person)
    expect(fileName).toMatch(/^\d{4}-\d{2}-\d{2}_990140001154_VP-32_rev1\.zip$/)
    await ministry.savePackage(person, path(fileName))

    await ministry.addReceiver(person, { name: 'Шлюз', url: gateway.url, certificate: gateway.caPath })
    await gateway.plan([...faults])
    await gateway.reject(['data/vp32.json:1'])
    await ministry.openForm(person, 'VP-32', year, asOf)
    await ministry.openPackage(person, fileName)
    await ministry.sendPackage(person)
    await ministry.waitsAfter(person, faults.length)
    await ministry.sendNow(person)
    await ministry.submissionIs(person, 'answered')
    expect(await ministry.attempts(person)).toEqual(history.map((step) => inWords(person, step)))
    await receiptIsShown(person)
    await gatewayHas(fileName)

    expect(await ministry.verifyPackage(person)).toMatch(verdictOfWhole(person))
    expect(await ministry.verifyPackageFile(person, path(fileName))).toMatch(verdictOfWhole(person))
    await reimportChangesNothing(person)
    expect(person.complaints).toEqual([])
  })
})

/** The register is understood without help; two of its rows are refused, at their cells, and saved with their reasons. */
async function importRegister(person: Desk): Promise<void> {
  const { t, language } = person
  const words = officeWords[language]
  await imports.chooseRegister(person, join(registers, `register-${language}.xlsx`))
  expect(await imports.headerFound(person)).toEqual({
    sheet: t('imports:sheet.option', { name: 'Register', count: 18 }),
    firstRow: '4',
    lastRow: '5',
  })
  expect(await imports.mappingProposed(person)).toEqual(
    registerFields.map((field) => (field === null ? '' : t(`imports:field.${field}`))),
  )
  await imports.checkRegister(person)
  expect(await imports.outcomesCounted(person)).toEqual({ new: 9, changed: 0, same: 0, refused: 2 })
  await imports.showOutcome(person, 'refused', 2)
  const refused = await imports.refusedCells(person)
  const [, partner, agreement] = words.header
  expect(refused).toMatchObject([
    { row: '18', column: `${agreement?.group} / ${agreement?.parts[2]}`, text: '31.02.2023' },
    {
      row: '19',
      column: `${partner?.group} / ${partner?.parts[1]}`,
      text: registerLines[10]?.partners[0]?.country[language],
    },
  ])
  expect(refused[0]?.reason).toContain(t('rules:import-not-a-date.remedy'))
  await imports.importRows(person, 9)
  await imports.saveRefusedRows(person, path('refused.xlsx'))
  await isTold(person, t('imports:refused.saved', { count: 2 }))
}

/** The refused rows, corrected in Excel, are taken when they are imported again. */
async function importCorrected(person: Desk): Promise<void> {
  const rows =
    (await readWorkbook(path('refused.xlsx'), null)).sheets[0]?.rows.map(({ cells }) => [...cells]) ?? []
  expect(rows).toHaveLength(3)
  const reasons = rows.slice(1).map((row) => row.at(-1))
  expect(reasons).toEqual([
    expect.stringContaining('31.02.2023'),
    expect.stringMatching(/Атлантида|Atlantis/),
  ])
  const corrected = rows.map((row) => row.map(correctedCell))
  writeFileSync(path('corrected.xlsx'), await writeXlsx({ sheets: [{ name: 'Sheet1', rows: corrected }] }))
  await person.page.getByRole('button', { name: person.t('imports:result.finish') }).click()
  await imports.chooseRegister(person, path('corrected.xlsx'))
  await imports.mappingProposed(person)
  await imports.checkRegister(person)
  expect(await imports.outcomesCounted(person)).toEqual({ new: 2, changed: 0, same: 0, refused: 0 })
  await imports.importRows(person, 2)
}

/** The cell as the person corrects it. The end of one agreement gets lost on the way. */
function correctedCell(cell: Cell): CellValue {
  if (cell === '31.02.2023') return '28.02.2023'
  if (cell === 'Атлантида' || cell === 'Atlantis') return 'Исландия'
  if (typeof cell !== 'object' || cell === null) return cell
  return 'day' in cell && cell.day !== '2027-12-31' ? new Date(cell.day) : null
}

/** The lists hold what the register says: each partner and agreement once, every programme, every count. */
async function listsShowTheRegister(person: Desk): Promise<void> {
  const { t, language } = person
  const partners = new Set(registerLines.flatMap((line) => line.partners.map(({ name }) => name[language])))
  await goTo(person, 'partners')
  await list.hasRecords(person, partners.size)
  expect(new Set(await list.columnTexts(person, t('partners:column.name')))).toEqual(partners)
  const agreements = new Set(registerLines.map(({ number }) => t('agreements:number', { number })))
  await goTo(person, 'agreements')
  await list.hasRecords(person, agreements.size)
  expect(new Set(await list.columnTexts(person, t('agreements:field.number')))).toEqual(agreements)
  await goTo(person, 'programmes')
  await list.hasRecords(person, registerLines.length)
  const codes = await list.columnTexts(person, t('programmes:field.code'))
  const formats = await list.columnTexts(person, t('programmes:field.format'))
  expect(Object.fromEntries(codes.map((code, row) => [code, formats[row]]))).toEqual(
    Object.fromEntries(registerLines.map(({ code, format }) => [code, notation(format)])),
  )
  const counts = registerLines.flatMap(({ contingent }) => contingent.filter((count) => count > 0))
  await goTo(person, 'mobility')
  await list.hasRecords(person, counts.length)
}

/** In years for a bachelor's plan of whole years, else in semesters. */
function notation(semesters: readonly number[]): string {
  const isYears =
    semesters.every((count) => count % 2 === 0) && semesters.reduce((sum, count) => sum + count, 0) >= 8
  return semesters.map((count) => (isYears ? String(count / 2) : `${count}s`)).join('+')
}

/** An error of the check leads to the record, where it is corrected. */
async function correctTheError(person: Desk): Promise<void> {
  const { page, t } = person
  const check = ministry.preflight(person)
  await check.getByText(t('ministry:preflight.errors', { count: 1 })).waitFor()
  await check.getByText(t('ministry:build.afterErrors')).waitFor()
  await check
    .getByRole('button', { name: /^6B04104 / })
    .first()
    .click()
  const record = page.getByRole('region', { name: t('common:panel.record') })
  await record.getByRole('heading', { level: 2, name: t('agreements:number', { number: '65' }) }).waitFor()
  await record.getByRole('radio', { name: t('agreements:term.fixed') }).check()
  await record.getByRole('textbox', { name: t('agreements:field.termEndsOn') }).fill('31.12.2027')
  await record.getByRole('button', { name: t('common:action.save') }).click()
  await isTold(person, t('common:saved'))
}

/** The receipt is on the screen: of the package as a whole, and of every row beside our record. */
async function receiptIsShown(person: Desk): Promise<void> {
  const { t, language } = person
  const { text, rows } = await ministry.receipt(person)
  expect(text).toContain(t('ministry:receiptStatus.partly_accepted'))
  expect(text).toContain(t('ministry:receipt.counts', { accepted: '20', rejected: '1' }))
  expect(text).toContain(t('ministry:road.gateway'))
  expect(rows).toHaveLength(21)
  expect(rows[0]?.answer).toContain(t('ministry:receiptStatus.rejected'))
  expect(rows[0]?.answer).toContain('record-unknown')
  expect(rows.slice(1).every(({ answer }) => answer === t('ministry:receiptStatus.accepted'))).toBe(true)
  const sent = registerLines.filter(({ status }) => status !== 'not_in_register')
  const records = sent.map(({ code, name }) => `${code} ${name[language]}`)
  expect(new Set(rows.map(({ record }) => record))).toEqual(new Set(records))
  // A record that stands in both tables of the form is told apart by the part.
  expect(new Set(rows.map(({ record, part }) => `${record} ${part}`)).size).toBe(rows.length - 1)
}

/** One package arrived, as the file that was saved, byte for byte. */
async function gatewayHas(fileName: string): Promise<void> {
  const { packages, submissions } = await gateway.state()
  expect(submissions).toHaveLength(1)
  expect(packages).toHaveLength(1)
  const arrived = await gateway.bytes(packages[0] ?? '')
  expect(arrived.equals(readFileSync(path(fileName)))).toBe(true)
}

/** The same register again: nothing is new, and what was imported can be taken back. */
async function reimportChangesNothing(person: Desk): Promise<void> {
  await imports.chooseRegister(person, join(registers, `register-${person.language}.xlsx`))
  await imports.mappingProposed(person)
  await imports.checkRegister(person)
  expect(await imports.outcomesCounted(person)).toEqual({ new: 0, changed: 0, same: 9, refused: 2 })
  await person.page.getByText(person.t('imports:check.nothing')).waitFor()
  await person.page.getByRole('button', { name: person.t('imports:otherFile') }).click()
  await imports.undoOffer(person).first().waitFor()
  expect(await imports.undoOffer(person).count()).toBe(2)
}

type Step = readonly [action: Attempt['action'], outcome: Attempt['outcome']]

const inWords = ({ t }: Desk, [action, outcome]: Step): string =>
  `${t(`ministry:attemptAction.${action}`)} – ${t(`ministry:attemptOutcome.${outcome}`)}`

const verdictOfWhole = ({ t }: Desk): RegExp =>
  new RegExp(`^${t('ministry:verify.ok', { count: 5 }).replace(/5.*$/, '')}\\d+`)

describe('a package carried by hand', () => {
  it('is saved, answered in a file, and its receipt is on the screen', async () => {
    const person = await start('kk')
    await makeWorkspace(person, path('Есеп.qosdiplom'))
    await fillProfile(person, profile)
    await importAll(person)
    await ministry.openForm(person, 'DD-63', year, asOf)
    await ministry.preflightPassed(person, 9)
    const fileName = await ministry.buildPackage(person)
    await ministry.savePackage(person, path(fileName))
    const tool = spawn(process.execPath, [answerTool, path(fileName), path('answer.json')], {
      stdio: 'inherit',
    })
    expect(await once(tool, 'exit')).toEqual([0, null])
    await ministry.importAnswer(person, path('answer.json'))
    const { text, rows } = await ministry.receipt(person)
    expect(text).toContain(person.t('ministry:receiptStatus.accepted'))
    expect(text).toContain(person.t('ministry:road.hand'))
    expect(rows.length).toBeGreaterThan(10)
    expect((await gateway.state()).requests).toEqual([])
  })
})

describe('closing the program in the middle of sending', () => {
  it('loses and doubles nothing: the next start completes it', async () => {
    const first = await start('en')
    await makeWorkspace(first, path('Register.qosdiplom'))
    await fillProfile(first, profile)
    await importAll(first)
    await ministry.addReceiver(first, { name: 'Gateway', url: gateway.url, certificate: gateway.caPath })
    await ministry.openForm(first, 'VP-32', year, asOf)
    await ministry.preflightPassed(first, 9)
    const fileName = await ministry.buildPackage(first)
    await gateway.plan([{ fault: { kind: 'delay', milliseconds: 600_000 } }])
    await ministry.sendPackage(first)
    await ministry.submissionIs(first, 'sending')
    await expect.poll(async () => (await submitted()).length).toBe(1)
    await first.close()

    const second = await start('en')
    await workspaceIsOpen(second)
    await ministry.openForm(second, 'VP-32', year, asOf)
    await ministry.openPackage(second, fileName)
    await ministry.submissionIs(second, 'answered')
    const steps: Step[] = [
      ['send', 'interrupted'],
      ['ask', 'unknown_key'],
      ['send', 'receipt'],
    ]
    expect(await ministry.attempts(second)).toEqual(steps.map((step) => inWords(second, step)))
    const { packages, submissions } = await gateway.state()
    expect(packages).toHaveLength(1)
    expect(submissions).toHaveLength(1)
    expect(await submitted()).toHaveLength(2)
    expect(new Set((await submitted()).map(({ key }) => key)).size).toBe(1)
  })
})

/** The requests that brought a package to the gateway. */
const submitted = async () => (await gateway.state()).requests.filter(({ method }) => method === 'POST')

/** Imports the register as it is; what is refused stays out. */
async function importAll(person: Desk): Promise<void> {
  await imports.chooseRegister(person, join(registers, `register-${person.language}.xlsx`))
  await imports.mappingProposed(person)
  await imports.checkRegister(person)
  await imports.importRows(person, 9)
}
