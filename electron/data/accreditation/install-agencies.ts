import agencies from '../../../resources/agencies.json' with { type: 'json' }
import { agencyListSchema } from '../../../shared/accreditation/agency.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Log } from '../log.ts'
import type { Database, Reader } from '../workspace/database.ts'
import { agencyStore } from './agency.repository.ts'

/** The agencies that come with the program. */
export const builtInAgencies = agencyListSchema.parse(agencies).agencies

/**
 * Puts the known agencies into a workspace that never had any. Agencies that a person removed do not come back. Where
 * writing is refused, as on a full disk, the workspace is used without them until the next opening.
 */
export async function installAgencies(database: Database, log: Log): Promise<void> {
  if (database.isReadOnly || (await hadAgencies(database.reader))) return
  try {
    await database.write(async (tx) => {
      if (await hadAgencies(tx.trx)) return
      for (const fields of builtInAgencies) await agencyStore.insert(tx, fields)
    })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    log.info('agencies-not-installed', { code: error.refusal.code })
  }
}

async function hadAgencies(db: Reader): Promise<boolean> {
  const row = await db
    .selectFrom('record')
    .select('id')
    .where('entity', '=', 'agency')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
