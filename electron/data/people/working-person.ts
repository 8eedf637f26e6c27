import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Person } from '../../../shared/people/person.ts'
import { type Deed, may } from '../../../shared/people/permissions.ts'

/**
 * Who works with the open workspace in this process, and what they may do. Nobody is chosen when a workspace opens.
 * There is no sign-in yet: the audit trail names the person and the user of the computer.
 */
export class WorkingPerson {
  readonly #computerUser: string
  #id: string | null = null
  #name: string | null = null

  constructor(computerUser: string) {
    this.#computerUser = computerUser
  }

  /** The chosen person's id; null: nobody. */
  get id(): string | null {
    return this.#id
  }

  /** How the audit trail names who works: person and user of the computer, or the latter alone. */
  get actor(): string {
    return this.#name === null ? this.#computerUser : `${this.#name} (${this.#computerUser})`
  }

  choose(person: Pick<Person, 'id' | 'name'> | null): void {
    this.#id = person?.id ?? null
    this.#name = person?.name ?? null
  }
}

/**
 * Refuses with `not-allowed` what the role does not permit, and with `nobody-working` when the workspace has people and
 * none of them is chosen. A workspace without people allows everything.
 */
export function assertMay(people: ReadonlyMap<string, Person>, id: string | null, deed: Deed): void {
  if (people.size === 0) return
  const person = id === null ? undefined : people.get(id)
  if (person === undefined) throw new AppError('nobody-working')
  if (!may(person.role, deed))
    throw new AppError('not-allowed', { person: person.name, role: person.role, deed })
}
