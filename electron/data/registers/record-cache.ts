import type { Action } from '../../../shared/actions/action.ts'
import type { Accreditation } from '../../../shared/accreditation/accreditation.ts'
import type { Agency } from '../../../shared/accreditation/agency.ts'
import type { Agreement } from '../../../shared/agreements/agreement.ts'
import type { AnswerHead } from '../../../shared/assessment/answer.ts'
import type { Assessment } from '../../../shared/assessment/assessment.ts'
import type { Cycle } from '../../../shared/assessment/cycle.ts'
import type { Evidence } from '../../../shared/evidence/evidence.ts'
import type { Framework } from '../../../shared/frameworks/framework-record.ts'
import type { Supplement } from '../../../shared/frameworks/supplement.ts'
import type { Institution } from '../../../shared/institution/institution.ts'
import { type Entity, forEveryEntity, type RecordMeta } from '../../../shared/kernel/record.ts'
import { recordReferenceSchema } from '../../../shared/kernel/record.ts'
import type { Cohort } from '../../../shared/mobility/cohort.ts'
import type { Partner } from '../../../shared/partners/partner.ts'
import type { Person } from '../../../shared/people/person.ts'
import type { Programme } from '../../../shared/programmes/programme.ts'
import { actionStore } from '../actions/action.repository.ts'
import { accreditationStore } from '../accreditation/accreditation.repository.ts'
import { agencyStore } from '../accreditation/agency.repository.ts'
import type { Involvement } from '../../../shared/stakeholders/involvement.ts'
import type { Survey } from '../../../shared/surveys/survey.ts'
import { agreementStore } from '../agreements/agreement.repository.ts'
import { countAttachments } from '../attachments/attachment.repository.ts'
import { answerHeads, assessmentStore, cycleStore } from '../assessment/assessment.repository.ts'
import { evidenceStore } from '../evidence/evidence.repository.ts'
import { frameworkStore } from '../frameworks/framework.repository.ts'
import { supplementStore } from '../frameworks/supplement.repository.ts'
import { institutionStore } from '../institution/institution.repository.ts'
import { cohortStore } from '../mobility/cohort.repository.ts'
import { partnerStore } from '../partners/partner.repository.ts'
import { personStore } from '../people/person.repository.ts'
import { programmeStore } from '../programmes/programme.repository.ts'
import { involvementStore } from '../stakeholders/involvement.repository.ts'
import { surveyStore } from '../surveys/survey.repository.ts'
import type { Reader } from '../workspace/database.ts'
import type { FieldReference } from '../workspace/references.ts'
import { Relation } from './relation.ts'

/** Ids of records, by kind. */
export type TouchedRecords = Record<Entity, Set<string>>

