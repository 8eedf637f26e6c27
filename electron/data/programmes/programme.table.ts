import type { ProgrammeFields, ProgrammeFeature } from '../../../shared/programmes/programme.ts'

export type ProgrammeTable = {
  id: string
  name_kk: string
  name_ru: string
  name_en: string
  level: ProgrammeFields['level']
  master_track: ProgrammeFields['masterTrack']
  code: string
  isced_f: string
  delivery: ProgrammeFields['delivery']
  award: ProgrammeFields['award']
  register_status: ProgrammeFields['registerStatus']
  epvo_id: number | null
  home_teachers: number | null
  partner_teachers: number | null
  first_year: number
  last_year: number | null
  notes: string
}

export type ProgrammeLanguageTable = { programme_id: string; position: number; language: string }

export type ProgrammeFeatureTable = { programme_id: string; position: number; feature: ProgrammeFeature }

export type ProgrammePartnerTable = {
  programme_id: string
  position: number
  partner_id: string
  agreement_id: string | null
  degree: string
}

export type ProgrammePeriodTable = {
  programme_id: string
  position: number
  /** Null: studied at the home university. */
  partner_id: string | null
  credits: number | null
  starts_on: string | null
  ends_on: string | null
}

export type ProgrammeTables = {
  programme: ProgrammeTable
  programme_language: ProgrammeLanguageTable
  programme_feature: ProgrammeFeatureTable
  programme_partner: ProgrammePartnerTable
  programme_period: ProgrammePeriodTable
}
