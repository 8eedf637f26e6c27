import { agreementStore } from '../../electron/data/agreements/agreement.repository.ts'
import { institutionStore } from '../../electron/data/institution/institution.repository.ts'
import { cohortStore } from '../../electron/data/mobility/cohort.repository.ts'
import { partnerStore } from '../../electron/data/partners/partner.repository.ts'
import { programmeStore } from '../../electron/data/programmes/programme.repository.ts'
import type { Database } from '../../electron/data/workspace/database.ts'
import { ministryRegister } from './ministry-register.ts'
import { withoutMeta } from '../../shared/kernel/record.ts'

/** Puts the records of the test register into a workspace, under their own ids. */
export async function storeMinistryRegister(database: Database): Promise<void> {
  const register = ministryRegister()
  await database.write(async (tx) => {
    const [institution] = await institutionStore.listAll(tx.trx)
    if (institution === undefined) throw new Error('the workspace has no institution')
    await institutionStore.update(tx, institution, withoutMeta(register.institution))
    for (const record of register.partners) {
      await partnerStore.insert(tx, withoutMeta(record), { id: record.id })
    }
    for (const record of register.agreements) {
      await agreementStore.insert(tx, withoutMeta(record), { id: record.id })
    }
    for (const record of register.programmes) {
      await programmeStore.insert(tx, withoutMeta(record), { id: record.id })
    }
    for (const record of register.cohorts) {
      await cohortStore.insert(tx, withoutMeta(record), { id: record.id })
    }
  })
}
