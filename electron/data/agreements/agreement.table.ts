import type { AgreementFields, AgreementKind, AgreementStage } from '../../../shared/agreements/agreement.ts'

export type AgreementTable = {
  id: string
  kind: AgreementKind
  number: string
  title: string
  subject: string
  stage: AgreementStage
  signed_on: string | null
  starts_on: string | null
  term_kind: 'fixed' | 'perpetual' | 'auto_renewed' | null
  term_ends_on: string | null
  term_every_years: number | null
  term_notice_months: number | null
  terminated_on: string | null
  parent_id: string | null
  predecessor_id: string | null
  owner: string
  notes: string
}

export type AgreementPartyTable = { agreement_id: string; position: number; partner_id: string }

export type AgreementSignatoryTable = {
  agreement_id: string
  position: number
  /** Null: signs for the home university. */
  partner_id: string | null
  name: string
  job_title: string
}

export type AgreementEventTable = {
  agreement_id: string
  position: number
  held_on: string
  kind: AgreementFields['events'][number]['kind']
  note: string
}

export type AgreementTables = {
  agreement: AgreementTable
  agreement_party: AgreementPartyTable
  agreement_signatory: AgreementSignatoryTable
  agreement_event: AgreementEventTable
}
