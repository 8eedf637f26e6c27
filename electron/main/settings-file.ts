import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { type Preferences, preferencesSchema } from '../../shared/shell/shell.contract.ts'
import { windowStateSchema } from './window-state.ts'

const settingsSchema = z.object({
  preferences: preferencesSchema,
  window: windowStateSchema.nullable(),
  /** Newest first. */
  recentWorkspaces: z.array(z.object({ path: z.string(), openedAt: z.iso.datetime() })),
  /** The workspace that was open when the program ended. */
  openWorkspace: z.string().nullable(),
  /** The folder of the last file that was chosen in a dialog. */
  lastFolder: z.string().nullable(),
})
/** What the program remembers on this computer. */
export type Settings = z.infer<typeof settingsSchema>

const writeDelayMs = 300

/** The settings of a first start. */
export function initialSettings(language: Preferences['language']): Settings {
  return {
    preferences: { language, colourScheme: 'auto', density: 'normal', railCollapsed: false, views: {} },
    window: null,
    recentWorkspaces: [],
    openWorkspace: null,
    lastFolder: null,
  }
}

const keptWorkspaces = 12

/** The list with this workspace at its head. */
export function withRecent(
  recent: Settings['recentWorkspaces'],
  path: string,
  openedAt: string,
): Settings['recentWorkspaces'] {
  return [{ path, openedAt }, ...recent.filter((entry) => entry.path !== path)].slice(0, keptWorkspaces)
}

/** Replaces the file in one step: a reader sees the old content or the new one, also after a power cut. */
function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const next = `${path}.next`
  const file = openSync(next, 'w', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(next, path)
}

/**
 * One JSON file with the settings. Changes take effect at once and are written a moment later; `flush` writes now.
 * A file that cannot be understood is kept beside under another name and the initial settings apply.
 */
export class SettingsFile {
  readonly #path: string
  readonly #report: (what: string) => void
  #settings: Settings
  #timer: NodeJS.Timeout | null = null

  constructor(path: string, initial: Settings, report: (what: string) => void) {
    this.#path = path
    this.#report = report
    this.#settings = this.#read(initial)
  }

  get current(): Settings {
    return this.#settings
  }

  /** Merges the change into the settings. */
  update(change: Partial<Settings>): void {
    this.#settings = { ...this.#settings, ...change }
    this.#timer ??= setTimeout(() => this.flush(), writeDelayMs)
  }

  /** Writes what is not written yet. A failure is reported, not thrown: nobody is interrupted for a preference. */
  flush(): void {
    if (this.#timer === null) return
    clearTimeout(this.#timer)
    this.#timer = null
    try {
      writeWhole(this.#path, `${JSON.stringify(this.#settings, null, 2)}\n`)
    } catch (error) {
      this.#report(`the settings could not be written: ${String(error)}`)
    }
  }

  #read(initial: Settings): Settings {
    let text: string
    try {
      text = readFileSync(this.#path, 'utf8')
    } catch {
      return initial
    }
    try {
      return settingsSchema.parse(JSON.parse(text))
    } catch {
      this.#report('the settings could not be understood; they were put aside')
      this.#putAside()
      return initial
    }
  }

  #putAside(): void {
    try {
      renameSync(this.#path, this.#path.replace(/(\.json)?$/, '.damaged.json'))
    } catch (error) {
      this.#report(`the damaged settings could not be put aside: ${String(error)}`)
    }
  }
}
