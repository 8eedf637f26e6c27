import type { AgreementFields } from '../agreements/agreement.ts'
import type { LocalizedText } from '../kernel/record.ts'
import type { Contact, Identifier, PartnerFields } from '../partners/partner.ts'
import type { ProgrammeFormat } from '../programmes/format.ts'
import type { ProgrammeFields } from '../programmes/programme.ts'
import type { CellProblem } from './cell-problem.ts'
import type { CountField } from './target-fields.ts'

/** One partner as a row speaks of it. Languages without a name are empty; null and absent: the row says nothing. */
export type PartnerFacts = {
  names: LocalizedText
  /** Languages whose name stands in a column of its own, so that it corrects the stored one. */
  isNamed: boolean
  country: string | null
  fields: Partial<Pick<PartnerFields, 'city' | 'website' | 'creditSystem' | 'notes'>>
  identifiers: Identifier[]
  contact: Contact | null
}

/** The agreement of a row. */
export type AgreementFacts = {
  /** First row of the merged block that the agreement's cell belongs to; rows of one block speak of one agreement. */
  group: number | null
  fields: Partial<
    Omit<AgreementFields, 'partnerIds' | 'parentId' | 'predecessorId' | 'signatories' | 'events'>
  >
}

/** The programme of a row. */
export type ProgrammeFacts = {
  group: number | null
  names: LocalizedText
  isNamed: boolean
  format: ProgrammeFormat | null
  /** What the partner awards, in its own words. */
  degree: string
  fields: Partial<Omit<ProgrammeFields, 'names' | 'partners' | 'plan'>>
}

/** Counts of a row's programme in one academic year. */
export type CohortFacts = {
  academicYear: number
  counts: Partial<Record<CountField, number>>
  source: string
}

/** Everything that one row of the register says, with what could not be read in it. */
export type RowFacts = {
  row: number
  partners: PartnerFacts[]
  agreement: AgreementFacts | null
  programme: ProgrammeFacts | null
  cohorts: CohortFacts[]
  problems: CellProblem[]
}

/** Whether a fact names nothing. */
export const isNameless = (names: LocalizedText): boolean =>
  names.kk === '' && names.ru === '' && names.en === ''
