import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/kernel/record.ts'
import { createI18n, type Translate } from '../../shared/locales/i18n.ts'
import type { resources } from '../../shared/locales/resources.ts'

/** Makes the keys of all files known to the types; keys are written with their file in front. */
const files: ['common', ...(keyof (typeof resources)['en'])[]] = ['common']

/** The page's texts. One instance for the whole page, also for code outside components. */
export const i18n = createI18n('kk')

/** The texts for code outside components, in the language of the moment. */
export const text: Translate = i18n.getFixedT(null, files)

/** Shows everything in another language, and says so to the browser (hyphenation, screen readers). */
export async function speak(language: Language): Promise<void> {
  document.documentElement.lang = language
  await i18n.changeLanguage(language)
}

/** The texts of the current language: `const t = useText()`, then `t('agreements:title')`. */
export function useText(): Translate {
  return useTranslation(files).t
}
