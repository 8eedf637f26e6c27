import { basename } from 'node:path'
import type { Locator } from 'playwright-core'
import { formatNumber } from '../../../shared/kernel/format.ts'
import type { FormId, SubmissionState } from '../../../shared/ministry/ministry.ts'
import { type Desk, goTo, isTold, section } from './desk.ts'

/** Opens a form for an academic year and a day, both as typed. */
export async function openForm(desk: Desk, form: FormId, year: string, on: string): Promise<void> {
  const { page, t } = desk
  await goTo(desk, 'ministry')
  await page.locator(`a[href$="/ministry/${form}"]`).click()
  await page.getByRole('heading', { level: 1, name: t(`ministry:formName.${form}`) }).waitFor()
  const yearField = page.getByRole('textbox', { name: t('ministry:academicYear'), exact: true })
  await yearField.fill(year)
  await yearField.press('Enter')
  const day = page.getByRole('textbox', { name: t('ministry:asOf'), exact: true })
  await day.fill(on)
  await day.press('Tab')
  await section(desk, t('ministry:packages', { year })).waitFor()
}

/** The check before sending. */
export function preflight(desk: Desk): Locator {
  return section(desk, desk.t('ministry:preflight.title'))
}

/** Waits until the check speaks of so many rows and of no error; answers how many warnings there are. */
export async function preflightPassed(desk: Desk, rows: number): Promise<number> {
  const { t, language } = desk
  const check = preflight(desk)
  const words = t('ministry:preflight.rows', { count: rows, rows: formatNumber(rows, language) })
  await check.getByText(words, { exact: true }).waitFor()
  const clean = check.getByText(t('ministry:preflight.clean'), { exact: true })
  await check.getByRole('checkbox').or(clean).waitFor()
  if (await clean.isVisible()) return 0
  const warnings = await check.locator('details').first().getByRole('listitem').count()
  await check.getByText(t('ministry:preflight.onlyWarnings', { count: warnings }), { exact: true }).waitFor()
  return warnings
}

/** Accepts the warnings, if there are any, and builds the package; answers its file name. */
export async function buildPackage(desk: Desk): Promise<string> {
  const { page, t } = desk
  const accept = preflight(desk).getByRole('checkbox')
  if ((await accept.count()) > 0) await accept.check()
  await preflight(desk)
    .getByRole('button', { name: t('ministry:build.action') })
    .click()
  await section(desk, t('ministry:files')).waitFor()
  const [name] = (await page.getByRole('definition').first().innerText()).split(' · ')
  return name ?? ''
}

/** Saves the open package to a file. */
export async function savePackage(desk: Desk, file: string): Promise<void> {
  const { page, t, stubSave } = desk
  await stubSave(file)
  await page.getByRole('button', { name: t('ministry:savePackage') }).click()
  await isTold(desk, t('ministry:packageSaved', { name: basename(file) }))
}

/** Checks the hashes of the open package; answers the verdict. */
export async function verifyPackage(desk: Desk): Promise<string> {
  const files = section(desk, desk.t('ministry:files'))
  await files.getByRole('button', { name: desk.t('ministry:verify.action') }).click()
  return (await files.getByRole('status').innerText()).split('\n')[0] ?? ''
}

/** Checks the hashes of a package file; answers the verdict. */
export async function verifyPackageFile(desk: Desk, file: string): Promise<string> {
  const { page, t, stubOpen } = desk
  await goTo(desk, 'ministry')
  await stubOpen([file])
  await page.getByRole('button', { name: t('ministry:more') }).click()
  await page.getByRole('menuitem', { name: t('ministry:verifyFile') }).click()
  const dialog = page.getByRole('dialog', { name: t('ministry:verify.title') })
  const verdict = await dialog.getByRole('status').innerText()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  return verdict.split('\n')[0] ?? ''
}

