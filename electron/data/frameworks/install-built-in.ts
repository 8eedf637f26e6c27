import { type FrameworkContent, wordingOf } from '../../../shared/frameworks/framework.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Log } from '../log.ts'
import type { Database, Reader } from '../workspace/database.ts'
import { builtInFrameworks } from './built-in.ts'
import { frameworkStore, newestWording, withContent } from './framework.repository.ts'

/**
 * Puts the frameworks of the application into the workspace that was opened. Where that is refused, as on a full disk,
 * the workspace is used without them: they are put in at the next opening.
 */
export async function installBuiltInFrameworks(
  database: Database,
  log: Log,
  frameworks: readonly FrameworkContent[] = builtInFrameworks,
): Promise<void> {
  try {
    await install(database, frameworks)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    log.info('frameworks-not-installed', { code: error.refusal.code })
  }
}

/**
 * The frameworks come published. Those that are there already stay as they are, so that assessments keep the words they
 * were written against; a corrected wording comes beside them. A file that may not be written gets none.
 */
async function install(database: Database, frameworks: readonly FrameworkContent[]): Promise<void> {
  // Asked before the transaction, too: most openings find everything in place and need not wait for a writer.
  if (database.isReadOnly || (await missing(database.reader, frameworks)).length === 0) return
  await database.write(async (tx) => {
    for (const content of await missing(tx.trx, frameworks)) {
      const fields = withContent(content, { origin: 'built-in', state: 'published', basedOn: null })
      await frameworkStore.insert(tx, fields)
    }
  })
}

/** What the workspace has in no wording or in an earlier one. An older program adds nothing to a newer one's file. */
async function missing(db: Reader, offered: readonly FrameworkContent[]): Promise<FrameworkContent[]> {
  const found: FrameworkContent[] = []
  for (const content of offered)
    if ((await newestWording(db, content)) < wordingOf(content)) found.push(content)
  return found
}
