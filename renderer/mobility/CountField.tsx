import { NumberInput, type NumberInputProps } from '@mantine/core'

type CountFieldProps = Omit<NumberInputProps, 'value' | 'onChange' | 'min' | 'max'> & {
  readonly value: number
  readonly onChange: (count: number) => void
}

/** A number of learners; nothing typed is 0. */
export function CountField({ value, onChange, ...field }: CountFieldProps) {
  return (
    <NumberInput
      classNames={{ input: 'qos-figures' }}
      {...field}
      value={value}
      min={0}
      max={100_000}
      allowDecimal={false}
      allowNegative={false}
      thousandSeparator=" "
      hideControls
      onFocus={(event) => {
        event.currentTarget.select()
        field.onFocus?.(event)
      }}
      onChange={(next) => onChange(typeof next === 'number' ? next : 0)}
    />
  )
}
