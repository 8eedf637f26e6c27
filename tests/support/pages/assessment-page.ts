import type { Role } from '../../../shared/people/person.ts'
import { type Desk, goTo, section } from './desk.ts'

/** Enters somebody in the settings. The first one is the administrator and must be chosen as working at once. */
export async function addPerson(desk: Desk, name: string, role: Role): Promise<void> {
  const { page, t } = desk
  await section(desk, t('people:title'))
    .getByRole('button', { name: t('people:add') })
    .click()
  const dialog = page.getByRole('dialog', { name: t('people:add') })
  await dialog.getByRole('textbox', { name: t('people:name') }).fill(name)
  if (role !== 'administrator') {
    await dialog.getByRole('combobox', { name: t('people:role') }).click()
    await page.getByRole('option', { name: t(`people:roles.${role}`) }).click()
  }
  await dialog.getByRole('button', { name: t('common:action.save') }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Changes who works by the status bar. */
export async function workAs({ page, t }: Desk, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${t('people:working.label')}`, 'u') }).click()
  await page.getByRole('menuitem', { name: new RegExp(name, 'u') }).click()
  await page.getByRole('button', { name: `${t('people:working.label')}: ${name}` }).waitFor()
}

/** Makes a cycle with the given name and opens it. */
export async function makeCycle(desk: Desk, name: string): Promise<void> {
  const { page, t, language } = desk
  await goTo(desk, 'assessment')
  await page
    .getByRole('button', { name: t('assessment:cycle.new') })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: t('assessment:cycle.new') })
  await dialog
    .getByRole('textbox', { name: `${t('assessment:cycle.names')}: ${t(`common:language.${language}`)}` })
    .fill(name)
  await dialog.getByRole('button', { name: t('common:action.save') }).click()
  await dialog.waitFor({ state: 'detached' })
  await openCycle(desk, name)
}

/** Opens a cycle from the list of cycles. */
export async function openCycle(desk: Desk, name: string): Promise<void> {
  await goTo(desk, 'assessment')
  await desk.page.getByRole('main').getByRole('link', { name, exact: true }).click()
  await desk.page.getByRole('heading', { level: 1, name }).waitFor()
}

/** Adds the assessment of a programme of the register; the assessment opens. Returns its title. */
export async function addProgramme({ page, t }: Desk, sought: string): Promise<string> {
  await page
    .getByRole('button', { name: t('assessment:add.title') })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: t('assessment:add.title') })
  await dialog.getByRole('combobox', { name: t('assessment:scope.programme') }).fill(sought)
  await page
    .getByRole('option', { name: new RegExp(sought, 'u') })
    .first()
    .click()
  await dialog.getByRole('button', { name: t('assessment:add.action') }).click()
  await page.getByRole('navigation', { name: t('assessment:work.standards') }).waitFor()
  return page.getByRole('heading', { level: 1 }).innerText()
}

/** Chooses a level of the criterion that is open. */
export async function chooseLevel({ page, t }: Desk, level: 1 | 2 | 3 | 4): Promise<void> {
  await page
    .getByRole('radiogroup', { name: t('self-evaluation:field.level') })
    .getByText(t(`assessment:level.${level}`), { exact: true })
    .click()
}

/** Types into the text of the criterion that is open, key by key, and waits until it is saved by itself. */
export async function writeText({ page, t }: Desk, text: string): Promise<void> {
  const editor = page.getByRole('textbox', { name: t('assessment:work.narrative') })
  await editor.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(text)
  await page.getByText(new RegExp(t('assessment:save.saved', { at: String.raw`\d\d:\d\d` }), 'u')).waitFor()
}

/** A step of the open text on its way. */
export async function move({ page, t }: Desk, step: 'submit' | 'approve' | 'reopen'): Promise<void> {
  await page.getByRole('button', { name: t(`assessment:move.${step}`), exact: true }).click()
}

/** Sends the open text back. */
export async function sendBack({ page, t }: Desk, note: string): Promise<void> {
  await page.getByRole('button', { name: t('assessment:move.return') }).click()
  const dialog = page.getByRole('dialog', { name: t('assessment:move.return') })
  await dialog.getByRole('textbox').fill(note)
  await dialog.getByRole('button', { name: t('assessment:move.return') }).click()
  await dialog.waitFor({ state: 'detached' })
}
