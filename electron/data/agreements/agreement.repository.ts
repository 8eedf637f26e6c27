import type { AgreementFields, Term } from '../../../shared/agreements/agreement.ts'
import { childRows } from '../workspace/child-rows.ts'
import type { Writer } from '../workspace/database.ts'
import { createRecordStore, type RecordMapping } from '../workspace/record-store.ts'
import type { FieldReference } from '../workspace/references.ts'
import type { AgreementTable } from './agreement.table.ts'

const toRow = (id: string, fields: AgreementFields): AgreementTable => ({
  id,
  kind: fields.kind,
  number: fields.number,
  title: fields.title,
  subject: fields.subject,
  stage: fields.stage,
  signed_on: fields.signedOn,
  starts_on: fields.startsOn,
  ...toTermColumns(fields.term),
  terminated_on: fields.terminatedOn,
  parent_id: fields.parentId,
  predecessor_id: fields.predecessorId,
  owner: fields.owner,
  notes: fields.notes,
})

type TermColumns = Pick<
  AgreementTable,
  'term_kind' | 'term_ends_on' | 'term_every_years' | 'term_notice_months'
>

const toTermColumns = (term: Term | null): TermColumns => ({
  term_kind: term?.kind ?? null,
  term_ends_on: term?.kind === 'fixed' ? term.endsOn : null,
  term_every_years: term?.kind === 'auto_renewed' ? term.everyYears : null,
  term_notice_months: term?.kind === 'auto_renewed' ? term.noticeMonths : null,
})

function toTerm(row: TermColumns): Term | null {
  if (row.term_kind === 'perpetual') return { kind: 'perpetual' }
  if (row.term_ends_on !== null) return { kind: 'fixed', endsOn: row.term_ends_on }
  if (row.term_every_years === null || row.term_notice_months === null) return null
  return { kind: 'auto_renewed', everyYears: row.term_every_years, noticeMonths: row.term_notice_months }
}

const parties = childRows('agreement_party', {
  owner: 'agreement_id',
  orderBy: 'position',
  toItem: (row) => row.partner_id,
  toRow: (partner_id, position) => ({ position, partner_id }),
})

const signatories = childRows('agreement_signatory', {
  owner: 'agreement_id',
  orderBy: 'position',
  toItem: (row): AgreementFields['signatories'][number] => ({
    partnerId: row.partner_id,
    name: row.name,
    position: row.job_title,
  }),
  toRow: (signatory, position) => ({
    position,
    partner_id: signatory.partnerId,
    name: signatory.name,
    job_title: signatory.position,
  }),
})

const events = childRows('agreement_event', {
  owner: 'agreement_id',
  orderBy: 'position',
  toItem: (row): AgreementFields['events'][number] => ({ on: row.held_on, kind: row.kind, note: row.note }),
  toRow: ({ on, kind, note }, position) => ({ position, held_on: on, kind, note }),
})

async function writeLists(
  tx: Writer,
  id: string,
  fields: AgreementFields,
  before: AgreementFields | null,
): Promise<void> {
  await parties.write(tx, id, before?.partnerIds, fields.partnerIds)
  await signatories.write(tx, id, before?.signatories, fields.signatories)
  await events.write(tx, id, before?.events, fields.events)
}

/** The records that an agreement's fields point at. */
export function agreementReferences(fields: AgreementFields): FieldReference[] {
  const { parentId, predecessorId } = fields
  return [
    ...fields.partnerIds.map((id, at) => ({ entity: 'partner' as const, id, field: `partnerIds.${at}` })),
    ...fields.signatories.flatMap(({ partnerId }, at) =>
      partnerId === null
        ? []
        : [{ entity: 'partner' as const, id: partnerId, field: `signatories.${at}.partnerId` }],
    ),
    ...(parentId === null ? [] : [{ entity: 'agreement' as const, id: parentId, field: 'parentId' }]),
    ...(predecessorId === null
      ? []
      : [{ entity: 'agreement' as const, id: predecessorId, field: 'predecessorId' }]),
  ]
}

const mapping: RecordMapping<AgreementFields> = {
  entity: 'agreement',
  async read(db, ids) {
    const all = db.selectFrom('agreement').selectAll()
    const rows = await (ids === null ? all : all.where('id', 'in', ids)).execute()
    const lists = {
      parties: await parties.read(db, ids),
      signatories: await signatories.read(db, ids),
      events: await events.read(db, ids),
    }
    return new Map(
      rows.map((row): [string, AgreementFields] => [
        row.id,
        {
          kind: row.kind,
          number: row.number,
          title: row.title,
          subject: row.subject,
          partnerIds: lists.parties.get(row.id) ?? [],
          stage: row.stage,
          signedOn: row.signed_on,
          startsOn: row.starts_on,
          term: toTerm(row),
          terminatedOn: row.terminated_on,
          parentId: row.parent_id,
          predecessorId: row.predecessor_id,
          signatories: lists.signatories.get(row.id) ?? [],
          events: lists.events.get(row.id) ?? [],
          owner: row.owner,
          notes: row.notes,
        },
      ]),
    )
  },
  async insert(tx, id, fields) {
    await tx.trx.insertInto('agreement').values(toRow(id, fields)).execute()
    await writeLists(tx, id, fields, null)
  },
  async update(tx, id, fields, before) {
    await tx.trx.updateTable('agreement').set(toRow(id, fields)).where('id', '=', id).execute()
    await writeLists(tx, id, fields, before)
  },
  references: agreementReferences,
  async dependents(db, ids) {
    const agreements = await db
      .selectFrom('agreement')
      .innerJoin('record', 'record.id', 'agreement.id')
      .select('record.id')
      .where((where) =>
        where.or([where('agreement.parent_id', 'in', ids), where('agreement.predecessor_id', 'in', ids)]),
      )
      .where('record.deleted_at', 'is', null)
      .execute()
    const programmes = await db
      .selectFrom('programme_partner')
      .innerJoin('record', 'record.id', 'programme_partner.programme_id')
      .select('record.id')
      .where('programme_partner.agreement_id', 'in', ids)
      .where('record.deleted_at', 'is', null)
      .execute()
    return { agreement: agreements.map(({ id }) => id), programme: programmes.map(({ id }) => id) }
  },
}

/** Agreements with their parties, signatories and events. */
export const agreementStore = createRecordStore(mapping)
