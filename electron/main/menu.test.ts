import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { languages } from '../../shared/kernel/record.ts'
import { type ShellCommand, shellCommandSchema } from '../../shared/shell/shell.contract.ts'
import { menuTemplate } from './menu.ts'
import { languageOfSystem, shellTexts } from './texts.ts'

function itemsOf(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])])
}

const nothing = (): void => undefined

function build(language: 'kk' | 'ru' | 'en', isMac: boolean, recent: string[] = []) {
  const commands: ShellCommand[] = []
  const opened: string[] = []
  const template = menuTemplate(
    shellTexts(language),
    {
      command: (command) => commands.push(command),
      openRecent: (path) => opened.push(path),
      showLog: nothing,
      showAbout: nothing,
    },
    { recent, isMac, isDevelopment: false },
  )
  return { template, items: itemsOf(template), commands, opened }
}

/** Presses the item; Electron would also pass the item, the window and the event, which the menu does not use. */
function press(item: MenuItemConstructorOptions | undefined): void {
  if (item?.click === undefined) return
  Reflect.apply(item.click, undefined, [])
}

describe('the native menu', () => {
  it.each(languages)('carries every command and a label on every item in %s', (language) => {
    const { items, commands } = build(language, false)
    for (const command of shellCommandSchema.options) press(items.find(({ id }) => id === command))
    expect(commands).toEqual(shellCommandSchema.options)
    const unlabelled = items.filter(
      ({ type, label }) => type !== 'separator' && (label === undefined || label === ''),
    )
    expect(unlabelled).toEqual([])
  })

  it.each([true, false])('uses no shortcut twice (on a Mac: %s)', (isMac) => {
    const shortcuts = build('en', isMac).items.flatMap(({ accelerator }) =>
      accelerator === undefined ? [] : [accelerator],
    )
    expect(new Set(shortcuts).size).toBe(shortcuts.length)
    expect(shortcuts.length).toBeGreaterThan(8)
  })

  it('opens a recent workspace from its list', () => {
    const { items, opened } = build('kk', false, ['/data/университет.qosdiplom', '/data/b.qosdiplom'])
    press(items.find(({ label }) => label?.startsWith('университет.qosdiplom')))
    expect(opened).toEqual(['/data/университет.qosdiplom'])
  })
})

describe('the language of a first start', () => {
  it('is the most wanted of the three, and Russian when none of them is', () => {
    expect(languageOfSystem(['de-DE', 'kk-KZ', 'ru-KZ'])).toBe('kk')
    expect(languageOfSystem(['en-GB'])).toBe('en')
    expect(languageOfSystem(['tr', 'zh-CN'])).toBe('ru')
    expect(languageOfSystem([])).toBe('ru')
  })
})
