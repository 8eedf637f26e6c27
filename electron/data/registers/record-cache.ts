import type { Agreement } from '../../../shared/agreements/agreement.ts'
import type { Institution } from '../../../shared/institution/institution.ts'
import type { Entity, RecordReference } from '../../../shared/kernel/record.ts'
import { recordReferenceSchema } from '../../../shared/kernel/record.ts'
import type { Cohort } from '../../../shared/mobility/cohort.ts'
import type { Partner } from '../../../shared/partners/partner.ts'
import type { Programme } from '../../../shared/programmes/programme.ts'
import { agreementStore } from '../agreements/agreement.repository.ts'
import { countAttachments } from '../attachments/attachment.repository.ts'
import { institutionStore } from '../institution/institution.repository.ts'
import { cohortStore } from '../mobility/cohort.repository.ts'
import { partnerStore } from '../partners/partner.repository.ts'
import { programmeStore } from '../programmes/programme.repository.ts'
import type { Reader } from '../workspace/database.ts'
import { Relation } from './relation.ts'

/** Ids of records, by kind. */
export type TouchedRecords = Record<Entity, Set<string>>

export const noRecords = (): TouchedRecords => ({
  institution: new Set(),
  partner: new Set(),
  agreement: new Set(),
  programme: new Set(),
  cohort: new Set(),
})

/**
 * Every live record of the workspace in memory, with the relations between them. It follows the audit trail, in which
 * each change of any process is a row, and never writes.
 */
export class RecordCache {
  readonly institution = new Map<string, Institution>()
  readonly partner = new Map<string, Partner>()
  readonly agreement = new Map<string, Agreement>()
  readonly programme = new Map<string, Programme>()
  readonly cohort = new Map<string, Cohort>()
  /** Number of live attachments by owner. */
  readonly attachments = new Map<string, number>()
  readonly partnersOfAgreement = new Relation()
  readonly partnersOfProgramme = new Relation()
  readonly agreementsOfProgramme = new Relation()
  readonly programmeOfCohort = new Relation()
  /** Sequence and instant of the last audit row that is taken in. */
  #sequence = 0
  #hash = ''
  #changedAt = ''

  /** Instant of the last change in the workspace, UTC ISO; empty: nothing was ever changed. */
  get changedAt(): string {
    return this.#changedAt
  }

