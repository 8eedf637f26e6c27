import { academicYearOf } from '../../shared/kernel/calendar.ts'
import type { Day } from '../../shared/kernel/day.ts'
import type { Translate } from '../../shared/locales/i18n.ts'
import type { Programme, ProgrammeFields } from '../../shared/programmes/programme.ts'

/** A new programme as most are: a double degree at bachelor level that begins this year. */
export function newProgramme(today: Day): ProgrammeFields {
  return {
    names: { kk: '', ru: '', en: '' },
    level: 'bachelor',
    masterTrack: null,
    code: '',
    iscedF: '',
    languages: [],
    delivery: 'on_campus',
    features: ['double'],
    award: null,
    registerStatus: 'not_in_register',
    epvoId: null,
    partners: [],
    plan: [],
    homeTeachers: null,
    partnerTeachers: null,
    firstYear: academicYearOf(today),
    lastYear: null,
    notes: '',
  }
}

/** The fields of a stored programme, as its form edits them. */
export function fieldsOfProgramme(programme: Programme): ProgrammeFields {
  const {
    id: _id,
    createdAt: _created,
    updatedAt: _updated,
    revision: _revision,
    isSample: _sample,
    ...fields
  } = programme
  return fields
}

const titledFields = [
  'names',
  'level',
  'masterTrack',
  'code',
  'iscedF',
  'languages',
  'delivery',
  'features',
  'award',
  'registerStatus',
  'epvoId',
  'partners',
  'plan',
  'homeTeachers',
  'partnerTeachers',
  'firstYear',
  'lastYear',
  'notes',
] as const

/** What people call a field of a programme, by its path. */
export function programmeFieldTitle(t: Translate, path: string): string {
  const field = titledFields.find((candidate) => candidate === path.split('.')[0])
  return field === undefined ? path : t(`programmes:field.${field}`)
}
