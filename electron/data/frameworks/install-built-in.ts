import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Log } from '../log.ts'
import type { Database, Reader } from '../workspace/database.ts'
import { builtInFrameworks } from './built-in.ts'
import { findInstalled, frameworkStore, withContent } from './framework.repository.ts'

/**
 * Puts the frameworks of the application into the workspace that was opened. Where that is refused, as on a full disk,
 * the workspace is used without them: they are put in at the next opening.
 */
export async function installBuiltInFrameworks(database: Database, log: Log): Promise<void> {
  try {
    await install(database)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    log.info('frameworks-not-installed', { code: error.refusal.code })
  }
}

/**
 * The frameworks come published. Those that are there already stay as they are, so that assessments keep the words they
 * were written against. A file that may not be written gets none.
 */
async function install(database: Database): Promise<void> {
  // Asked before the transaction, too: most openings find everything in place and need not wait for a writer.
  if (database.isReadOnly || (await missing(database.reader)).length === 0) return
  await database.write(async (tx) => {
    for (const content of await missing(tx.trx)) {
      const fields = withContent(content, { origin: 'built-in', state: 'published', basedOn: null })
      await frameworkStore.insert(tx, fields)
    }
  })
}

async function missing(db: Reader): Promise<typeof builtInFrameworks> {
  const installed = await findInstalled(db, builtInFrameworks)
  return builtInFrameworks.filter((content) => !installed.includes(content))
}
