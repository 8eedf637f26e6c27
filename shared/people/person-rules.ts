import type { Problem } from '../kernel/problem.ts'
import type { PersonFields } from './person.ts'

const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** What is wrong with a person's fields: nobody is chosen by an empty name. */
export function checkPerson({ name, email }: PersonFields): Problem[] {
  const problems: Problem[] = []
  if (name === '')
    problems.push({ rule: 'person-name-missing', severity: 'error', field: 'name', params: {} })
  if (email !== '' && !emailPattern.test(email))
    problems.push({ rule: 'person-email-unusual', severity: 'warning', field: 'email', params: { email } })
  return problems
}
