import { MultiSelect, type MultiSelectProps, type OptionsFilter } from '@mantine/core'
import { foldText, foldWords, matchesAllWords } from '../../shared/kernel/fold.ts'
import { languageCodes, languageName } from '../../shared/reference/languages.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'

type LanguagesFieldProps = Omit<MultiSelectProps, 'data' | 'value' | 'onChange' | 'filter' | 'searchable'> & {
  /** ISO 639-1 codes. */
  readonly value: readonly string[]
  readonly onChange: (codes: string[]) => void
}

/** Languages of instruction, found by their names in any of the three languages or by code. */
export function LanguagesField({ value, onChange, ...field }: LanguagesFieldProps) {
  const t = useText()
  const language = useLanguage()
  const unknown = value.filter((code) => !languageCodes.includes(code))
  const data = [...languageCodes, ...unknown].map((code) => ({
    value: code,
    label: languageName(code, language),
  }))

  return (
    <MultiSelect
      {...field}
      data={data}
      value={[...value]}
      onChange={onChange}
      filter={matchInAnyLanguage}
      placeholder={value.length === 0 ? t('programmes:chooseLanguages') : ''}
      maxValues={10}
      hidePickedOptions
      searchable
      selectFirstOptionOnChange
    />
  )
}

const matchInAnyLanguage: OptionsFilter = ({ options, search }) => {
  const words = foldWords(search)
  if (words.length === 0) return options
  return options.filter((option) => {
    if ('group' in option) return true
    const code = option.value
    const names = foldText(
      [code, languageName(code, 'kk'), languageName(code, 'ru'), languageName(code, 'en')].join(' '),
    )
    return matchesAllWords(names, words)
  })
}
