import type { Agreement } from '../../../shared/agreements/agreement.ts'
import { agreementFieldsSchema } from '../../../shared/agreements/agreement.ts'
import { importedEntities, type ImportedEntity } from '../../../shared/imports/plan/drafts.ts'
import { academicYearLabel } from '../../../shared/kernel/calendar.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { nameIn } from '../../../shared/kernel/localized.ts'
import type { Language, RecordReference } from '../../../shared/kernel/record.ts'
import { cohortFieldsSchema } from '../../../shared/mobility/cohort.ts'
import { partnerFieldsSchema } from '../../../shared/partners/partner.ts'
import { type Programme, programmeFieldsSchema } from '../../../shared/programmes/programme.ts'
import type { DataContext } from '../context.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import { recordStores } from '../registers/record-stores.ts'
import type { Reader, Writer } from '../workspace/database.ts'
import { getBatch, markUndone } from './import.repository.ts'

/** One record that the import made (before null) or changed. */
type BatchChange = { entity: ImportedEntity; id: string; before: string | null }

type UndoPlan = {
  remove: BatchChange[]
  revert: BatchChange[]
  /** Changed or used since: they stay as they are. */
  left: BatchChange[]
}

/** Takes an import back, all of it or nothing; see the contract. */
export async function undoImport(
  context: DataContext,
  batch: string,
  { leaveChanged, language }: { leaveChanged: boolean; language: Language },
): Promise<{ undone: number; left: { record: RecordReference; label: string }[] }> {
  const cache = await context.registers().upToDate()
  const result = await context.database().write(async (tx) => {
    if ((await getBatch(tx.trx, batch)).undoneAt !== null) throw new AppError('import-undone-already')
    const plan = await planUndo(tx.trx, cache, batch)
    if (plan.left.length > 0 && !leaveChanged)
      throw new AppError('import-undo-changed', { count: plan.left.length })
    for (const change of plan.revert) await revert(tx, cache, change)
    for (const entity of importedEntities.toReversed()) {
      await removeAll(tx, cache, {
        entity,
        ids: plan.remove.filter((each) => each.entity === entity).map(({ id }) => id),
      })
    }
    await markUndone(tx, batch)
    return plan
  })
  context.publish({ topics: ['imports'] })
  return {
    undone: result.remove.length + result.revert.length,
    left: result.left.map((change) => named(cache, change, language)),
  }
}

/** The records that an undo would leave. */
export async function listChangedSince(
  context: DataContext,
  batch: string,
  language: Language,
): Promise<{ record: RecordReference; label: string }[]> {
  const cache = await context.registers().upToDate()
  const { reader } = context.database()
  await getBatch(reader, batch)
  return (await planUndo(reader, cache, batch)).left.map((change) => named(cache, change, language))
}

async function planUndo(db: Reader, cache: RecordCache, batch: string): Promise<UndoPlan> {
  const changes = await readChanges(db, batch)
  const touchedLater = await idsChangedAfter(db, batch)
  const left = new Set(
    changes
      .filter(({ id }) => touchedLater.has(id) || (cache.attachments.get(id) ?? 0) > 0)
      .map(({ id }) => id),
  )
  // What stays keeps what it points at; that may keep more in turn.
  for (let grew = true; grew;) {
    const kept = referencedByKept(cache, changes, left)
    const more = changes.filter(({ id, before }) => before === null && !left.has(id) && kept.has(id))
    for (const { id } of more) left.add(id)
    grew = more.length > 0
  }
  const isLeft = ({ id }: BatchChange): boolean => left.has(id)
  return {
    remove: changes.filter((change) => change.before === null && !isLeft(change)),
    revert: changes.filter((change) => change.before !== null && !isLeft(change)),
    // A record that someone has removed meanwhile is out of the way already.
    left: changes.filter((change) => isLeft(change) && cache[change.entity].has(change.id)),
  }
}

async function readChanges(db: Reader, batch: string): Promise<BatchChange[]> {
  const rows = await db
    .selectFrom('audit')
    .select(['entity', 'entity_id', 'before_json'])
    .where('batch_id', '=', batch)
    .where('entity', 'in', [...importedEntities])
    .orderBy('sequence')
    .execute()
  return rows.flatMap(({ entity, entity_id, before_json }) => {
    const known = importedEntities.find((each) => each === entity)
    return known === undefined ? [] : [{ entity: known, id: entity_id, before: before_json }]
  })
}

