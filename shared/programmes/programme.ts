import { z } from 'zod'
import { daySchema } from '../kernel/day.ts'
import { idSchema, localizedTextSchema, recordMetaSchema } from '../kernel/record.ts'

export const levelSchema = z.enum(['bachelor', 'master', 'doctoral'])
export type Level = z.infer<typeof levelSchema>
export const levels = levelSchema.options

/** Master programmes differ in credits by track; null elsewhere or when unknown. */
export const masterTrackSchema = z.enum(['scientific_pedagogical', 'profile'])

/** A programme may have several features at once; VP-32 selects `double`, VP-31 selects `joint`. */
export const programmeFeatureSchema = z.enum(['double', 'joint', 'global', 'interdisciplinary'])
export type ProgrammeFeature = z.infer<typeof programmeFeatureSchema>

export const awardSchema = z.enum(['two_equal', 'main_and_additional', 'one_joint'])
export type Award = z.infer<typeof awardSchema>

/** State in the national register of educational programmes. */
export const registerStatusSchema = z.enum(['not_in_register', 'included', 'updated', 'excluded'])
export type RegisterStatus = z.infer<typeof registerStatusSchema>

export const deliverySchema = z.enum(['on_campus', 'online', 'blended'])

/** One academic period of the plan, in the order of study. */
export const studyPeriodSchema = z.object({
  /** Where the period is studied: null is the home university, else the partner's id. */
  partnerId: idSchema.nullable(),
  /** Academic credits (1 credit = 1 ECTS) planned in the period; null: not planned yet. */
  credits: z.number().min(0).max(120).nullable(),
  startsOn: daySchema.nullable(),
  endsOn: daySchema.nullable(),
})
export type StudyPeriod = z.infer<typeof studyPeriodSchema>

/** The plan of study: consecutive semesters, each at home or at one partner. The format is derived from it. */
export const studyPlanSchema = z.array(studyPeriodSchema).max(24)
export type StudyPlan = z.infer<typeof studyPlanSchema>

export const programmePartnerSchema = z.object({
  partnerId: idSchema,
  /** The agreement under which the programme runs with this partner. */
  agreementId: idSchema.nullable(),
  /** The degree or diploma that this partner awards, in its own words. */
  degree: z.string().trim().max(300),
})

export const programmeFieldsSchema = z.object({
  names: localizedTextSchema,
  level: levelSchema,
  masterTrack: masterTrackSchema.nullable(),
  /** National programme code such as 6B04101; empty until known. */
  code: z.string().trim().max(20),
  /** ISCED-F 2013 field of education, 2 to 4 digits; empty until known. */
  iscedF: z.string().regex(/^(\d{2,4})?$/),
  /** ISO 639-1 codes of the languages of instruction. */
  languages: z.array(z.string().regex(/^[a-z]{2}$/)).max(10),
  delivery: deliverySchema,
  features: z.array(programmeFeatureSchema),
  award: awardSchema.nullable(),
  registerStatus: registerStatusSchema,
  /** The programme's number in the ministry's platform (EPVO); null until known. */
  epvoId: z.number().int().positive().nullable(),
  partners: z.array(programmePartnerSchema).max(20),
  plan: studyPlanSchema,
  /** Own and partner teachers engaged in the programme (EPVO specInPPSCount, specOutPPSCount). */
  homeTeachers: z.number().int().min(0).max(10_000).nullable(),
  partnerTeachers: z.number().int().min(0).max(10_000).nullable(),
  /** Academic years (year of their September) in which the programme runs; lastYear null: still running. */
  firstYear: z.number().int().min(1990).max(2199),
  lastYear: z.number().int().min(1990).max(2199).nullable(),
  notes: z.string().max(10_000),
})
export type ProgrammeFields = z.infer<typeof programmeFieldsSchema>

export const programmeSchema = recordMetaSchema.extend(programmeFieldsSchema.shape)
export type Programme = z.infer<typeof programmeSchema>

export const programmeSummarySchema = programmeSchema
  .pick({
    id: true,
    revision: true,
    isSample: true,
    names: true,
    code: true,
    level: true,
    features: true,
    registerStatus: true,
    firstYear: true,
    lastYear: true,
  })
  .extend({
    name: z.string(),
    /** Derived notation such as `2+2` or `1s+3s`; empty when the plan is empty. */
    format: z.string(),
    totalCredits: z.number(),
    partnerNames: z.string(),
    countries: z.array(z.string()),
    countryNames: z.string(),
    /** Learners in the academic year of the day. */
    contingent: z.number().int(),
    problemCount: z.number().int(),
  })
export type ProgrammeSummary = z.infer<typeof programmeSummarySchema>

export const programmeFilterSchema = z.object({
  levels: z.array(levelSchema),
  features: z.array(programmeFeatureSchema),
  registerStatuses: z.array(registerStatusSchema),
  countries: z.array(z.string()),
  formats: z.array(z.string()),
  partnerId: idSchema.nullable(),
  agreementId: idSchema.nullable(),
  /** Only programmes that run in this academic year; null: all. */
  runningIn: z.number().int().nullable(),
  hasProblems: z.boolean().nullable(),
  ids: z.array(z.string()).nullable(),
})
export type ProgrammeFilter = z.infer<typeof programmeFilterSchema>

/** The filter that leaves every programme in. */
export const allProgrammes: ProgrammeFilter = {
  levels: [],
  features: [],
  registerStatuses: [],
  countries: [],
  formats: [],
  partnerId: null,
  agreementId: null,
  runningIn: null,
  hasProblems: null,
  ids: null,
}

export const programmeColumns = [
  'name',
  'code',
  'level',
  'format',
  'totalCredits',
  'partnerNames',
  'countryNames',
  'registerStatus',
  'firstYear',
  'contingent',
  'problemCount',
] as const
