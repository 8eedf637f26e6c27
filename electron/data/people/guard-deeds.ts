import { os } from '@orpc/server'
import type { DataContext } from '../context.ts'
import { procedureDeeds } from './procedure-deeds.ts'

/**
 * Middleware of the whole router: a procedure that writes runs only when who works may do its deed. Rules that depend
 * on the record, such as that nobody approves their own text, stand with the feature.
 */
export function guardDeeds(context: DataContext) {
  return os.middleware(async ({ path, next }) => {
    const deed = procedureDeeds[path.join('.')]
    if (deed !== undefined) await context.assertMay(deed)
    return next()
  })
}
