import { z } from 'zod'
import agreementsJson from '../../../resources/samples/university-agreements.json' with { type: 'json' }
import partnersJson from '../../../resources/samples/university-partners.json' with { type: 'json' }
import programmesJson from '../../../resources/samples/university-programmes.json' with { type: 'json' }
import textsJson from '../../../resources/samples/university-texts.json' with { type: 'json' }
import {
  agreementEventSchema,
  agreementKindSchema,
  agreementStageSchema,
} from '../../../shared/agreements/agreement.ts'
import { localizedTextSchema } from '../../../shared/kernel/record.ts'
import { partnerFieldsSchema } from '../../../shared/partners/partner.ts'
import { programmeFieldsSchema } from '../../../shared/programmes/programme.ts'

const partnerSpecSchema = partnerFieldsSchema
  .pick({ names: true, country: true, city: true, creditSystem: true, ectsPerCredit: true })
  .extend({ host: z.string(), contact: z.string(), phone: z.string() })
export type PartnerSpec = z.infer<typeof partnerSpecSchema>

/** A term in days and years relative to the day on which the sample is made. */
const termSpecSchema = z.union([
  /** Fixed, ending in so many days (negative: ended); null: a term that is only planned. */
  z.object({ kind: z.literal('fixed'), years: z.number(), endsIn: z.number().nullable() }),
  /** Fixed, beginning in so many days. */
  z.object({ kind: z.literal('fixed'), years: z.number(), startsIn: z.number() }),
  /** Fixed, ended on the day before the named agreement began. */
  z.object({ kind: z.literal('fixed'), years: z.number(), endsBefore: z.string() }),
  z.object({
    kind: z.literal('auto_renewed'),
    everyYears: z.number(),
    noticeMonths: z.number(),
    periodEndsIn: z.number(),
    /** Which period is running, from 1. */
    periods: z.number(),
  }),
  z.object({ kind: z.literal('perpetual'), startedAgo: z.number() }),
])
export type TermSpec = z.infer<typeof termSpecSchema>

const agreementSpecSchema = z.object({
  key: z.string(),
  partners: z.array(z.string()),
  kind: agreementKindSchema,
  purpose: z.enum(['double', 'cooperation', 'mobility', 'plan', 'network']),
  stage: agreementStageSchema,
  term: termSpecSchema.nullable(),
  terminatedAgo: z.number().nullable(),
  parent: z.string().nullable(),
  predecessor: z.string().nullable(),
  eventsAgo: z.array(z.number()),
  files: z.number(),
})
export type AgreementSpec = z.infer<typeof agreementSpecSchema>

const programmeSpecSchema = programmeFieldsSchema
  .pick({
    names: true,
    level: true,
    masterTrack: true,
    code: true,
    iscedF: true,
    languages: true,
    delivery: true,
    features: true,
    award: true,
    registerStatus: true,
  })
  .extend({
    format: z.string(),
    partners: z.array(z.number().int()),
    degree: z.string(),
    /** Academic years relative to the present one. */
    firstYear: z.number().int(),
    lastYear: z.number().int().nullable(),
    /** Learners in an ordinary year. */
    size: z.number().int(),
    /** What is wrong with the record, so that the checks have something to find. */
    defect: z.enum(['agreement-missing', 'few-credits', 'long-plan', 'no-code']).nullable(),
  })
export type ProgrammeSpec = z.infer<typeof programmeSpecSchema>

const purposeTexts = z.object({
  double: localizedTextSchema,
  cooperation: localizedTextSchema,
  mobility: localizedTextSchema,
  plan: localizedTextSchema,
  network: localizedTextSchema,
})

const textsSchema = z.object({
  titles: purposeTexts,
  subjects: purposeTexts,
  events: z.array(z.object({ kind: agreementEventSchema.shape.kind, note: localizedTextSchema })).nonempty(),
  owners: z.array(localizedTextSchema).nonempty(),
  rector: localizedTextSchema,
  rectorPosition: localizedTextSchema,
  coordinatorPosition: localizedTextSchema,
  cohortSource: localizedTextSchema,
  rankingSource: localizedTextSchema,
  partnerNote: localizedTextSchema,
  fileName: localizedTextSchema,
  fileText: localizedTextSchema,
  institution: z.object({ names: localizedTextSchema, city: localizedTextSchema, website: z.string() }),
})

/** What the sample university is made of. Every name in it is invented. */
export const universityData = {
  partners: z.array(partnerSpecSchema).parse(partnersJson),
  agreements: z.array(agreementSpecSchema).parse(agreementsJson),
  programmes: z.array(programmeSpecSchema).parse(programmesJson),
  texts: textsSchema.parse(textsJson),
}
