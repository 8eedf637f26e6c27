import { Text } from '@mantine/core'
import type { LongLocalized } from '../../shared/frameworks/framework.ts'
import { nameIn } from '../../shared/kernel/localized.ts'
import { languages } from '../../shared/kernel/record.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import classes from './frameworks.module.css'

type InLanguagesProps = {
  readonly text: LongLocalized
  /** All three languages beside each other, the window's first; otherwise only that one. */
  readonly isEvery: boolean
  readonly className?: string | undefined
}

/** A text in the language of the window, or in all three; what is missing is said. */
export function InLanguages({ text, isEvery, className }: InLanguagesProps) {
  const t = useText()
  const language = useLanguage()
  if (languages.every((each) => text[each] === '')) return null
  if (!isEvery)
    return (
      <div className={classes.single}>
        <p className={className}>{nameIn(text, language)}</p>
      </div>
    )
  return (
    <div className={classes.languages}>
      {[language, ...languages.filter((each) => each !== language)].map((each) => (
        <p key={each} lang={each} className={className}>
          {text[each] === '' ? (
            <Text component="span" inherit c="dimmed">
              {t('common:languageMissing')} ({t(`common:languageShort.${each}`)})
            </Text>
          ) : (
            text[each]
          )}
        </p>
      ))}
    </div>
  )
}
