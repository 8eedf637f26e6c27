import { Anchor, Text } from '@mantine/core'
import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react'
import type { Problem, RecordProblem } from '../../shared/kernel/problem.ts'
import type { RecordReference } from '../../shared/kernel/record.ts'
import { describeProblem } from '../../shared/locales/i18n.ts'
import { useText } from '../app/i18n.ts'
import classes from './problem-list.module.css'

type ProblemListProps = {
  readonly problems: readonly (Problem | RecordProblem)[]
  /** What people call a field of the record, by its path. */
  readonly fieldTitle?: (field: string) => string
  /** Opens the record that a problem was found in. */
  readonly onOpen?: (record: RecordReference, field: string) => void
  /** Goes to the field, for a list inside the record's own form. */
  readonly onField?: (field: string) => void
}

/** Findings of rules: what is wrong where, what to do, and which source says so. Errors come first. */
export function ProblemList({ problems, fieldTitle, onOpen, onField }: ProblemListProps) {
  const ordered = problems.toSorted((one, other) => rank(one) - rank(other))
  return (
    <ul className={classes.list}>
      {ordered.map((problem, index) => (
        <li key={`${problem.rule}-${problem.field}-${index}`} data-severity={problem.severity}>
          <Mark severity={problem.severity} />
          <div>
            <Where problem={problem} fieldTitle={fieldTitle} onOpen={onOpen} onField={onField} />
            <Sentences problem={problem} />
          </div>
        </li>
      ))}
    </ul>
  )
}

function rank({ severity }: Problem): number {
  return severity === 'error' ? 0 : 1
}

function Mark({ severity }: Pick<Problem, 'severity'>) {
  const t = useText()
  const Sign = severity === 'error' ? IconAlertCircle : IconAlertTriangle
  return <Sign size={18} role="img" aria-label={t(`common:severity.${severity}`)} />
}

function Sentences({ problem }: { readonly problem: Problem }) {
  const t = useText()
  const { message, remedy, source } = describeProblem(t, problem)
  return (
    <>
      <Text>{message}</Text>
      <Text size="xs" c="dimmed">
        {remedy} {source === '' ? null : t('common:problem.source', { source })}
      </Text>
    </>
  )
}

type WhereProps = {
  readonly problem: Problem | RecordProblem
  readonly fieldTitle: ProblemListProps['fieldTitle'] | undefined
  readonly onOpen: ProblemListProps['onOpen'] | undefined
  readonly onField: ProblemListProps['onField'] | undefined
}

function Where({ problem, fieldTitle, onOpen, onField }: WhereProps) {
  const field = problem.field === '' ? '' : (fieldTitle?.(problem.field) ?? '')
  if ('label' in problem) {
    const { record, label } = problem
    return (
      <Text size="xs" fw={700}>
        {record === null || onOpen === undefined ? (
          label
        ) : (
          <Anchor component="button" type="button" inherit onClick={() => onOpen(record, problem.field)}>
            {label}
          </Anchor>
        )}
        {field === '' ? null : ` · ${field}`}
      </Text>
    )
  }
  if (field === '') return null
  return onField === undefined ? (
    <Text size="xs" fw={700}>
      {field}
    </Text>
  ) : (
    <Anchor component="button" type="button" size="xs" fw={700} onClick={() => onField(problem.field)}>
      {field}
    </Anchor>
  )
}
