export type InstitutionTable = {
  id: string
  name_kk: string
  name_ru: string
  name_en: string
  city_kk: string
  city_ru: string
  city_en: string
  bin: string
  epvo_id: number | null
  rector: string
  website: string
}

export type InstitutionTables = { institution: InstitutionTable }