/** Ids of the batch's records that have a later row in the audit trail. */
export async function idsChangedAfter(db: Reader, batch: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('audit as own')
    .innerJoin('audit as later', (join) =>
      join
        .onRef('later.entity_id', '=', 'own.entity_id')
        .onRef('later.entity', '=', 'own.entity')
        .onRef('later.sequence', '>', 'own.sequence'),
    )
    .select('own.entity_id')
    .where('own.batch_id', '=', batch)
    .execute()
  return new Set(rows.map(({ entity_id }) => entity_id))
}

/** Ids that records point at which stay live and as they are now, or as they were before the import. */
function referencedByKept(
  cache: RecordCache,
  changes: readonly BatchChange[],
  left: ReadonlySet<string>,
): Set<string> {
  const undone = new Map(changes.filter(({ id }) => !left.has(id)).map((change) => [change.id, change]))
  const found = new Set<string>()
  for (const agreement of cache.agreement.values()) {
    const change = undone.get(agreement.id)
    if (change === undefined) for (const id of agreementTargets(agreement)) found.add(id)
    else if (change.before !== null)
      for (const id of agreementTargets(agreementFieldsSchema.parse(JSON.parse(change.before)))) found.add(id)
  }
  for (const programme of cache.programme.values()) {
    const change = undone.get(programme.id)
    if (change === undefined) for (const id of programmeTargets(programme)) found.add(id)
    else if (change.before !== null)
      for (const id of programmeTargets(programmeFieldsSchema.parse(JSON.parse(change.before)))) found.add(id)
  }
  for (const cohort of cache.cohort.values()) if (!undone.has(cohort.id)) found.add(cohort.programmeId)
  return found
}

type AgreementLinks = Pick<Agreement, 'partnerIds' | 'parentId' | 'predecessorId' | 'signatories'>

const agreementTargets = ({ partnerIds, parentId, predecessorId, signatories }: AgreementLinks): string[] =>
  [...partnerIds, parentId, predecessorId, ...signatories.map(({ partnerId }) => partnerId)].filter(
    (id) => id !== null,
  )

const programmeTargets = ({ partners, plan }: Pick<Programme, 'partners' | 'plan'>): string[] =>
  [
    ...partners.flatMap(({ partnerId, agreementId }) => [partnerId, agreementId]),
    ...plan.map(({ partnerId }) => partnerId),
  ].filter((id) => id !== null)

async function revert(tx: Writer, cache: RecordCache, { entity, id, before }: BatchChange): Promise<void> {
  const revision = cache[entity].get(id)?.revision
  if (revision === undefined || before === null) throw new AppError('not-found', { entity })
  const fields: unknown = JSON.parse(before)
  const reference = { id, revision }
  if (entity === 'partner')
    await recordStores.partner.update(tx, reference, partnerFieldsSchema.parse(fields))
  else if (entity === 'agreement')
    await recordStores.agreement.update(tx, reference, agreementFieldsSchema.parse(fields))
  else if (entity === 'programme')
    await recordStores.programme.update(tx, reference, programmeFieldsSchema.parse(fields))
  else await recordStores.cohort.update(tx, reference, cohortFieldsSchema.parse(fields))
}

async function removeAll(
  tx: Writer,
  cache: RecordCache,
  { entity, ids }: { entity: ImportedEntity; ids: readonly string[] },
): Promise<void> {
  const references = ids.flatMap((id) => {
    const revision = cache[entity].get(id)?.revision
    return revision === undefined ? [] : [{ id, revision }]
  })
  if (references.length > 0) await recordStores[entity].removeMany(tx, references)
}

function named(
  cache: RecordCache,
  { entity, id }: BatchChange,
  language: Language,
): { record: RecordReference; label: string } {
  return { record: { entity, id }, label: labelOf(cache, { entity, id }, language) }
}

function labelOf(
  cache: RecordCache,
  { entity, id }: Pick<BatchChange, 'entity' | 'id'>,
  language: Language,
): string {
  if (entity === 'partner') return nameIn(cache.partner.get(id)?.names ?? noNames, language)
  if (entity === 'programme') return nameIn(cache.programme.get(id)?.names ?? noNames, language)
  if (entity === 'agreement') {
    const agreement = cache.agreement.get(id)
    return agreement?.number || agreement?.title || ''
  }
  const cohort = cache.cohort.get(id)
  if (cohort === undefined) return ''
  return `${labelOf(cache, { entity: 'programme', id: cohort.programmeId }, language)}, ${academicYearLabel(cohort.academicYear)}`
}

const noNames = { kk: '', ru: '', en: '' }