  /**
   * Tells whether the workspace is another state than a later one of what is in memory: a backup was restored, and the
   * last row taken in is not in the audit trail any more.
   */
  async isReplaced(db: Reader): Promise<boolean> {
    if (this.#sequence === 0) return false
    const row = await db
      .selectFrom('audit')
      .select('hash')
      .where('sequence', '=', this.#sequence)
      .executeTakeFirst()
    return row?.hash !== this.#hash
  }

  /** Ids of everything in memory. */
  ids(): TouchedRecords {
    const { institution, partner, agreement, programme, cohort } = this
    return {
      institution: new Set(institution.keys()),
      partner: new Set(partner.keys()),
      agreement: new Set(agreement.keys()),
      programme: new Set(programme.keys()),
      cohort: new Set(cohort.keys()),
    }
  }

  /** Reads everything, in place of what was in memory. The reader must show one state of the workspace. */
  async load(db: Reader): Promise<void> {
    this.#forgetAll()
    await this.#readHead(db)
    for (const record of await institutionStore.listAll(db)) this.institution.set(record.id, record)
    for (const record of await partnerStore.listAll(db)) this.partner.set(record.id, record)
    for (const record of await agreementStore.listAll(db)) this.#setAgreement(record)
    for (const record of await programmeStore.listAll(db)) this.#setProgramme(record)
    for (const record of await cohortStore.listAll(db)) this.#setCohort(record)
    for (const [owner, count] of await countAttachments(db, null)) this.attachments.set(owner, count)
  }

  /** Which records and which kinds of things changed since, by the audit trail. */
  async follow(db: Reader): Promise<{ records: TouchedRecords; entities: Set<string> }> {
    const records = noRecords()
    const entities = new Set<string>()
    const rows = await db
      .selectFrom('audit')
      .leftJoin('attachment', (join) =>
        join.onRef('attachment.id', '=', 'audit.entity_id').on('audit.entity', '=', 'attachment'),
      )
      .select([
        'audit.sequence',
        'audit.hash',
        'audit.at',
        'audit.entity',
        'audit.entity_id',
        'attachment.owner_entity',
        'attachment.owner_id',
      ])
      .where('audit.sequence', '>', this.#sequence)
      .orderBy('audit.sequence')
      .execute()
    for (const row of rows) {
      const entity = row.owner_entity ?? row.entity
      const reference = recordReferenceSchema.safeParse({ entity, id: row.owner_id ?? row.entity_id })
      if (reference.success) records[reference.data.entity].add(reference.data.id)
      // A file shows in the list of files and in the row of its record.
      entities.add(entity).add(row.entity)
      this.#sequence = row.sequence
      this.#hash = row.hash
      this.#changedAt = row.at
    }
    return { records, entities }
  }

  /** Reads the changed records again from the same state and returns every record whose row in a register may look different now. */
  async reload(db: Reader, changed: TouchedRecords): Promise<TouchedRecords> {
    const touched = noRecords()
    this.#spread(changed, touched)
    replaceAll(
      this.institution,
      changed.institution,
      await institutionStore.listByIds(db, [...changed.institution]),
    )
    replaceAll(this.partner, changed.partner, await partnerStore.listByIds(db, [...changed.partner]))
    const agreements = await agreementStore.listByIds(db, [...changed.agreement])
    const programmes = await programmeStore.listByIds(db, [...changed.programme])
    const cohorts = await cohortStore.listByIds(db, [...changed.cohort])
    for (const id of changed.agreement) this.#forgetAgreement(id)
    for (const id of changed.programme) this.#forgetProgramme(id)
    for (const id of changed.cohort) this.#forgetCohort(id)
    for (const record of agreements) this.#setAgreement(record)
    for (const record of programmes) this.#setProgramme(record)
    for (const record of cohorts) this.#setCohort(record)
    const owners = Object.values(changed).flatMap((ids) => [...ids])
    const counts = await countAttachments(db, owners)
    for (const owner of owners) this.attachments.set(owner, counts.get(owner) ?? 0)
    this.#spread(changed, touched)
    return touched
  }

  /** Ids of the agreements to which the partner is party. */
  agreementsOf(partnerId: string): ReadonlySet<string> {
    return this.partnersOfAgreement.sourcesOf(partnerId)
  }

  /** The record itself, whatever its kind. */
  find({ entity, id }: RecordReference): Institution | Partner | Agreement | Programme | Cohort | undefined {
    return this[entity].get(id)
  }

  async #readHead(db: Reader): Promise<void> {
    const last = await db
      .selectFrom('audit')
      .select(['sequence', 'hash', 'at'])
      .orderBy('sequence', 'desc')
      .limit(1)
      .executeTakeFirst()
    this.#sequence = last?.sequence ?? 0
    this.#hash = last?.hash ?? ''
    this.#changedAt = last?.at ?? ''
  }

  /** A change shows in the rows of the records that name, count or date the changed one. */
  #spread(changed: TouchedRecords, touched: TouchedRecords): void {
    const touch = (entity: Entity, ids: Iterable<string>) => {
      for (const id of ids) touched[entity].add(id)
    }
    const touchProgramme = (id: string) => {
      touch('programme', [id])
      touch('cohort', this.programmeOfCohort.sourcesOf(id))
    }
    const touchActivity = (agreementId: string) => {
      touch('agreement', [agreementId])
      touch('partner', this.partnersOfAgreement.targetsOf(agreementId))
    }
    touch('institution', changed.institution)
    touch('cohort', changed.cohort)
    for (const id of changed.partner) {
      touch('partner', [id])
      touch('agreement', this.partnersOfAgreement.sourcesOf(id))
      for (const programme of this.partnersOfProgramme.sourcesOf(id)) touchProgramme(programme)
    }
    for (const id of changed.agreement) touchActivity(id)
    const cohortProgrammes = [...changed.cohort].flatMap((id) => [...this.programmeOfCohort.targetsOf(id)])
    for (const id of [...changed.programme, ...cohortProgrammes]) {
      touchProgramme(id)
      touch('partner', this.partnersOfProgramme.targetsOf(id))
      for (const agreement of this.agreementsOfProgramme.targetsOf(id)) touchActivity(agreement)
    }
  }

  #forgetAll(): void {
    for (const id of this.agreement.keys()) this.#forgetAgreement(id)
    for (const id of this.programme.keys()) this.#forgetProgramme(id)
    for (const id of this.cohort.keys()) this.#forgetCohort(id)
    this.institution.clear()
    this.partner.clear()
    this.attachments.clear()
  }

  #setAgreement(record: Agreement): void {
    this.agreement.set(record.id, record)
    this.partnersOfAgreement.set(record.id, record.partnerIds)
  }

  #forgetAgreement(id: string): void {
    this.agreement.delete(id)
    this.partnersOfAgreement.set(id, [])
  }

  #setProgramme(record: Programme): void {
    this.programme.set(record.id, record)
    const inPlan = record.plan.flatMap(({ partnerId }) => (partnerId === null ? [] : [partnerId]))
    this.partnersOfProgramme.set(record.id, [...record.partners.map(({ partnerId }) => partnerId), ...inPlan])
    this.agreementsOfProgramme.set(
      record.id,
      record.partners.flatMap(({ agreementId }) => (agreementId === null ? [] : [agreementId])),
    )
  }

  #forgetProgramme(id: string): void {
    this.programme.delete(id)
    this.partnersOfProgramme.set(id, [])
    this.agreementsOfProgramme.set(id, [])
  }

  #setCohort(record: Cohort): void {
    this.cohort.set(record.id, record)
    this.programmeOfCohort.set(record.id, [record.programmeId])
  }

  #forgetCohort(id: string): void {
    this.cohort.delete(id)
    this.programmeOfCohort.set(id, [])
  }
}

function replaceAll<R extends { id: string }>(records: Map<string, R>, ids: Set<string>, found: R[]): void {
  for (const id of ids) records.delete(id)
  for (const record of found) records.set(record.id, record)
}
