import { Select, type SelectProps } from '@mantine/core'
import { useMemo } from 'react'
import { compareText } from '../../shared/kernel/collate.ts'
import { foldText, foldWords, matchesAllWords } from '../../shared/kernel/fold.ts'
import { languages, type Language } from '../../shared/kernel/record.ts'
import { countryCodes, countryName, findCountry } from '../../shared/reference/countries.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'

/** A country's names in all three languages, folded. */
function namesOf(code: string): string {
  return foldText(languages.map((language) => countryName(code, language)).join(' '))
}

/** All countries in the alphabetical order of the language. */
export function countryOptions(language: Language): { value: string; label: string }[] {
  const compare = compareText(language)
  return countryCodes
    .map((code) => ({ value: code, label: countryName(code, language) }))
    .toSorted((one, other) => compare(one.label, other.label))
}

type CountrySelectProps = Omit<SelectProps, 'data' | 'value' | 'onChange' | 'filter'> & {
  /** ISO 3166-1 alpha-2; empty: none. */
  readonly value: string
  readonly onChange: (code: string) => void
}

/** Chooses a country by its name in any of the three languages, or by a usual abbreviation. */
export function CountrySelect({ value, onChange, ...rest }: CountrySelectProps) {
  const t = useText()
  const language = useLanguage()
  const options = useMemo(() => countryOptions(language), [language])
  return (
    <Select
      searchable
      clearable={rest.readOnly !== true}
      placeholder={t('common:chooseCountry')}
      nothingFoundMessage={t('common:select.nothing')}
      {...rest}
      data={options}
      value={value === '' ? null : value}
      onChange={(code) => onChange(code ?? '')}
      filter={({ options: all, search }) => {
        const words = foldWords(search)
        const meant = findCountry(search)
        return all.filter(
          (option) =>
            'value' in option && (option.value === meant || matchesAllWords(namesOf(option.value), words)),
        )
      }}
    />
  )
}
