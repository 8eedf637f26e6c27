import type { ProgrammeFields } from '../../../shared/programmes/programme.ts'
import { differs, groupBy } from '../workspace/list-rows.ts'
import type { Reader, Writer } from '../workspace/database.ts'
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

/** The lists of the programmes with these ids; `null`: of all. */
async function readLists(db: Reader, ids: readonly string[] | null) {
  const languages = db
    .selectFrom('programme_language')
    .selectAll()
    .orderBy('programme_id')
    .orderBy('position')
  const features = db.selectFrom('programme_feature').selectAll().orderBy('programme_id').orderBy('position')
  const partners = db.selectFrom('programme_partner').selectAll().orderBy('programme_id').orderBy('position')
  const periods = db.selectFrom('programme_period').selectAll().orderBy('programme_id').orderBy('position')
  return {
    languages: groupBy(
      await (ids === null ? languages : languages.where('programme_id', 'in', ids)).execute(),
      (row) => row.programme_id,
      (row) => row.language,
    ),
    features: groupBy(
      await (ids === null ? features : features.where('programme_id', 'in', ids)).execute(),
      (row) => row.programme_id,
      (row) => row.feature,
    ),
    partners: groupBy(
      await (ids === null ? partners : partners.where('programme_id', 'in', ids)).execute(),
      (row) => row.programme_id,
      (row) => ({ partnerId: row.partner_id, agreementId: row.agreement_id, degree: row.degree }),
    ),
    periods: groupBy(
      await (ids === null ? periods : periods.where('programme_id', 'in', ids)).execute(),
      (row) => row.programme_id,
      (row) => ({
        partnerId: row.partner_id,
        credits: row.credits,
        startsOn: row.starts_on,
        endsOn: row.ends_on,
      }),
    ),
  }
}

async function writeLists(
  tx: Writer,
  id: string,
  fields: ProgrammeFields,
  before: ProgrammeFields | null,
): Promise<void> {
  const programme_id = id
  if (differs(before?.languages, fields.languages)) {
    await tx.trx.deleteFrom('programme_language').where('programme_id', '=', id).execute()
    const rows = fields.languages.map((language, position) => ({ programme_id, position, language }))
    if (rows.length > 0) await tx.trx.insertInto('programme_language').values(rows).execute()
  }
  if (differs(before?.features, fields.features)) {
    await tx.trx.deleteFrom('programme_feature').where('programme_id', '=', id).execute()
    const rows = fields.features.map((feature, position) => ({ programme_id, position, feature }))
    if (rows.length > 0) await tx.trx.insertInto('programme_feature').values(rows).execute()
  }
  if (differs(before?.partners, fields.partners)) {
    await tx.trx.deleteFrom('programme_partner').where('programme_id', '=', id).execute()
    const rows = fields.partners.map(({ partnerId, agreementId, degree }, position) => ({
      programme_id,
      position,
      partner_id: partnerId,
      agreement_id: agreementId,
      degree,
    }))
    if (rows.length > 0) await tx.trx.insertInto('programme_partner').values(rows).execute()
  }
  if (differs(before?.plan, fields.plan)) {
    await tx.trx.deleteFrom('programme_period').where('programme_id', '=', id).execute()
    const rows = fields.plan.map((period, position) => ({
      programme_id,
      position,
      partner_id: period.partnerId,
      credits: period.credits,
      starts_on: period.startsOn,
      ends_on: period.endsOn,
    }))
    if (rows.length > 0) await tx.trx.insertInto('programme_period').values(rows).execute()
  }
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
    const lists = await readLists(db, ids)
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
