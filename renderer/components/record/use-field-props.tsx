import type { ChangeEvent, ReactNode } from 'react'
import { FieldNotes } from './FieldNotes.tsx'
import { issuesAt, type FieldIssue } from './field-issue.ts'

type KeysOf<Fields, Value> = {
  [Key in keyof Fields]: Fields[Key] extends Value ? Key : never
}[keyof Fields] &
  string

/** What every control of a form is given, besides its value. */
type ControlProps = {
  readonly onBlur: () => void
  readonly readOnly: boolean
  readonly error: ReactNode
  readonly description: ReactNode
  readonly inputWrapperOrder: ('label' | 'input' | 'error' | 'description')[]
  readonly 'data-path': string
}

type FieldOptions = {
  /** Help that stands below the field when nothing is wrong with it. */
  readonly help?: ReactNode
}

export type FieldProps<Fields extends object> = {
  /** For a text field or text area: `<TextInput {...form.text('number')} label=... />`. */
  readonly text: (
    key: KeysOf<Fields, string>,
    options?: FieldOptions,
  ) => ControlProps & {
    value: string
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void
  }
  /** What a control at any path shows below itself; its value and changes are the caller's. */
  readonly control: (path: string, options?: FieldOptions) => ControlProps
  /** Error text at a path or inside it, for controls of one's own; undefined: none. */
  readonly errorAt: (path: string) => ReactNode
}

type Parts<Fields extends object> = {
  readonly values: Fields
  readonly change: (change: Partial<Fields>) => void
  readonly issues: readonly FieldIssue[]
  readonly isReadOnly: boolean
  readonly touch: (path: string) => void
}

/** Properties for the controls of a form, with errors and warnings at their fields. */
export function useFieldProps<Fields extends object>(parts: Parts<Fields>): FieldProps<Fields> {
  const { values, issues, isReadOnly, touch } = parts
  const errorAt = (path: string): ReactNode => {
    const error = issuesAt(issues, path).find(({ severity }) => severity === 'error')
    return error === undefined ? undefined : <FieldNotes issues={[error]} />
  }
  const control = (path: string, { help }: FieldOptions = {}): ControlProps => {
    const warnings = issuesAt(issues, path).filter(({ severity }) => severity === 'warning')
    return {
      onBlur: () => touch(path),
      readOnly: isReadOnly,
      error: errorAt(path),
      description: warnings.length > 0 ? <FieldNotes issues={warnings} /> : help,
      inputWrapperOrder: ['label', 'input', 'error', 'description'],
      'data-path': path,
    }
  }
  return {
    control,
    errorAt,
    text: (key, options) => ({
      ...control(key, options),
      value: String(values[key]),
      onChange: (event) => parts.change(single(key, event.currentTarget.value)),
    }),
  }
}

/** An object with the one field; the key is known to hold a text. */
function single<Fields>(key: string, value: string): Partial<Fields> {
  // A computed key widens to an index signature, which the compiler cannot match with a type parameter.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { [key]: value } as Partial<Fields>
}