/** Sets a receiver up whose certificate is signed by an authority of its own. */
export async function addReceiver(
  desk: Desk,
  receiver: { name: string; url: string; certificate: string },
): Promise<void> {
  const { page, t, stubOpen } = desk
  await goTo(desk, 'ministry')
  await page.getByRole('button', { name: t('ministry:more') }).click()
  await page.getByRole('menuitem', { name: t('ministry:receivers.title') }).click()
  await page.getByRole('button', { name: t('ministry:receivers.add') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: t('ministry:receivers.name') }).fill(receiver.name)
  await dialog.getByRole('textbox', { name: t('ministry:receivers.url') }).fill(receiver.url)
  await stubOpen([receiver.certificate])
  await dialog.getByRole('button', { name: t('ministry:receivers.chooseCertificate') }).click()
  await dialog.getByText(basename(receiver.certificate)).waitFor()
  await dialog.getByRole('button', { name: t('common:action.save') }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: t('ministry:receivers.test') }).click()
  await isTold(desk, t('ministry:receivers.tested', { service: 'Test gateway', version: '1' }))
}

/** Opens the package of that file name from the page of its form. */
export async function openPackage(desk: Desk, fileName: string): Promise<void> {
  await desk.page.getByRole('link', { name: fileName }).first().click()
  await section(desk, desk.t('ministry:files')).waitFor()
}

/** Puts the open package into the outbox. */
export async function sendPackage(desk: Desk): Promise<void> {
  const sending = section(desk, desk.t('ministry:send.title'))
  await sending.getByRole('button', { name: desk.t('ministry:send.action'), exact: true }).click()
}

/** Waits until the submission of the open package is in a state. */
export async function submissionIs(desk: Desk, state: SubmissionState): Promise<void> {
  const sending = section(desk, desk.t('ministry:send.title'))
  await sending.getByText(desk.t(`ministry:submissionState.${state}.label`), { exact: true }).waitFor()
}

/** Waits until the submission of the open package has failed so many times and waits for its next time. */
export async function waitsAfter(desk: Desk, attempts: number): Promise<void> {
  const sending = section(desk, desk.t('ministry:send.title'))
  await sending.getByText(desk.t('ministry:attempts', { count: attempts }), { exact: true }).waitFor()
  await submissionIs(desk, 'waiting')
}

/** Sends what waits at once. */
export async function sendNow(desk: Desk): Promise<void> {
  await desk.page.getByRole('button', { name: desk.t('ministry:sendNow') }).click()
}

/** The attempts of the open package: what was done, and what came of it. */
export async function attempts({ page, t }: Desk): Promise<string[]> {
  const rows = page.getByRole('table', { name: t('ministry:attemptList') }).getByRole('row')
  const cells = (await rows.all()).slice(1).map(async (row) => {
    const [, , action, outcome] = await row.getByRole('cell').allInnerTexts()
    return `${action} – ${outcome?.split(/\n| · /)[0]}`
  })
  return Promise.all(cells)
}

/** The receipt of the open package: what is said of it as a whole, and of every row. */
export async function receipt(
  desk: Desk,
): Promise<{ text: string; rows: { record: string; part: string; answer: string }[] }> {
  const shown = section(desk, desk.t('ministry:receipt.title'))
  await shown.waitFor()
  const rows = await shown
    .getByRole('table', { name: desk.t('ministry:receipt.rows') })
    .getByRole('row')
    .all()
  const answers = rows.slice(1).map(async (row) => {
    const [record = '', part = '', answer = ''] = await row.getByRole('cell').allInnerTexts()
    return { record, part, answer }
  })
  return { text: await shown.innerText(), rows: await Promise.all(answers) }
}

/** Brings an answer in that was carried by hand; its package opens. */
export async function importAnswer(desk: Desk, file: string): Promise<void> {
  const { page, t, stubOpen } = desk
  await goTo(desk, 'ministry')
  await stubOpen([file])
  await page.getByRole('button', { name: t('ministry:importAnswer') }).click()
  await isTold(desk, t('ministry:answerRecorded'))
  await section(desk, t('ministry:receipt.title')).waitFor()
}
