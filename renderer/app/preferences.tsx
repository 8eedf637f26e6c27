import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { z } from 'zod'
import type { Language } from '../../shared/kernel/record.ts'
import type { Preferences } from '../../shared/shell/shell.contract.ts'
import { shell } from './client.ts'

type PreferencesValue = {
  readonly preferences: Preferences
  /** Takes effect at once and is written soon after. */
  readonly update: (change: Partial<Preferences>) => void
  /** Remembers something of one screen under its name; undefined forgets it. */
  readonly remember: (view: string, value: unknown) => void
}

const PreferencesContext = createContext<PreferencesValue | null>(null)
/** Apart from the rest, because nearly everything on the screen depends on it and it hardly ever changes. */
const LanguageContext = createContext<Language | null>(null)

const writeDelay = 400

/** Holds what the program remembers on this computer and writes changes back a moment after the last one. */
export function PreferencesProvider({ initial, children }: { initial: Preferences; children: ReactNode }) {
  const [preferences, setPreferences] = useState(initial)
  const unwritten = useRef<Partial<Preferences>>({})
  const timer = useRef<number | undefined>(undefined)

  const write = useCallback(() => {
    window.clearTimeout(timer.current)
    const change = unwritten.current
    if (Object.keys(change).length === 0) return
    unwritten.current = {}
    // A preference that could not be written is lost at the next start only; nobody is interrupted for it.
    shell.savePreferences(change).catch(() => undefined)
  }, [])

  useEffect(() => {
    window.addEventListener('pagehide', write)
    return () => window.removeEventListener('pagehide', write)
  }, [write])

  const change = useCallback(
    (make: (current: Preferences) => Partial<Preferences> | null) => {
      setPreferences((current) => {
        const next = make(current)
        if (next === null) return current
        unwritten.current = { ...unwritten.current, ...next }
        return { ...current, ...next }
      })
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(write, writeDelay)
    },
    [write],
  )

  // Both keep their identity: an effect that remembers something must not run again because of its own writing.
  const update = useCallback((next: Partial<Preferences>) => change(() => next), [change])
  const remember = useCallback(
    (view: string, remembered: unknown) =>
      change((current) => {
        if (JSON.stringify(current.views[view]) === JSON.stringify(remembered)) return null
        const { [view]: _, ...others } = current.views
        return { views: remembered === undefined ? others : { ...others, [view]: remembered } }
      }),
    [change],
  )
  const value = useMemo<PreferencesValue>(
    () => ({ preferences, update, remember }),
    [preferences, update, remember],
  )
  return (
    <PreferencesContext value={value}>
      <LanguageContext value={preferences.language}>{children}</LanguageContext>
    </PreferencesContext>
  )
}

/** The preferences and how to change them. */
export function usePreferences(): PreferencesValue {
  const value = useContext(PreferencesContext)
  if (value === null) throw new Error('usePreferences needs a PreferencesProvider above')
  return value
}

/** Under this name a place's last filters and sort are remembered. */
export const listMemory = (place: string): string => `list:${place}`

const searchSchema = z.record(z.string(), z.unknown())

/** The filters and sort with which a place was left, for the links that go back to it. */
export function rememberedSearch(preferences: Preferences, place: string): Record<string, unknown> {
  const parsed = searchSchema.safeParse(preferences.views[listMemory(place)])
  return parsed.success ? parsed.data : {}
}

/** The language that everything is shown in. */
export function useLanguage(): Language {
  const language = useContext(LanguageContext)
  if (language === null) throw new Error('useLanguage needs a PreferencesProvider above')
  return language
}

/** One remembered thing of a screen, such as column widths; what no longer fits its schema counts as never remembered. */
export function useRemembered<T>(view: string, schema: z.ZodType<T>, initial: T): [T, (value: T) => void] {
  const { preferences, remember } = usePreferences()
  const stored = preferences.views[view]
  const [fallback] = useState(initial)
  const value = useMemo(() => {
    const parsed = schema.safeParse(stored)
    return parsed.success ? parsed.data : fallback
  }, [schema, stored, fallback])
  return [value, useCallback((next: T) => remember(view, next), [remember, view])]
}
