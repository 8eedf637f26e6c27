import { MultiSelect, Select, type MultiSelectProps, type SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import type { Language } from '../../shared/kernel/record.ts'

/** One record to choose: its id and what people call it. */
export type RecordOption = { readonly value: string; readonly label: string }

type Asked = { readonly language: Language; readonly on: string }

/** How records of one kind are found and named; `partnerSource` and the like are such. */
export type RecordSource = {
  /** The feature whose changes make the answers old. */
  readonly topic: string
  readonly find: (text: string, asked: Asked) => Promise<readonly RecordOption[]>
  /** The names of certain records. */
  readonly name: (ids: readonly string[], asked: Asked) => Promise<readonly RecordOption[]>
}

const typingPause = 120

function useOptions(source: RecordSource, chosen: readonly string[], sought: string): RecordOption[] {
  const asked = { language: useLanguage(), on: useToday() }
  const [text] = useDebouncedValue(sought, typingPause)
  const found = useQuery({
    queryKey: [[source.topic, 'list'], 'options', text, asked],
    queryFn: () => source.find(text, asked),
    placeholderData: keepPreviousData,
  })
  const named = useQuery({
    queryKey: [[source.topic, 'list'], 'named', chosen, asked],
    queryFn: () => source.name(chosen, asked),
    enabled: chosen.length > 0,
    placeholderData: keepPreviousData,
  })
  const all = new Map([...(named.data ?? []), ...(found.data ?? [])].map((option) => [option.value, option]))
  // A chosen record that cannot be named (deleted, or still on its way) must not vanish from the field.
  return [...all.values(), ...chosen.filter((id) => !all.has(id)).map((id) => ({ value: id, label: '…' }))]
}

/** The names of certain records, by id. */
export function useRecordNames(source: RecordSource, ids: readonly string[]): ReadonlyMap<string, string> {
  const asked = { language: useLanguage(), on: useToday() }
  const named = useQuery({
    queryKey: [[source.topic, 'list'], 'named', ids, asked],
    queryFn: () => source.name(ids, asked),
    enabled: ids.length > 0,
  })
  return new Map((named.data ?? []).map(({ value, label }) => [value, label]))
}

type RecordSelectProps = Omit<SelectProps, 'data' | 'value' | 'onChange' | 'filter'> & {
  readonly source: RecordSource
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  /** A record that may not be chosen: the one that is being edited. */
  readonly except?: string | null
}

/** Chooses one record by typing part of its name. */
export function RecordSelect({ source, value, onChange, except = null, ...rest }: RecordSelectProps) {
  const t = useText()
  const [sought, setSought] = useState('')
  const options = useOptions(source, value === null ? [] : [value], sought)
  const shown = value === null ? undefined : options.find((option) => option.value === value)?.label
  return (
    <Select
      searchable
      clearable={rest.readOnly !== true}
      placeholder={t('common:select.placeholder')}
      nothingFoundMessage={t('common:select.nothing')}
      {...rest}
      data={options.filter((option) => option.value !== except)}
      value={value}
      onChange={onChange}
      // The service has searched already, in folded text and in all languages.
      filter={({ options: all }) => all}
      onSearchChange={(text) => setSought(text === shown ? '' : text)}
    />
  )
}

type RecordMultiSelectProps = Omit<MultiSelectProps, 'data' | 'value' | 'onChange' | 'filter'> & {
  readonly source: RecordSource
  readonly value: readonly string[]
  readonly onChange: (ids: string[]) => void
}

/** Chooses several records by typing parts of their names. */
export function RecordMultiSelect({ source, value, onChange, ...rest }: RecordMultiSelectProps) {
  const t = useText()
  const [sought, setSought] = useState('')
  const options = useOptions(source, value, sought)
  return (
    <MultiSelect
      searchable
      hidePickedOptions
      nothingFoundMessage={t('common:select.nothing')}
      {...rest}
      {...(value.length === 0 ? { placeholder: t('common:select.placeholder') } : {})}
      data={options}
      value={[...value]}
      onChange={onChange}
      filter={({ options: all }) => all}
      searchValue={sought}
      onSearchChange={setSought}
    />
  )
}
