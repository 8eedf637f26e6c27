import { useEffect, useRef } from 'react'
import type { z } from 'zod'
import type { Problem } from '../../../shared/kernel/problem.ts'
import { useText } from '../../app/i18n.ts'
import { issuesOfProblems, issuesOfSchema, type FieldIssue } from './field-issue.ts'

type Check<Fields> = {
  readonly isChecked: boolean
  readonly id: string | null
  readonly values: Fields
  readonly schema: z.ZodType<Fields>
  readonly validate: (input: { id: string | null; fields: Fields }) => Promise<Problem[]>
  readonly onFound: (issues: readonly FieldIssue[]) => void
}

const pauseBeforeCheck = 300

/** Checks the fields after a pause: their shape here, everything else by the rules of the data service. */
export function useCheck<Fields>({ isChecked, id, values, schema, validate, onFound }: Check<Fields>): void {
  const t = useText()
  const call = useRef(validate)
  useEffect(() => {
    if (!isChecked) return undefined
    let isCurrent = true
    const timer = window.setTimeout(async () => {
      const parsed = schema.safeParse(values)
      if (!parsed.success) return onFound(issuesOfSchema(t, parsed.error))
      // A check that fails says nothing about the fields; saving will tell.
      const problems = await call.current({ id, fields: parsed.data }).catch(() => null)
      if (isCurrent && problems !== null) onFound(issuesOfProblems(t, problems))
    }, pauseBeforeCheck)
    return () => {
      isCurrent = false
      window.clearTimeout(timer)
    }
  }, [isChecked, values, id, schema, t, onFound])
}
