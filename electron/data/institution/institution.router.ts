import { implement } from '@orpc/server'
import { institutionContract } from '../../../shared/institution/institution.contract.ts'
import type { Institution } from '../../../shared/institution/institution.ts'
import { checkInstitution } from '../../../shared/institution/institution-rules.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { withoutMeta } from '../../../shared/kernel/record.ts'
import type { DataContext } from '../context.ts'
import type { Reader } from '../workspace/database.ts'
import { institutionStore } from './institution.repository.ts'

/** The home university; every workspace is created with one. */
export async function getInstitution(db: Reader): Promise<Institution> {
  const [institution] = await institutionStore.listAll(db)
  if (institution === undefined) throw new AppError('not-found', { entity: 'institution' })
  return institution
}

export function createInstitutionRouter(context: DataContext) {
  const os = implement(institutionContract)
  return os.router({
    get: os.get.handler(async () => {
      const institution = await getInstitution(context.database().reader)
      return { institution, problems: checkInstitution(withoutMeta(institution)) }
    }),
    save: os.save.handler(async ({ input: { revision, fields } }) => {
      const problems = checkInstitution(fields)
      const errors = problems.filter(({ severity }) => severity === 'error')
      if (errors.length > 0) throw new AppError('invalid-record', { count: errors.length }, problems)
      const { id } = await getInstitution(context.database().reader)
      return context.database().write((tx) => institutionStore.update(tx, { id, revision }, fields))
    }),
  })
}
