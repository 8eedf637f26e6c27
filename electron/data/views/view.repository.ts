import { AppError } from '../../../shared/kernel/app-error.ts'
import { foldText } from '../../../shared/kernel/fold.ts'
import type { RevisionReference } from '../../../shared/kernel/record.ts'
import { type SavedView, viewStateSchema } from '../../../shared/views/saved-view.ts'
import type { Reader, Writer } from '../workspace/database.ts'
import type { SavedViewTable } from './view.table.ts'

const entity = 'saved_view'

const toView = ({ id, revision, place, name, state_json }: SavedViewTable): SavedView => ({
  id,
  revision,
  place,
  name,
  state: viewStateSchema.parse(JSON.parse(state_json)),
})

/** What the audit trail keeps of a view. */
const toFields = ({ place, name, state }: SavedView) => ({ place, name, state })

/** The views in the order of their making. */
export async function listViews(db: Reader): Promise<SavedView[]> {
  const rows = await db
    .selectFrom('saved_view')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(toView)
}

async function getRow(db: Reader, id: string): Promise<SavedViewTable> {
  const row = await db.selectFrom('saved_view').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new AppError('not-found', { entity })
  return row
}

/** The view at that revision; refuses with `not-found` or `conflict`. */
async function getAt(db: Reader, { id, revision }: RevisionReference): Promise<SavedView> {
  const row = await getRow(db, id)
  if (row.removed_at !== null) throw new AppError('not-found', { entity })
  if (row.revision !== revision) throw new AppError('conflict', { entity })
  return toView(row)
}

/** Refuses a second view of a place under one name, however it is written. */
async function assertNameFree(db: Reader, { id, place, name }: Pick<SavedView, 'id' | 'place' | 'name'>) {
  const folded = foldText(name)
  const isTaken = (await listViews(db)).some(
    (other) => other.id !== id && other.place === place && foldText(other.name) === folded,
  )
  if (isTaken) throw new AppError('view-name-taken', { name })
}

export async function insertView(
  tx: Writer,
  fields: Pick<SavedView, 'place' | 'name' | 'state'>,
): Promise<SavedView> {
  const view: SavedView = { id: tx.newId(), revision: 1, ...fields }
  await assertNameFree(tx.trx, view)
  const { id, revision, place, name, state } = view
  await tx.trx
    .insertInto('saved_view')
    .values({ id, revision, place, name, state_json: JSON.stringify(state), removed_at: null })
    .execute()
  await tx.audit.append({ action: 'create', entity, entityId: id, before: null, after: toFields(view) })
  return view
}

/** Changes name and state; equal ones change nothing. */
export async function updateView(
  tx: Writer,
  reference: RevisionReference,
  fields: Pick<SavedView, 'name' | 'state'>,
): Promise<SavedView> {
  const before = await getAt(tx.trx, reference)
  const after: SavedView = { ...before, ...fields, revision: before.revision + 1 }
  if (JSON.stringify(toFields(before)) === JSON.stringify(toFields(after))) return before
  await assertNameFree(tx.trx, after)
  await tx.trx
    .updateTable('saved_view')
    .set({ name: after.name, state_json: JSON.stringify(after.state), revision: after.revision })
    .where('id', '=', after.id)
    .execute()
  await tx.audit.append({
    action: 'change',
    entity,
    entityId: after.id,
    before: toFields(before),
    after: toFields(after),
  })
  return after
}

export async function removeView(tx: Writer, reference: RevisionReference): Promise<void> {
  const view = await getAt(tx.trx, reference)
  await tx.trx
    .updateTable('saved_view')
    .set({ removed_at: tx.at, revision: view.revision + 1 })
    .where('id', '=', view.id)
    .execute()
  await tx.audit.append({ action: 'remove', entity, entityId: view.id, before: toFields(view), after: null })
}

/** Undoes a removal; a view that is there stays as it is. */
export async function restoreView(tx: Writer, id: string): Promise<SavedView> {
  const row = await getRow(tx.trx, id)
  if (row.removed_at === null) return toView(row)
  const view = { ...toView(row), revision: row.revision + 1 }
  await assertNameFree(tx.trx, view)
  await tx.trx
    .updateTable('saved_view')
    .set({ removed_at: null, revision: view.revision })
    .where('id', '=', id)
    .execute()
  await tx.audit.append({ action: 'restore', entity, entityId: id, before: null, after: toFields(view) })
  return view
}
