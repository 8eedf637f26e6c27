import { type ComboboxItem, type OptionsFilter, Select, type SelectProps } from '@mantine/core'
import { useMemo, useState } from 'react'
import { foldText, foldWords, matchesAllWords } from '../../shared/kernel/fold.ts'
import type { Language } from '../../shared/kernel/record.ts'
import {
  iscedBroadCodes,
  iscedFieldName,
  iscedNarrowCodes,
  isIscedField,
} from '../../shared/reference/iscedf.ts'
import { useLanguage } from '../app/preferences.tsx'

type IscedFieldProps = Omit<SelectProps, 'data' | 'value' | 'onChange' | 'filter' | 'searchable'> & {
  /** Two to four digits of ISCED-F 2013; empty: not known. */
  readonly value: string
  readonly onChange: (code: string) => void
}

/** Chooses a field of education by its words in any of the languages or by its number; four digits may be typed. */
export function IscedField({ value, onChange, ...field }: IscedFieldProps) {
  const language = useLanguage()
  const [typed, setTyped] = useState('')
  const typedCode = /^\d{2,4}$/u.test(typed.trim()) ? typed.trim() : ''
  const groups = useMemo(() => iscedOptions(language, [value, typedCode]), [language, value, typedCode])

  return (
    <Select
      {...field}
      data={groups}
      value={value === '' ? null : value}
      onChange={(code) => onChange(code ?? '')}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={matchInAnyLanguage}
      searchable
      selectFirstOptionOnChange
      clearable
      maxDropdownHeight={320}
    />
  )
}

const optionOf = (code: string, language: Language): ComboboxItem => ({
  value: code,
  label: `${code} · ${iscedFieldName(code, language)}`,
})

/** Broad fields as groups of their narrow ones; codes in use that are not narrow fields stand in their group too. */
function iscedOptions(language: Language, alsoWanted: readonly string[]) {
  const extra = alsoWanted.filter((code) => code !== '' && isIscedField(code))
  return iscedBroadCodes.map((broad) => {
    const codes = new Set([
      broad,
      ...iscedNarrowCodes(broad),
      ...extra.filter((code) => code.startsWith(broad)),
    ])
    return {
      group: iscedFieldName(broad, language),
      items: [...codes].toSorted().map((code) => optionOf(code, language)),
    }
  })
}

const languagesOfNames: readonly Language[] = ['kk', 'ru', 'en']
const folded = new Map<string, string>()

function foldedNames(code: string): string {
  const known = folded.get(code)
  if (known !== undefined) return known
  const text = foldText(
    [code, ...languagesOfNames.map((language) => iscedFieldName(code, language))].join(' '),
  )
  folded.set(code, text)
  return text
}

const matchInAnyLanguage: OptionsFilter = ({ options, search }) => {
  // The text of the chosen option stands in the field when it is opened: then everything is offered.
  const words = foldWords(search.replace(/^\d+ · .*/u, ''))
  if (words.length === 0) return options
  const isFound = (item: ComboboxItem) => matchesAllWords(foldedNames(item.value), words)
  return options
    .map((option) => ('group' in option ? { ...option, items: option.items.filter(isFound) } : option))
    .filter((option) => ('group' in option ? option.items.length > 0 : isFound(option)))
}
