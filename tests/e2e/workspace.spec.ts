import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { languages } from '../../shared/kernel/record.ts'
import { aPartner } from '../support/builders.ts'
import {
  type Desk,
  goTo,
  leave,
  makeSample,
  section,
  sitDown,
  workspaceIsOpen,
} from '../support/pages/desk.ts'
import { seedWorkspace } from '../support/seeded-workspace.ts'

let folder: string
let desk: Desk | null = null

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qosdiplom-workspace-'))
})
afterEach(async ({ task }) => {
  if (desk !== null) await leave(desk, task)
  desk = null
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function sit(options: Parameters<typeof sitDown>[0]): Promise<Desk> {
  desk = await sitDown(options)
  return desk
}

describe('the samples of the first screen', () => {
  it.each([
    ['university', 'kk'],
    ['national', 'en'],
  ] as const)('the button of the %s sample makes and opens it', async (kind, language) => {
    const path = join(folder, `${kind}-sample.qosdiplom`)
    const at = await sit({ language })
    await makeSample(at, kind, path)
    await goTo(at, 'agreements')
    await at.page.getByRole('row').nth(3).waitFor()
    await at.page.getByText(at.t('workspace:sample')).first().waitFor()
    expect(at.complaints).toEqual([])
  })
})

describe('a backup of the open workspace', () => {
  it.each(languages)('is looked at and restored in the window, in %s', async (language) => {
    const path = join(folder, `restore-${language}.qosdiplom`)
    await seedWorkspace(path, async (client) => {
      await client.partners.create({ fields: aPartner({ city: 'Алматы' }) })
      await client.workspace.backup()
      await client.partners.create({ fields: aPartner({ city: 'Ақтау' }) })
    })
    const at = await sit({ language, workspace: path })
    const { page, t } = at
    await workspaceIsOpen(at)
    await goTo(at, 'settings')
    const file = section(at, t('institution:file.title'))
    const manual = file.getByRole('row').filter({ hasText: t('institution:backups.reasons.manual') })
    await manual.getByRole('button').click()
    const dialog = page.getByRole('dialog', { name: t('institution:restore.title') })
    await dialog.getByText(t('institution:restore.sound')).waitFor()
    const partners = dialog.getByRole('row').filter({ hasText: t('institution:restore.counts.partner') })
    expect(await partners.getByRole('cell').allTextContents()).toEqual(['2', '1'])
    const cancel = dialog.getByRole('button', { name: t('common:action.cancel') })
    expect(await cancel.evaluate((button) => button === document.activeElement)).toBe(true)
    await dialog.getByRole('button', { name: t('institution:restore.replace') }).click()
    await dialog.waitFor({ state: 'hidden' })
    await file
      .getByRole('row')
      .filter({ hasText: t('institution:backups.reasons.restore') })
      .waitFor()
    await file.getByText(t('institution:file.partners', { count: 1 }), { exact: true }).waitFor()
    expect(at.complaints).toEqual([])
  })

  it('is refused when it is damaged, with the reason, and nothing is replaced', async () => {
    const path = join(folder, 'damaged-backup.qosdiplom')
    await seedWorkspace(path, async (client) => {
      await client.partners.create({ fields: aPartner({ city: 'Алматы' }) })
      await client.workspace.backup()
    })
    const backups = join(folder, 'backups', 'damaged-backup')
    const [name = ''] = readdirSync(backups)
    writeFileSync(join(backups, name), readFileSync(join(backups, name)).fill(0x5a, 4096 * 20, 4096 * 24))
    const at = await sit({ language: 'en', workspace: path })
    await workspaceIsOpen(at)
    await goTo(at, 'settings')
    const file = section(at, at.t('institution:file.title'))
    const manual = file.getByRole('row').filter({ hasText: at.t('institution:backups.reasons.manual') })
    await manual.getByRole('button').click()
    const dialog = at.page.getByRole('dialog')
    await dialog.getByText(at.t('institution:restore.damaged')).waitFor()
    expect(await dialog.getByRole('button', { name: at.t('institution:restore.replace') }).isDisabled()).toBe(
      true,
    )
  })
})

describe('a damaged workspace', () => {
  it('is not opened; its newest whole backup opens as a new file beside it', async () => {
    const path = join(folder, 'damaged.qosdiplom')
    await seedWorkspace(path, async (client) => {
      await client.partners.create({ fields: aPartner({ city: 'Алматы' }) })
      await client.workspace.backup()
    })
    writeFileSync(path, readFileSync(path).fill(0x5a, 4096 * 10, 4096 * 60))
    const before = hashOf(path)
    const at = await sit({ language: 'kk' })
    const { page, t } = at
    await at.stubOpen([path])
    await page.getByRole('button', { name: t('workspace:welcome.open') }).click()
    const dialog = page.getByRole('dialog', { name: t('workspace:rescue.title') })
    await dialog.getByRole('button', { name: t('workspace:rescue.open') }).click()
    await workspaceIsOpen(at)
    await goTo(at, 'partners')
    await page.getByText('Алматы').first().waitFor()
    expect(hashOf(path)).toBe(before)
    expect(
      readdirSync(folder).filter((name) => /^damaged \d{4}-\d{2}-\d{2}\.qosdiplom$/.test(name)),
    ).toHaveLength(1)
  })
})

const places = [
  'overview',
  'partners',
  'agreements',
  'programmes',
  'mobility',
  'reports',
  'ministry',
  'imports',
  'settings',
] as const

describe('a workspace that can only be read', () => {
  it('says why and what helps, has no field to edit, and is the same file afterwards', async () => {
    const path = join(folder, 'protected.qosdiplom')
    await seedWorkspace(path, async () => undefined, 'university')
    chmodSync(path, 0o444)
    const before = hashOf(path)
    const at = await sit({ language: 'en', workspace: path })
    const { page, t } = at
    await workspaceIsOpen(at)
    await page.getByText(t('workspace:readOnly.file')).first().waitFor()
    await page.getByText(t('workspace:readOnlyRemedy.file')).waitFor()
    for (const place of places) {
      await goTo(at, place)
      await page.getByText(t('workspace:readOnlyRemedy.file')).waitFor()
      if (['partners', 'agreements', 'programmes'].includes(place)) {
        await page.getByRole('row').nth(2).click()
        await page.locator('form input').first().waitFor()
        await page.keyboard.press('F2')
      }
      expect({ place, editable: await editableFields(at) }).toEqual({ place, editable: [] })
    }
    await at.chooseCommand('new-record')
    expect(await page.getByRole('button', { name: t('common:action.save') }).count()).toBe(0)
    expect(at.complaints).toEqual([])
    await at.close()
    desk = null
    expect(hashOf(path)).toBe(before)
    expect(readdirSync(folder).filter((name) => name.startsWith('protected.qosdiplom'))).toEqual([
      'protected.qosdiplom',
    ])
  })
})

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

/** The fields of forms that take what a person types, ticks or chooses; the switch between two views of a plan is none. */
async function editableFields({ page }: Desk): Promise<string[]> {
  return page
    .locator('form')
    .locator('input:not([type=hidden]):not([value=strip]):not([value=table]), textarea, select')
    .evaluateAll((fields) =>
      fields.flatMap((field) => {
        if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement))
          return [field.tagName]
        if (field.readOnly || field.disabled) return []
        if (field instanceof HTMLInputElement && ['radio', 'checkbox'].includes(field.type)) {
          const { checked } = field
          field.click()
          if (field.checked === checked) return []
        }
        return [field.outerHTML.slice(0, 200)]
      }),
    )
}
