import type { PartnerFields } from '../../../shared/partners/partner.ts'
import { differs, groupBy } from '../workspace/list-rows.ts'
import type { Reader, Writer } from '../workspace/database.ts'
import { createRecordStore, type RecordMapping } from '../workspace/record-store.ts'
import type { PartnerTable } from './partner.table.ts'

const toRow = (id: string, fields: PartnerFields): PartnerTable => ({
  id,
  name_kk: fields.names.kk,
  name_ru: fields.names.ru,
  name_en: fields.names.en,
  country: fields.country,
  city: fields.city,
  website: fields.website,
  credit_system: fields.creditSystem,
  ects_per_credit: fields.ectsPerCredit,
  notes: fields.notes,
})

/** The lists of the partners with these ids; `null`: of all. */
async function readLists(db: Reader, ids: readonly string[] | null) {
  const identifiers = db
    .selectFrom('partner_identifier')
    .selectAll()
    .orderBy('partner_id')
    .orderBy('position')
  const contacts = db.selectFrom('partner_contact').selectAll().orderBy('partner_id').orderBy('position')
  const rankings = db.selectFrom('partner_ranking').selectAll().orderBy('partner_id').orderBy('position')
  return {
    identifiers: groupBy(
      await (ids === null ? identifiers : identifiers.where('partner_id', 'in', ids)).execute(),
      (row) => row.partner_id,
      ({ scheme, value }) => ({ scheme, value }),
    ),
    contacts: groupBy(
      await (ids === null ? contacts : contacts.where('partner_id', 'in', ids)).execute(),
      (row) => row.partner_id,
      (row) => ({
        name: row.name,
        position: row.job_title,
        email: row.email,
        phone: row.phone,
        isSignatory: row.is_signatory === 1,
      }),
    ),
    rankings: groupBy(
      await (ids === null ? rankings : rankings.where('partner_id', 'in', ids)).execute(),
      (row) => row.partner_id,
      ({ system, year, place, source }) => ({ system, year, place, source }),
    ),
  }
}

async function writeLists(
  tx: Writer,
  id: string,
  fields: PartnerFields,
  before: PartnerFields | null,
): Promise<void> {
  const partner_id = id
  if (differs(before?.identifiers, fields.identifiers)) {
    await tx.trx.deleteFrom('partner_identifier').where('partner_id', '=', id).execute()
    const rows = fields.identifiers.map(({ scheme, value }, position) => ({
      partner_id,
      position,
      scheme,
      value,
    }))
    if (rows.length > 0) await tx.trx.insertInto('partner_identifier').values(rows).execute()
  }
  if (differs(before?.contacts, fields.contacts)) {
    await tx.trx.deleteFrom('partner_contact').where('partner_id', '=', id).execute()
    const rows = fields.contacts.map((contact, position) => ({
      partner_id,
      position,
      name: contact.name,
      job_title: contact.position,
      email: contact.email,
      phone: contact.phone,
      is_signatory: contact.isSignatory ? (1 as const) : (0 as const),
    }))
    if (rows.length > 0) await tx.trx.insertInto('partner_contact').values(rows).execute()
  }
  if (differs(before?.rankings, fields.rankings)) {
    await tx.trx.deleteFrom('partner_ranking').where('partner_id', '=', id).execute()
    const rows = fields.rankings.map((ranking, position) => ({ partner_id, position, ...ranking }))
    if (rows.length > 0) await tx.trx.insertInto('partner_ranking').values(rows).execute()
  }
}

const mapping: RecordMapping<PartnerFields> = {
  entity: 'partner',
  async read(db, ids) {
    const all = db.selectFrom('partner').selectAll()
    const rows = await (ids === null ? all : all.where('id', 'in', ids)).execute()
    const lists = await readLists(db, ids)
    return new Map(
      rows.map((row): [string, PartnerFields] => [
        row.id,
        {
          names: { kk: row.name_kk, ru: row.name_ru, en: row.name_en },
          country: row.country,
          city: row.city,
          website: row.website,
          identifiers: lists.identifiers.get(row.id) ?? [],
          contacts: lists.contacts.get(row.id) ?? [],
          rankings: lists.rankings.get(row.id) ?? [],
          creditSystem: row.credit_system,
          ectsPerCredit: row.ects_per_credit,
          notes: row.notes,
        },
      ]),
    )
  },
  async insert(tx, id, fields) {
    await tx.trx.insertInto('partner').values(toRow(id, fields)).execute()
    await writeLists(tx, id, fields, null)
  },
  async update(tx, id, fields, before) {
    await tx.trx.updateTable('partner').set(toRow(id, fields)).where('id', '=', id).execute()
    await writeLists(tx, id, fields, before)
  },
  references: () => [],
  async dependents(db, ids) {
    const parties = await db
      .selectFrom('agreement_party')
      .innerJoin('record', 'record.id', 'agreement_party.agreement_id')
      .select('record.id')
      .where('agreement_party.partner_id', 'in', ids)
      .where('record.deleted_at', 'is', null)
      .execute()
    const programmes = await db
      .selectFrom('programme_partner')
      .innerJoin('record', 'record.id', 'programme_partner.programme_id')
      .select('record.id')
      .where('programme_partner.partner_id', 'in', ids)
      .where('record.deleted_at', 'is', null)
      .execute()
    return { agreement: parties.map(({ id }) => id), programme: programmes.map(({ id }) => id) }
  },
}

/** Partner universities with their identifiers, contacts and rankings. */
export const partnerStore = createRecordStore(mapping)
