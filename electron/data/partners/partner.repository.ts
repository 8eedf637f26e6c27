import type { PartnerFields } from '../../../shared/partners/partner.ts'
import { childRows } from '../workspace/child-rows.ts'
import type { Writer } from '../workspace/database.ts'
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

const identifiers = childRows('partner_identifier', {
  owner: 'partner_id',
  orderBy: 'position',
  toItem: ({ scheme, value }): PartnerFields['identifiers'][number] => ({ scheme, value }),
  toRow: ({ scheme, value }, position) => ({ position, scheme, value }),
})

const contacts = childRows('partner_contact', {
  owner: 'partner_id',
  orderBy: 'position',
  toItem: (row): PartnerFields['contacts'][number] => ({
    name: row.name,
    position: row.job_title,
    email: row.email,
    phone: row.phone,
    isSignatory: row.is_signatory === 1,
  }),
  toRow: (contact, position) => ({
    position,
    name: contact.name,
    job_title: contact.position,
    email: contact.email,
    phone: contact.phone,
    is_signatory: contact.isSignatory ? (1 as const) : (0 as const),
  }),
})

const rankings = childRows('partner_ranking', {
  owner: 'partner_id',
  orderBy: 'position',
  toItem: ({ system, year, place, source }): PartnerFields['rankings'][number] => ({
    system,
    year,
    place,
    source,
  }),
  toRow: (ranking, position) => ({ position, ...ranking }),
})

async function writeLists(
  tx: Writer,
  id: string,
  fields: PartnerFields,
  before: PartnerFields | null,
): Promise<void> {
  await identifiers.write(tx, id, before?.identifiers, fields.identifiers)
  await contacts.write(tx, id, before?.contacts, fields.contacts)
  await rankings.write(tx, id, before?.rankings, fields.rankings)
}

const mapping: RecordMapping<PartnerFields> = {
  entity: 'partner',
  async read(db, ids) {
    const all = db.selectFrom('partner').selectAll()
    const rows = await (ids === null ? all : all.where('id', 'in', ids)).execute()
    const lists = {
      identifiers: await identifiers.read(db, ids),
      contacts: await contacts.read(db, ids),
      rankings: await rankings.read(db, ids),
    }
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