export const noRecords = (): TouchedRecords => forEveryEntity(() => new Set<string>())

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
  readonly person = new Map<string, Person>()
  readonly framework = new Map<string, Framework>()
  readonly supplement = new Map<string, Supplement>()
  readonly cycle = new Map<string, Cycle>()
  readonly assessment = new Map<string, Assessment>()
  /** Answers without their texts, which are read by id. */
  readonly answer = new Map<string, AnswerHead>()
  readonly evidence = new Map<string, Evidence>()
  readonly action = new Map<string, Action>()
  readonly agency = new Map<string, Agency>()
  readonly accreditation = new Map<string, Accreditation>()
  readonly involvement = new Map<string, Involvement>()
  readonly survey = new Map<string, Survey>()
  /** Number of live attachments by owner. */
  readonly attachments = new Map<string, number>()
  readonly partnersOfAgreement = new Relation()
  readonly partnersOfProgramme = new Relation()
  readonly agreementsOfProgramme = new Relation()
  readonly programmeOfCohort = new Relation()
  /** What the records with link rows point at, whatever their kinds. */
  readonly links = new Relation()
  /** The kinds in the order in which they are read: what is pointed at comes first. */
  readonly #kinds: readonly CachedKind[] = [
    cachedKind(this.institution, institutionStore),
    cachedKind(this.partner, partnerStore),
    cachedKind(this.agreement, agreementStore, (id, agreement) =>
      this.partnersOfAgreement.set(id, agreement?.partnerIds ?? []),
    ),
    cachedKind(this.programme, programmeStore, (id, programme) => this.#relateProgramme(id, programme)),
    cachedKind(this.cohort, cohortStore, (id, cohort) =>
      this.programmeOfCohort.set(id, cohort === undefined ? [] : [cohort.programmeId]),
    ),
    this.#linkedKind(this.person, personStore),
    this.#linkedKind(this.framework, frameworkStore),
    this.#linkedKind(this.supplement, supplementStore),
    this.#linkedKind(this.evidence, evidenceStore),
    this.#linkedKind(this.cycle, cycleStore),
    this.#linkedKind(this.assessment, assessmentStore),
    this.#linkedKind(this.answer, answerHeads),
    this.#linkedKind(this.action, actionStore),
    this.#linkedKind(this.agency, agencyStore),
    this.#linkedKind(this.accreditation, accreditationStore),
    this.#linkedKind(this.involvement, involvementStore),
    this.#linkedKind(this.survey, surveyStore),
  ]
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
    const ids = noRecords()
    for (const { entity, records } of this.#kinds) for (const id of records.keys()) ids[entity].add(id)
    return ids
  }

  /** Reads everything, in place of what was in memory. The reader must show one state of the workspace. */
  async load(db: Reader): Promise<void> {
    for (const kind of this.#kinds) kind.forget()
    this.attachments.clear()
    await this.#readHead(db)
    for (const kind of this.#kinds) await kind.load(db)
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
    const refresh: (() => void)[] = []
    for (const kind of this.#kinds) refresh.push(await kind.reload(db, changed[kind.entity]))
    // Only after the last read: until then every answer shows the records as they were together.
    for (const replace of refresh) replace()
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
    this.#spreadLinks(changed, touched)
  }

  /** Along link rows: to what names the changed record, and to what it is a part of, as an answer of a cycle. */
  #spreadLinks(changed: TouchedRecords, touched: TouchedRecords): void {
    for (const kind of this.#kinds) {
      for (const id of changed[kind.entity]) {
        touched[kind.entity].add(id)
        const targets = [...this.links.targetsOf(id)]
        const further = targets.flatMap((target) => [...this.links.targetsOf(target)])
        for (const other of [...this.links.sourcesOf(id), ...targets, ...further]) {
          const found = this.#kinds.find(({ records }) => records.has(other))
          if (found !== undefined) touched[found.entity].add(other)
        }
      }
    }
  }

  #linkedKind<F, R extends RecordMeta & F>(
    records: Map<string, R>,
    store: CachedStore<R> & { references(fields: F): readonly FieldReference[] },
  ): CachedKind {
    return cachedKind(records, store, (id, record) =>
      this.links.set(id, record === undefined ? [] : store.references(record).map((target) => target.id)),
    )
  }

  #relateProgramme(id: string, programme: Programme | undefined): void {
    const partners = programme?.partners ?? []
    const inPlan = (programme?.plan ?? []).flatMap(({ partnerId }) => (partnerId === null ? [] : [partnerId]))
    this.partnersOfProgramme.set(id, [...partners.map(({ partnerId }) => partnerId), ...inPlan])
    this.agreementsOfProgramme.set(
      id,
      partners.flatMap(({ agreementId }) => (agreementId === null ? [] : [agreementId])),
    )
  }
}

/** Where the cache reads one kind of record: its store, or a part of what that holds. */
type CachedStore<R> = {
  readonly entity: Entity
  listAll(db: Reader): Promise<readonly R[]>
  listByIds(db: Reader, ids: readonly string[]): Promise<readonly R[]>
}

/** How the cache keeps one kind of record. */
type CachedKind = {
  readonly entity: Entity
  readonly records: ReadonlyMap<string, unknown>
  load(db: Reader): Promise<void>
  /** Takes everything out of the cache. */
  forget(): void
  /** Reads the records with these ids again and returns the step that puts them into the cache. */
  reload(db: Reader, ids: ReadonlySet<string>): Promise<() => void>
}

/** `relate` is told what a record is now; undefined: it is gone. */
function cachedKind<R extends RecordMeta>(
  records: Map<string, R>,
  store: CachedStore<R>,
  relate: (id: string, record: R | undefined) => void = () => undefined,
): CachedKind {
  const put = (record: R) => {
    records.set(record.id, record)
    relate(record.id, record)
  }
  return {
    entity: store.entity,
    records,
    async load(db) {
      for (const record of await store.listAll(db)) put(record)
    },
    forget() {
      for (const id of records.keys()) relate(id, undefined)
      records.clear()
    },
    async reload(db, ids) {
      const found = await store.listByIds(db, [...ids])
      return () => {
        for (const id of ids) {
          records.delete(id)
          relate(id, undefined)
        }
        for (const record of found) put(record)
      }
    },
  }
}
