import type { Identifier } from '../../../shared/partners/partner.ts'

export type PartnerTable = {
  id: string
  name_kk: string
  name_ru: string
  name_en: string
  country: string
  city: string
  website: string
  credit_system: string
  ects_per_credit: number
  notes: string
}

export type PartnerIdentifierTable = {
  partner_id: string
  position: number
  scheme: Identifier['scheme']
  value: string
}

export type PartnerContactTable = {
  partner_id: string
  position: number
  name: string
  job_title: string
  email: string
  phone: string
  is_signatory: 0 | 1
}

export type PartnerRankingTable = {
  partner_id: string
  position: number
  system: 'qs' | 'the'
  year: number
  place: number
  source: string
}

export type PartnerTables = {
  partner: PartnerTable
  partner_identifier: PartnerIdentifierTable
  partner_contact: PartnerContactTable
  partner_ranking: PartnerRankingTable
}
