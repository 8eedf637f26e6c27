import type { RevisionReference } from '../../../shared/kernel/record.ts'
import { findLosses, giveBackToAnswers, takeOutOfAnswers } from '../assessment/evidence-of-answers.ts'
import type { DataContext } from '../context.ts'
import { evidenceStore } from './evidence.repository.ts'

/**
 * Takes pieces of evidence out of every answer, with their citations in the texts, and removes them: all of it in one
 * transaction. Refuses with `cycle-closed` or `section-locked` when one of the answers may not be changed, and with
 * `still-needed` when records of other kinds use a piece.
 */
export async function removeEverywhere(
  context: DataContext,
  references: readonly RevisionReference[],
): Promise<{ removed: RevisionReference[]; answerCount: number }> {
  const cache = await context.registers().upToDate()
  const ids = new Set(references.map(({ id }) => id))
  return context.database().write(async (tx) => {
    const answerCount = await takeOutOfAnswers(tx, cache, ids, context.working.id)
    return { removed: await evidenceStore.removeMany(tx, references), answerCount }
  })
}

/**
 * Undoes such a removal. An answer that nobody has changed since is as it was before; one that was changed gets the
 * evidence back in its place and keeps its text.
 */
export async function restoreEverywhere(
  context: DataContext,
  ids: readonly string[],
): Promise<{ restored: RevisionReference[]; answerCount: number }> {
  const cache = await context.registers().upToDate()
  return context.database().write(async (tx) => {
    const losses = await findLosses(tx.trx, ids)
    const restored = await evidenceStore.restoreMany(tx, ids)
    return { restored, answerCount: await giveBackToAnswers(tx, cache, losses, new Set(ids)) }
  })
}
