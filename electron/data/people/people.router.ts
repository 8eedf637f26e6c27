import { implement } from '@orpc/server'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Person, PersonFields } from '../../../shared/people/person.ts'
import { checkPerson } from '../../../shared/people/person-rules.ts'
import { peopleContract } from '../../../shared/people/people.contract.ts'
import type { DataContext } from '../context.ts'
import { createRecordUseCases } from '../record-use-cases.ts'
import { personStore } from './person.repository.ts'

/** Once people have roles, one of them must be able to change them. */
async function assertAdministratorLeft(
  context: DataContext,
  gone: ReadonlySet<string>,
  added: readonly PersonFields[] = [],
): Promise<void> {
  const left = [...(await context.people()).values()].filter(({ id }) => !gone.has(id))
  const all: readonly PersonFields[] = [...left, ...added]
  if (all.length > 0 && !all.some(({ role }) => role === 'administrator'))
    throw new AppError('last-administrator')
}

export function createPeopleRouter(context: DataContext) {
  const os = implement(peopleContract)
  const people = createRecordUseCases<PersonFields>(context, {
    store: personStore,
    check: checkPerson,
    references: () => [],
  })
  const working = async (): Promise<Person | null> => {
    const { id } = context.working
    return id === null ? null : ((await context.people()).get(id) ?? null)
  }
  return os.router({
    list: os.list.handler(async () => [...(await context.people()).values()]),
    get: os.get.handler(({ input }) => people.get(input.id)),
    validate: os.validate.handler(({ input }) => people.validate(input.fields, input.id)),
    create: os.create.handler(async ({ input }) => {
      await assertAdministratorLeft(context, new Set(), [input.fields])
      return people.create(input.fields)
    }),
    save: os.save.handler(async ({ input }) => {
      await assertAdministratorLeft(context, new Set([input.id]), [input.fields])
      const saved = await people.save(input, input.fields)
      if (context.working.id === input.id) context.workAs(saved.record)
      return saved
    }),
    remove: os.remove.handler(async ({ input }) => {
      await assertAdministratorLeft(context, new Set(input.records.map(({ id }) => id)))
      return people.remove(input.records)
    }),
    restore: os.restore.handler(({ input }) => people.restore(input.ids)),
    working: os.working.handler(async () => {
      const person = await working()
      return { person, mustChoose: person === null && (await context.people()).size > 0 }
    }),
    workAs: os.workAs.handler(async ({ input }) => {
      const person = input.id === null ? null : await personStore.get(context.database().reader, input.id)
      context.workAs(person)
      context.publish({ topics: ['people'] })
      return person
    }),
  })
}
