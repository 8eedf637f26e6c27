import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { initialSettings, SettingsFile, withRecent } from './settings-file.ts'

let folder: string
let reports: string[]
const open = (): SettingsFile =>
  new SettingsFile(join(folder, 'settings.json'), initialSettings('kk'), (what) => reports.push(what))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qosdiplom-settings-'))
  reports = []
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the settings file', () => {
  it('gives the initial settings at the first start and writes nothing by itself', () => {
    expect(open().current).toEqual(initialSettings('kk'))
    expect(readdirSync(folder)).toEqual([])
  })

  it('keeps changes for the next start and leaves no other file behind', () => {
    const first = open()
    first.update({ openWorkspace: '/data/a.qosdiplom' })
    first.update({ lastFolder: '/data' })
    first.flush()
    expect(open().current).toEqual({
      ...initialSettings('kk'),
      openWorkspace: '/data/a.qosdiplom',
      lastFolder: '/data',
    })
    expect(readdirSync(folder)).toEqual(['settings.json'])
  })

  it.each(['', '{"preferences":', '{"preferences":{"language":"fr"}}', '[]', '\u0000\u0000'])(
    'puts aside a file that cannot be understood (%j) and starts afresh',
    (content) => {
      writeFileSync(join(folder, 'settings.json'), content)
      expect(open().current).toEqual(initialSettings('kk'))
      expect(readFileSync(join(folder, 'settings.damaged.json'), 'utf8')).toBe(content)
      expect(reports).toHaveLength(1)
    },
  )

  it('reports a folder that cannot be written and goes on', () => {
    writeFileSync(join(folder, 'plain-file'), '')
    const settings = new SettingsFile(
      join(folder, 'plain-file', 'settings.json'),
      initialSettings('ru'),
      (what) => reports.push(what),
    )
    settings.update({ lastFolder: '/data' })
    settings.flush()
    expect(reports).toHaveLength(1)
    expect(settings.current.lastFolder).toBe('/data')
  })
})

describe('the list of recent workspaces', () => {
  it('has the one just opened at its head, each once, at most twelve', () => {
    let recent = initialSettings('en').recentWorkspaces
    for (let number = 0; number < 20; number++)
      recent = withRecent(recent, `/w${number}`, '2026-01-01T00:00:00.000Z')
    recent = withRecent(recent, '/w15', '2026-02-01T00:00:00.000Z')
    expect(recent.map(({ path }) => path)).toEqual([
      '/w15',
      '/w19',
      '/w18',
      '/w17',
      '/w16',
      '/w14',
      '/w13',
      '/w12',
      '/w11',
      '/w10',
      '/w9',
      '/w8',
    ])
    expect(recent[0]?.openedAt).toBe('2026-02-01T00:00:00.000Z')
  })
})
