import {
  isCrosswalk,
  type Supplement,
  type SupplementContent,
  supplementName,
} from '../../../shared/frameworks/supplement.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { RevisionReference } from '../../../shared/kernel/record.ts'
import type { DataContext } from '../context.ts'
import { allScales, supplementStore } from './supplement.repository.ts'

/**
 * Keeps a crosswalk or a scale that came as a file. A crosswalk only offers, so a later one takes the place of the
 * earlier one between the same editions. The words of a scale stand in reports: `scale-exists` refuses a code that is
 * taken.
 */
export async function saveSupplement(context: DataContext, content: SupplementContent): Promise<Supplement> {
  const { supplement } = await context.registers().upToDate()
  if (!isCrosswalk(content) && allScales(supplement).some(({ code }) => code === content.code))
    throw new AppError('scale-exists', { code: content.code })
  const name = supplementName(content)
  const earlier = [...supplement.values()].find((each) => supplementName(each.content) === name)
  return context
    .database()
    .write((tx) =>
      earlier === undefined
        ? supplementStore.insert(tx, { content })
        : supplementStore.update(tx, earlier, { content }),
    )
}

/** Removes loaded crosswalks and scales softly; `scale-in-use` refuses while a cycle reports in a scale. */
export async function removeSupplements(
  context: DataContext,
  records: readonly RevisionReference[],
): Promise<RevisionReference[]> {
  const { supplement, cycle } = await context.registers().upToDate()
  for (const { id } of records) {
    const content = supplement.get(id)?.content
    if (content === undefined || isCrosswalk(content)) continue
    const count = [...cycle.values()].filter(({ scaleCode }) => scaleCode === content.code).length
    if (count > 0) throw new AppError('scale-in-use', { code: content.code, count })
  }
  return context.database().write((tx) => supplementStore.removeMany(tx, records))
}
