import type { InstitutionFields } from '../../../shared/institution/institution.ts'
import { createRecordStore, type RecordMapping } from '../workspace/record-store.ts'
import type { InstitutionTable } from './institution.table.ts'

const toRow = (id: string, fields: InstitutionFields): InstitutionTable => ({
  id,
  name_kk: fields.names.kk,
  name_ru: fields.names.ru,
  name_en: fields.names.en,
  city_kk: fields.city.kk,
  city_ru: fields.city.ru,
  city_en: fields.city.en,
  bin: fields.bin,
  epvo_id: fields.epvoId,
  rector: fields.rector,
  website: fields.website,
})

const toFields = (row: InstitutionTable): InstitutionFields => ({
  names: { kk: row.name_kk, ru: row.name_ru, en: row.name_en },
  city: { kk: row.city_kk, ru: row.city_ru, en: row.city_en },
  bin: row.bin,
  epvoId: row.epvo_id,
  rector: row.rector,
  website: row.website,
})

const mapping: RecordMapping<InstitutionFields> = {
  entity: 'institution',
  async read(db, ids) {
    const all = db.selectFrom('institution').selectAll()
    const rows = await (ids === null ? all : all.where('id', 'in', ids)).execute()
    return new Map(rows.map((row) => [row.id, toFields(row)]))
  },
  async insert(tx, id, fields) {
    await tx.trx.insertInto('institution').values(toRow(id, fields)).execute()
  },
  async update(tx, id, fields) {
    await tx.trx.updateTable('institution').set(toRow(id, fields)).where('id', '=', id).execute()
  },
  references: () => [],
  async dependents() {
    return {}
  },
}

/** The home university; the database keeps a second one out. */
export const institutionStore = createRecordStore(mapping)
