import type { ProgrammeFields } from '../../../shared/programmes/programme.ts'
import { childRows } from '../workspace/child-rows.ts'
import type { Writer } from '../workspace/database.ts'
import { createRecordStore, type RecordMapping } from '../workspace/record-store.ts'
import type { FieldReference } from '../workspace/references.ts'
import type { ProgrammeTable } from './programme.table.ts'

const toRow = (id: string, fields: ProgrammeFields): ProgrammeTable => ({
  id,
  name_kk: fields.names.kk,
  name_ru: fields.names.ru,
  name_en: fields.names.en,
  level: fields.level,
  master_track: fields.masterTrack,
  code: fields.code,
  isced_f: fields.iscedF,
  delivery: fields.delivery,
  award: fields.award,
  register_status: fields.registerStatus,
  epvo_id: fields.epvoId,
  home_teachers: fields.homeTeachers,
  partner_teachers: fields.partnerTeachers,
  first_year: fields.firstYear,
  last_year: fields.lastYear,
  notes: fields.notes,
})

const languages = childRows('programme_language', {
  owner: 'programme_id',
  orderBy: 'position',
  toItem: (row) => row.language,
  toRow: (language, position) => ({ position, language }),
})

const features = childRows('programme_feature', {
  owner: 'programme_id',
  orderBy: 'position',
  toItem: (row) => row.feature,
  toRow: (feature, position) => ({ position, feature }),
})

const partners = childRows('programme_partner', {
  owner: 'programme_id',
  orderBy: 'position',
  toItem: (row): ProgrammeFields['partners'][number] => ({
    partnerId: row.partner_id,
    agreementId: row.agreement_id,
    degree: row.degree,
  }),
  toRow: ({ partnerId, agreementId, degree }, position) => ({
    position,
    partner_id: partnerId,
    agreement_id: agreementId,
    degree,
  }),
})

const periods = childRows('programme_period', {
  owner: 'programme_id',
  orderBy: 'position',
  toItem: (row): ProgrammeFields['plan'][number] => ({
    partnerId: row.partner_id,
    credits: row.credits,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
  }),
  toRow: (period, position) => ({
    position,
    partner_id: period.partnerId,
    credits: period.credits,
    starts_on: period.startsOn,
    ends_on: period.endsOn,
  }),
})

async function writeLists(
  tx: Writer,
  id: string,
  fields: ProgrammeFields,
  before: ProgrammeFields | null,
): Promise<void> {
  await languages.write(tx, id, before?.languages, fields.languages)
  await features.write(tx, id, before?.features, fields.features)
  await partners.write(tx, id, before?.partners, fields.partners)
  await periods.write(tx, id, before?.plan, fields.plan)
}

/** The records that a programme's fields point at. */
export function programmeReferences(fields: ProgrammeFields): FieldReference[] {
  return [
    ...fields.partners.flatMap(({ partnerId, agreementId }, at) => [
      { entity: 'partner' as const, id: partnerId, field: `partners.${at}.partnerId` },
      ...(agreementId === null
        ? []
        : [{ entity: 'agreement' as const, id: agreementId, field: `partners.${at}.agreementId` }]),
    ]),
    ...fields.plan.flatMap(({ partnerId }, at) =>
      partnerId === null
        ? []
        : [{ entity: 'partner' as const, id: partnerId, field: `plan.${at}.partnerId` }],
    ),
  ]
}

const mapping: RecordMapping<ProgrammeFields> = {
  entity: 'programme',
  async read(db, ids) {
    const all = db.selectFrom('programme').selectAll()
    const rows = await (ids === null ? all : all.where('id', 'in', ids)).execute()
    const lists = {
      languages: await languages.read(db, ids),
      features: await features.read(db, ids),
      partners: await partners.read(db, ids),
      periods: await periods.read(db, ids),
    }
    return new Map(
      rows.map((row): [string, ProgrammeFields] => [
        row.id,
        {
          names: { kk: row.name_kk, ru: row.name_ru, en: row.name_en },
          level: row.level,
          masterTrack: row.master_track,
          code: row.code,
          iscedF: row.isced_f,
          languages: lists.languages.get(row.id) ?? [],
          delivery: row.delivery,
          features: lists.features.get(row.id) ?? [],
          award: row.award,
          registerStatus: row.register_status,
          epvoId: row.epvo_id,
          partners: lists.partners.get(row.id) ?? [],
          plan: lists.periods.get(row.id) ?? [],
          homeTeachers: row.home_teachers,
          partnerTeachers: row.partner_teachers,
          firstYear: row.first_year,
          lastYear: row.last_year,
          notes: row.notes,
        },
      ]),
    )
  },
  async insert(tx, id, fields) {
    await tx.trx.insertInto('programme').values(toRow(id, fields)).execute()
    await writeLists(tx, id, fields, null)
  },
  async update(tx, id, fields, before) {
    await tx.trx.updateTable('programme').set(toRow(id, fields)).where('id', '=', id).execute()
    await writeLists(tx, id, fields, before)
  },
  references: programmeReferences,
  async dependents(db, ids) {
    const cohorts = await db
      .selectFrom('cohort')
      .innerJoin('record', 'record.id', 'cohort.id')
      .select('record.id')
      .where('cohort.programme_id', 'in', ids)
      .where('record.deleted_at', 'is', null)
      .execute()
    return { cohort: cohorts.map(({ id }) => id) }
  },
}

/** Programmes with their partners, features, languages and plan of study periods. */
export const programmeStore = createRecordStore(mapping)
