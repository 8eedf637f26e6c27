import { AppError } from '../../../shared/kernel/app-error.ts'
import {
  type CohortFields,
  fundingSourceSchema,
  withdrawalReasonSchema,
} from '../../../shared/mobility/cohort.ts'
import { childRows } from '../workspace/child-rows.ts'
import type { Reader, Writer } from '../workspace/database.ts'
import { createRecordStore, type RecordMapping } from '../workspace/record-store.ts'
import type { CohortFundingTable, CohortTable, CohortWithdrawalTable } from './cohort.table.ts'

const toRow = (id: string, fields: CohortFields): CohortTable => ({
  id,
  programme_id: fields.programmeId,
  academic_year: fields.academicYear,
  contingent: fields.contingent,
  applied: fields.applied,
  outgoing: fields.outgoing,
  incoming: fields.incoming,
  at_partner: fields.atPartner,
  returned: fields.returned,
  graduated: fields.graduated,
  foreign_citizens: fields.foreignCitizens,
  source: fields.source,
})

type Withdrawal = readonly [CohortWithdrawalTable['reason'], number]
type Funding = readonly [CohortFundingTable['source'], number]

const withdrawalRows = childRows('cohort_withdrawal', {
  owner: 'cohort_id',
  orderBy: 'reason',
  toItem: (row): Withdrawal => [row.reason, row.learners],
  toRow: ([reason, learners]) => ({ reason, learners }),
})

const fundingRows = childRows('cohort_funding', {
  owner: 'cohort_id',
  orderBy: 'source',
  toItem: (row): Funding => [row.source, row.learners],
  toRow: ([source, learners]) => ({ source, learners }),
})

/** Zero and absent mean the same: only counts above zero are stored. */
const withdrawalsIn = ({ withdrawn }: CohortFields): Withdrawal[] =>
  withdrawalReasonSchema.options
    .map((reason): Withdrawal => [reason, withdrawn[reason] ?? 0])
    .filter(([, learners]) => learners > 0)

const fundingIn = ({ funding }: CohortFields): Funding[] =>
  fundingSourceSchema.options
    .map((source): Funding => [source, funding[source] ?? 0])
    .filter(([, learners]) => learners > 0)

async function writeLists(
  tx: Writer,
  id: string,
  fields: CohortFields,
  before: CohortFields | null,
): Promise<void> {
  const old = before ?? undefined
  await withdrawalRows.write(tx, id, old && withdrawalsIn(old), withdrawalsIn(fields))
  await fundingRows.write(tx, id, old && fundingIn(old), fundingIn(fields))
}

const mapping: RecordMapping<CohortFields> = {
  entity: 'cohort',
  async read(db, ids) {
    const all = db.selectFrom('cohort').selectAll()
    const rows = await (ids === null ? all : all.where('id', 'in', ids)).execute()
    const lists = {
      withdrawals: await withdrawalRows.read(db, ids),
      funding: await fundingRows.read(db, ids),
    }
    return new Map(
      rows.map((row): [string, CohortFields] => [
        row.id,
        {
          programmeId: row.programme_id,
          academicYear: row.academic_year,
          contingent: row.contingent,
          applied: row.applied,
          outgoing: row.outgoing,
          incoming: row.incoming,
          atPartner: row.at_partner,
          returned: row.returned,
          graduated: row.graduated,
          withdrawn: Object.fromEntries(lists.withdrawals.get(row.id) ?? []),
          funding: Object.fromEntries(lists.funding.get(row.id) ?? []),
          foreignCitizens: row.foreign_citizens,
          source: row.source,
        },
      ]),
    )
  },
  async insert(tx, id, fields) {
    await tx.trx.insertInto('cohort').values(toRow(id, fields)).execute()
    await writeLists(tx, id, fields, null)
  },
  async update(tx, id, fields, before) {
    await tx.trx.updateTable('cohort').set(toRow(id, fields)).where('id', '=', id).execute()
    await writeLists(tx, id, fields, before)
  },
  references: (fields) => [{ entity: 'programme', id: fields.programmeId, field: 'programmeId' }],
  async dependents() {
    return {}
  },
  async guard(db, id, fields) {
    const other = await liveCohortsOf(db, fields.programmeId, fields.academicYear)
      .where('cohort.id', '<>', id)
      .executeTakeFirst()
    if (other === undefined) return
    const problem = { rule: 'cohort-twice', severity: 'error', field: 'academicYear', params: {} } as const
    throw new AppError('invalid-record', { count: 1 }, [problem])
  },
}

const liveCohortsOf = (db: Reader, programmeId: string, academicYear: number) =>
  db
    .selectFrom('cohort')
    .innerJoin('record', 'record.id', 'cohort.id')
    .select('cohort.id')
    .where('cohort.programme_id', '=', programmeId)
    .where('cohort.academic_year', '=', academicYear)
    .where('record.deleted_at', 'is', null)

/** The id of the live cohort of a programme in an academic year; there is at most one. */
export async function findCohortOf(
  db: Reader,
  programmeId: string,
  academicYear: number,
): Promise<string | undefined> {
  return (await liveCohortsOf(db, programmeId, academicYear).executeTakeFirst())?.id
}

/** Counts of one programme in one academic year. */
export const cohortStore = createRecordStore(mapping)
