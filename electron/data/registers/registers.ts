import type { Day } from '../../../shared/kernel/day.ts'
import type { Entity, Language } from '../../../shared/kernel/record.ts'
import type { Register } from '../../../shared/reports/register.ts'
import type { Change } from '../../../shared/workspace/workspace.contract.ts'
import { actionRegister } from '../actions/action.register.ts'
import { accreditationRegister } from '../accreditation/accreditation.register.ts'
import { agencyRegister } from '../accreditation/agency.register.ts'
import { agreementRegister } from '../agreements/agreement.register.ts'
import { evidenceRegister } from '../evidence/evidence.register.ts'
import { cohortRegister } from '../mobility/cohort.register.ts'
import { partnerRegister } from '../partners/partner.register.ts'
import { programmeRegister } from '../programmes/programme.register.ts'
import { involvementRegister } from '../stakeholders/involvement.register.ts'
import { surveyRegister } from '../surveys/survey.register.ts'
import type { Database, Reader } from '../workspace/database.ts'
import { noRecords, RecordCache, type TouchedRecords } from './record-cache.ts'
import { TextIndex } from './text-index.ts'
import { type ListInput, type ListOutput, type RegisterDefinition, RegisterView } from './register-view.ts'

type Topic = Change['topics'][number]

const topicOf: Readonly<Record<Entity | 'attachment' | 'saved_view', Topic>> = {
  institution: 'institution',
  person: 'people',
  framework: 'frameworks',
  supplement: 'frameworks',
  cycle: 'assessment',
  assessment: 'assessment',
  answer: 'assessment',
  evidence: 'evidence',
  action: 'actions',
  agency: 'agencies',
  accreditation: 'accreditation',
  involvement: 'stakeholders',
  survey: 'surveys',
  partner: 'partners',
  agreement: 'agreements',
  programme: 'programmes',
  cohort: 'mobility',
  attachment: 'attachments',
  saved_view: 'views',
}

/** A view per day and language; a window shows one, a report may ask for another. */
const keptViews = 3

/** Folding in the background works so long and then rests so long, milliseconds. */
const foldingSlice = 8

/** The kinds that the search finds. */
type SearchedEntity =
  | 'partner'
  | 'agreement'
  | 'programme'
  | 'cohort'
  | 'action'
  | 'accreditation'
  | 'agency'
  | 'evidence'
  | 'involvement'
  | 'survey'

type AnyView = { touch(ids: ReadonlySet<string>): void }

/** One register and its views. Folded texts are shared by all of them. */
class RegisterViews<Summary extends { id: string }, Filter, Column extends string> {
  readonly definition: RegisterDefinition<Summary, Filter, Column>
  readonly texts: TextIndex
  readonly #views = new Map<string, RegisterView<Summary, Filter, Column>>()

  constructor(definition: RegisterDefinition<Summary, Filter, Column>) {
    this.definition = definition
    this.texts = new TextIndex(definition)
  }

