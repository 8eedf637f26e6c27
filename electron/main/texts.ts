import type { Language } from '../../shared/kernel/record.ts'
import en from '../../shared/locales/en/shell.json' with { type: 'json' }
import kk from '../../shared/locales/kk/shell.json' with { type: 'json' }
import ru from '../../shared/locales/ru/shell.json' with { type: 'json' }

type Tree = { readonly [key: string]: string | Tree }

/** Every key of the shell's texts, with dots: `menu.file`. */
type Keys<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Keys<T[K]>}` }[keyof T & string]

export type ShellTextKey = Keys<typeof en>

const texts: Readonly<Record<Language, Tree>> = { kk, ru, en }

/** One of the shell's own texts (menu, dialogs); `{{name}}` inside it is replaced by the parameter of that name. */
export type ShellText = (key: ShellTextKey, params?: Readonly<Record<string, string>>) => string

/** The shell's texts in one language. */
export function shellTexts(language: Language): ShellText {
  return (key, params = {}) => {
    let found: string | Tree | undefined = texts[language]
    for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined
    if (typeof found !== 'string') throw new Error(`shell.json has no ${key}`)
    return found.replaceAll(/\{\{(\w+)\}\}/g, (mark, name: string) => params[name] ?? mark)
  }
}

/** The working language nearest to the ones the person has set in the system, most wanted first. */
export function languageOfSystem(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split('-')[0]
    if (primary === 'kk' || primary === 'ru' || primary === 'en') return primary
  }
  return 'ru'
}
