import { Button, Checkbox, Group, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import { addMonths } from '../../../shared/kernel/calendar.ts'
import { compareText } from '../../../shared/kernel/collate.ts'
import { foldText } from '../../../shared/kernel/fold.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import { formatNumber } from '../../../shared/kernel/format.ts'
import { useText } from '../../app/i18n.ts'
import { useLanguage } from '../../app/preferences.tsx'
import { useToday } from '../../app/today.ts'
import { DayField } from '../DayField.tsx'
import type { Facets } from '../table/listing.ts'
import type {
  ChoiceFilterSpec,
  DaysFilterSpec,
  FilterSpec,
  FixedFilterSpec,
  FlagFilterSpec,
  SetFilterSpec,
  TextFilterSpec,
} from './filter-spec.ts'
import { monthSpans } from './filter-value.ts'
import classes from './filters.module.css'

type EditorProps<Spec, Filter> = {
  readonly spec: Spec
  readonly filter: Filter
  readonly facets: Facets
  readonly onChange: (change: Partial<Filter>) => void
  /** Called when nothing more is left to choose. */
  readonly onDone: () => void
}

/** Changes one filter, in the way that fits its kind. */
export function FilterEditor<Filter>(
  props: EditorProps<Exclude<FilterSpec<Filter>, FixedFilterSpec<Filter>>, Filter>,
) {
  const { spec, ...rest } = props
  switch (spec.kind) {
    case 'set':
      return <SetEditor spec={spec} {...rest} />
    case 'text':
      return <TextEditor spec={spec} {...rest} />
    case 'days':
      return <DaysEditor spec={spec} {...rest} />
    case 'flag':
      return <FlagEditor spec={spec} {...rest} />
    default:
      return <ChoiceEditor spec={spec} {...rest} />
  }
}

/** From this many values on one can search among them. */
const manyValues = 9

function SetEditor<Filter>({ spec, filter, facets, onChange }: EditorProps<SetFilterSpec<Filter>, Filter>) {
  const t = useText()
  const language = useLanguage()
  const [sought, setSought] = useState('')
  const counts = facets[spec.facet] ?? {}
  const selected = spec.selected(filter)
  const compare = compareText(language)
  const values =
    spec.options ??
    [...new Set([...Object.keys(counts), ...selected])].toSorted((one, other) =>
      compare(spec.titleOf(one), spec.titleOf(other)),
    )
  const shown = values.filter((value) => foldText(spec.titleOf(value)).includes(foldText(sought)))
  const toggle = (value: string) =>
    onChange(
      spec.change(
        selected.includes(value) ? selected.filter((other) => other !== value) : [...selected, value],
      ),
    )
  return (
    <Stack gap="sm" miw={240}>
      {values.length < manyValues ? null : (
        <TextInput
          data-autofocus
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
          placeholder={t('common:filter.searchValues')}
          aria-label={t('common:filter.searchValues')}
        />
      )}
      <div className={classes.values} role="group" aria-label={spec.title}>
        {shown.map((value) => (
          <Checkbox
            key={value}
            checked={selected.includes(value)}
            onChange={() => toggle(value)}
            styles={{ labelWrapper: { flex: 1 } }}
            label={
              <span className={classes.value}>
                <span>{spec.titleOf(value)}</span>
                <span className="qos-figures">{formatNumber(counts[value] ?? 0, language)}</span>
              </span>
            }
          />
        ))}
        {shown.length === 0 ? <Text c="dimmed">{t('common:filter.nothing')}</Text> : null}
      </div>
    </Stack>
  )
}

function DaysEditor<Filter>({ spec, filter, onChange, onDone }: EditorProps<DaysFilterSpec<Filter>, Filter>) {
  const t = useText()
  const today = useToday()
  const { from, to } = spec.selected(filter)
  const year = today.slice(0, 4)
  const choose = (first: Day | null, last: Day | null) => {
    onChange(spec.change(first, last))
    onDone()
  }
  return (
    <Stack gap="sm" w={300}>
      <Group gap="xs">
        {monthSpans.map((count) => (
          <Preset key={count} onClick={() => choose(today, addMonths(today, count))}>
            {t('common:filter.nextMonths', { count })}
          </Preset>
        ))}
        <Preset onClick={() => choose(`${year}-01-01`, `${year}-12-31`)}>
          {t('common:filter.thisYear')}
        </Preset>
        <Preset onClick={() => choose(null, today)}>{t('common:filter.past')}</Preset>
      </Group>
      <DayField
        label={t('common:filter.from')}
        value={from}
        onChange={(day) => onChange(spec.change(day, to))}
      />
      <DayField
        label={t('common:filter.to')}
        value={to}
        base={from}
        onChange={(day) => onChange(spec.change(from, day))}
      />
    </Stack>
  )
}

function Preset({ children, onClick }: { readonly children: string; readonly onClick: () => void }) {
  return (
    <Button variant="light" size="compact-xs" onClick={onClick}>
      {children}
    </Button>
  )
}

/** Narrows when the typing pauses, so that the list does not jump with every letter. */
const typingPause = 250

function TextEditor<Filter>({ spec, filter, onChange, onDone }: EditorProps<TextFilterSpec<Filter>, Filter>) {
  const t = useText()
  const [typed, setTyped] = useState(spec.selected(filter) ?? '')
  const narrow = useDebouncedCallback(
    (text: string) => onChange(spec.change(text.trim() === '' ? null : text.trim())),
    { delay: typingPause, flushOnUnmount: true },
  )
  return (
    <TextInput
      data-autofocus
      w={260}
      label={t('common:filter.contains')}
      value={typed}
      maxLength={200}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        narrow(event.currentTarget.value)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onDone()
      }}
    />
  )
}

function FlagEditor<Filter>({ spec, filter, onChange }: EditorProps<FlagFilterSpec<Filter>, Filter>) {
  const t = useText()
  const value = spec.selected(filter)
  const choices: readonly [string, boolean | null, string][] = [
    ['any', null, t('common:filter.any')],
    ['yes', true, spec.yes],
    ['no', false, spec.no],
  ]
  return (
    <Radio.Group
      value={value === null ? 'any' : value ? 'yes' : 'no'}
      onChange={(next) => onChange(spec.change(choices.find(([name]) => name === next)?.[1] ?? null))}
      aria-label={spec.title}
    >
      <Stack gap="sm">
        {choices.map(([name, , title]) => (
          <Radio key={name} value={name} label={title} />
        ))}
      </Stack>
    </Radio.Group>
  )
}

function ChoiceEditor<Filter>({ spec, filter, onChange }: EditorProps<ChoiceFilterSpec<Filter>, Filter>) {
  const t = useText()
  return (
    <Radio.Group
      value={spec.selected(filter) ?? ''}
      onChange={(next) => onChange(spec.change(next === '' ? null : next))}
      aria-label={spec.title}
    >
      <div className={classes.values}>
        <Radio value="" label={t('common:filter.any')} />
        {spec.options.map((value) => (
          <Radio key={value} value={value} label={spec.titleOf(value)} />
        ))}
      </div>
    </Radio.Group>
  )
}