  view(cache: RecordCache, on: Day, language: Language): RegisterView<Summary, Filter, Column> {
    const name = `${on} ${language}`
    const view =
      this.#views.get(name) ?? new RegisterView(this.definition, cache, this.texts, { on, language })
    // Put at the end: the first one is the one that was not asked for longest.
    this.#views.delete(name)
    this.#views.set(name, view)
    const [oldest] = this.#views.keys()
    if (this.#views.size > keptViews && oldest !== undefined) this.#views.delete(oldest)
    return view
  }

  touch(ids: ReadonlySet<string>): void {
    this.texts.forget(ids)
    for (const view of this.#views.values() as Iterable<AnyView>) view.touch(ids)
  }
}

/**
 * The registers of the open workspace, in memory: every list, filter, sort and search answers from here.
 * They are loaded at first use and follow the audit trail afterwards, also when another process writes
 * (docs/decisions/0008-registers-in-memory.md).
 */
export class Registers {
  readonly #database: Database
  readonly #publish: (change: Change) => void
  readonly #cache = new RecordCache()
  readonly partners = new RegisterViews(partnerRegister)
  readonly agreements = new RegisterViews(agreementRegister)
  readonly programmes = new RegisterViews(programmeRegister)
  readonly cohorts = new RegisterViews(cohortRegister)
  readonly actions = new RegisterViews(actionRegister)
  readonly agencies = new RegisterViews(agencyRegister)
  readonly accreditations = new RegisterViews(accreditationRegister)
  readonly evidence = new RegisterViews(evidenceRegister)
  readonly involvements = new RegisterViews(involvementRegister)
  readonly surveys = new RegisterViews(surveyRegister)
  #isLoaded = false
  #foreignVersion: number
  /** The last load or update; each begins when the one before has ended. */
  #work: Promise<void> = Promise.resolve()
  #isBehind = true
  #isClosed = false

  constructor(database: Database, publish: (change: Change) => void) {
    this.#database = database
    this.#publish = publish
    this.#foreignVersion = database.foreignVersion()
    database.onCommit((entities) => {
      this.#isBehind = true
      // Without rows to bring up to date there is nothing to read; the registers load when somebody asks for them.
      if (!this.#isLoaded) {
        this.#announce(entities)
        return
      }
      // Whoever waits for the answer meets the error; this call only tells the pages.
      this.upToDate().catch(() => undefined)
    })
  }

  /** The records in memory, with everything that was committed before the call. */
  async upToDate(): Promise<RecordCache> {
    const version = this.#database.foreignVersion()
    if (version !== this.#foreignVersion) {
      this.#foreignVersion = version
      this.#isBehind = true
    }
    if (this.#isBehind) {
      this.#isBehind = false
      this.#work = this.#work.catch(() => undefined).then(() => this.#catchUp())
    }
    await this.#work
    return this.#cache
  }

  /** Looks whether another process has written, and tells the pages; costs nothing when nobody uses the registers. */
  followOthers(): void {
    if (!this.#isLoaded || this.#database.foreignVersion() === this.#foreignVersion) return
    this.upToDate().catch(() => undefined)
  }

  async list<Summary extends { id: string }, Filter, Column extends string>(
    views: RegisterViews<Summary, Filter, Column>,
    input: ListInput<Filter, Column>,
  ): Promise<ListOutput<Summary>> {
    const cache = await this.upToDate()
    return views.view(cache, input.on, input.language).list(input)
  }

  /** How many records match. */
  async count<Summary extends { id: string }, Filter, Column extends string>(
    views: RegisterViews<Summary, Filter, Column>,
    input: Pick<ListInput<Filter, Column>, 'text' | 'filter' | 'on' | 'language'>,
  ): Promise<number> {
    const cache = await this.upToDate()
    return views.view(cache, input.on, input.language).count(input)
  }

  /** The folded texts of all records of one kind, for the search. Ask after `upToDate`. */
  textsOf(entity: SearchedEntity): ReadonlyMap<string, string> {
    const views: Record<SearchedEntity, { readonly texts: TextIndex }> = {
      partner: this.partners,
      agreement: this.agreements,
      programme: this.programmes,
      cohort: this.cohorts,
      action: this.actions,
      accreditation: this.accreditations,
      agency: this.agencies,
      evidence: this.evidence,
      involvement: this.involvements,
      survey: this.surveys,
    }
    return views[entity].texts.all(this.#cache)
  }

  /** All live records at one moment, for statistics and reports. */
  async records(): Promise<Register> {
    const cache = await this.upToDate()
    const [institution] = cache.institution.values()
    if (institution === undefined) throw new Error('the workspace has no institution')
    return {
      institution,
      partners: [...cache.partner.values()],
      agreements: [...cache.agreement.values()],
      programmes: [...cache.programme.values()],
      cohorts: [...cache.cohort.values()],
      accreditations: [...cache.accreditation.values()],
      agencies: [...cache.agency.values()],
      changedAt: cache.changedAt,
    }
  }

  /** Ends what runs in the background. */
  close(): void {
    this.#isClosed = true
  }

  /** Makes the searchable texts in short slices, so that the first search finds them ready and no list waits for them. */
  #foldInBackground(): void {
    const registers = [
      this.agreements,
      this.programmes,
      this.partners,
      this.cohorts,
      this.actions,
      this.evidence,
    ]
    const indexes = registers.map(({ texts }) => texts)
    const foldSome = () => {
      if (this.#isClosed) return
      const until = performance.now() + foldingSlice
      if (!indexes.every((index) => index.foldUntil(this.#cache, until)))
        setTimeout(foldSome, foldingSlice).unref()
    }
    setTimeout(foldSome, foldingSlice).unref()
  }

  async #catchUp(): Promise<void> {
    try {
      if (!this.#isLoaded) {
        await this.#database.snapshot((db) => this.#cache.load(db))
        this.#isLoaded = true
        this.#foldInBackground()
        return
      }
      const entities: ReadonlySet<string> = await this.#database.snapshot(async (db) => {
        if (await this.#cache.isReplaced(db)) return this.#loadAnew(db)
        const changed = await this.#cache.follow(db)
        this.#touch(await this.#cache.reload(db, changed.records))
        return changed.entities
      })
      this.#announce(entities)
    } catch (error) {
      this.#isBehind = true
      throw error
    }
  }

  /** After a restore nothing in memory counts any more: records that are gone and records that came have new rows. */
  async #loadAnew(db: Reader): Promise<ReadonlySet<string>> {
    const before = this.#cache.ids()
    await this.#cache.load(db)
    this.#touch(before)
    this.#touch(this.#cache.ids())
    return new Set(Object.keys(topicOf))
  }

  /** Tells the pages which answers may have changed. */
  #announce(entities: ReadonlySet<string>): void {
    const topics = Object.entries(topicOf).flatMap(([entity, topic]) => (entities.has(entity) ? [topic] : []))
    if (topics.length > 0) this.#publish({ topics })
  }

  #touch(touched: TouchedRecords = noRecords()): void {
    // Accreditations of the university as a whole have its name, but no link to it.
    if (touched.institution.size > 0) this.accreditations.touch(new Set(this.#cache.accreditation.keys()))
    this.partners.touch(touched.partner)
    this.agreements.touch(touched.agreement)
    this.programmes.touch(touched.programme)
    this.cohorts.touch(touched.cohort)
    this.actions.touch(touched.action)
    this.agencies.touch(touched.agency)
    this.accreditations.touch(touched.accreditation)
    this.evidence.touch(touched.evidence)
    this.involvements.touch(touched.involvement)
    this.surveys.touch(touched.survey)
  }
}
