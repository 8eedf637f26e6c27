import { normaliseProgrammeCode, parseProgrammeCode } from './codes.ts'
import type { Level, ProgrammeFields } from './programme.ts'

/**
 * Academic credits of a semester of full study; a year has 60, and 1 credit is 1 ECTS.
 * Source: state educational standard, order No. 2 of 20.07.2022.
 */
export const SEMESTER_CREDITS = 30

/** A semester whose credits differ from the usual 30 by more than this is named. */
export const SEMESTER_CREDITS_TOLERANCE = 5

/** Credits of a bachelor programme, and of one in health, veterinary science or architecture and construction. */
export const BACHELOR_CREDITS = 240
export const LONG_BACHELOR_CREDITS = 300
/** Credits of a master programme by track; a profile programme has one year or one and a half. */
export const SCIENTIFIC_MASTER_CREDITS = 120
export const PROFILE_MASTER_CREDITS = [60, 90] as const
/** Credits of a doctoral programme. */
export const DOCTORAL_CREDITS = 180

/**
 * Usual lengths of the levels in semesters, as the ministry's platform counts `studyPeriod` (EPVO instruction of
 * 01.10.2025); a bachelor programme of 300 credits has ten.
 */
export const LEVEL_SEMESTERS: Readonly<Record<Level, { from: number; to: number }>> = {
  bachelor: { from: 8, to: 8 },
  master: { from: 2, to: 4 },
  doctoral: { from: 6, to: 6 },
}
const LONG_BACHELOR_SEMESTERS = 10

/** What may have 300 credits: areas of the programme code (veterinary, health), its direction and ISCED-F fields. */
const LONG_AREAS: readonly string[] = ['09', '10']
const ARCHITECTURE_CODE = '6B073'
const LONG_FIELDS: readonly string[] = ['073', '084', '091']

type CreditFields = Pick<ProgrammeFields, 'level' | 'masterTrack' | 'code' | 'iscedF'>

/** Tells whether a bachelor programme may have 300 credits: health, veterinary science, architecture and construction. */
export function mayBeLong(fields: CreditFields): boolean {
  if (fields.level !== 'bachelor') return false
  const area = parseProgrammeCode(fields.code)?.area ?? ''
  return (
    LONG_AREAS.includes(area) ||
    normaliseProgrammeCode(fields.code).startsWith(ARCHITECTURE_CODE) ||
    LONG_FIELDS.some((field) => fields.iscedF.startsWith(field))
  )
}

/** The totals of credits that a programme of its level and track may have; all of them when the track of a master programme is unknown. */
export function usualCredits(fields: CreditFields): readonly number[] {
  if (fields.level === 'doctoral') return [DOCTORAL_CREDITS]
  if (fields.level === 'bachelor') {
    return mayBeLong(fields) ? [BACHELOR_CREDITS, LONG_BACHELOR_CREDITS] : [BACHELOR_CREDITS]
  }
  if (fields.masterTrack === 'scientific_pedagogical') return [SCIENTIFIC_MASTER_CREDITS]
  if (fields.masterTrack === 'profile') return PROFILE_MASTER_CREDITS
  return [...PROFILE_MASTER_CREDITS, SCIENTIFIC_MASTER_CREDITS]
}

/** The usual length of a programme in semesters. */
export function usualSemesters(fields: CreditFields): { from: number; to: number } {
  const { from, to } = LEVEL_SEMESTERS[fields.level]
  return mayBeLong(fields) ? { from, to: LONG_BACHELOR_SEMESTERS } : { from, to }
}
