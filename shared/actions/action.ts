import { z } from 'zod'
import { frameworkReferenceSchema, standardCodeSchema } from '../frameworks/framework.ts'
import { daySchema } from '../kernel/day.ts'
import { idSchema, recordMetaSchema, revisionReferenceSchema } from '../kernel/record.ts'

/** What an action answers to. */
export const actionOriginSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('criterion'), assessmentId: idSchema, criterion: standardCodeSchema }),
  /** A condition of an accreditation, by its place in the list of conditions. */
  z.object({
    kind: z.literal('condition'),
    accreditationId: idSchema,
    index: z.number().int().min(0).max(99),
  }),
  /** What an audit or a review found; the document holds it. */
  z.object({ kind: z.literal('finding'), documentId: idSchema }),
  z.object({ kind: z.literal('survey'), surveyId: idSchema, question: z.string().trim().max(80) }),
  z.object({ kind: z.literal('own') }),
])
export type ActionOrigin = z.infer<typeof actionOriginSchema>

export const originKindSchema = z.enum(actionOriginSchema.options.map(({ shape }) => shape.kind.value))

/** `carried`: an action of a later cycle goes on with it. */
export const actionStateSchema = z.enum(['open', 'in-progress', 'done', 'dropped', 'carried'])
export type ActionState = z.infer<typeof actionStateSchema>

export const actionPrioritySchema = z.enum(['high', 'normal', 'low'])

export const effectivenessSchema = z.enum(['effective', 'not-effective'])

/** Something that somebody does by a day so that the quality gets better. */
export const actionFieldsSchema = z.object({
  title: z.string().trim().max(500),
  /** What is wrong now, and why. */
  why: z.string().max(10_000),
  origin: actionOriginSchema,
  ownerId: idSchema.nullable(),
  dueOn: daySchema.nullable(),
  priority: actionPrioritySchema,
  state: actionStateSchema,
  /** What was done; why it was dropped. */
  result: z.string().max(10_000),
  closureEvidenceIds: z.array(idSchema).max(100),
  closedOn: daySchema.nullable(),
  /** Months after closing in which the effect shows: then somebody looks whether it helped. */
  checkAfterMonths: z.number().int().min(1).max(60),
  /** Whether it helped; null: nobody has looked yet. */
  effectiveness: effectivenessSchema.nullable(),
  effectivenessOn: daySchema.nullable(),
  /** The action of the cycle before that this one goes on with. */
  carriedFromId: idSchema.nullable(),
})
export type ActionFields = z.infer<typeof actionFieldsSchema>

/** An action before anything is entered. */
export const emptyAction: ActionFields = {
  title: '',
  why: '',
  origin: { kind: 'own' },
  ownerId: null,
  dueOn: null,
  priority: 'normal',
  state: 'open',
  result: '',
  closureEvidenceIds: [],
  closedOn: null,
  checkAfterMonths: 6,
  effectiveness: null,
  effectivenessOn: null,
  carriedFromId: null,
}

export const actionSchema = recordMetaSchema.extend(actionFieldsSchema.shape)
export type Action = z.infer<typeof actionSchema>

/** How an action stands on a day, what needs somebody first. */
export const standingSchema = z.enum([
  'overdue',
  'check-due',
  'in-progress',
  'open',
  'done',
  'dropped',
  'carried',
])
export type Standing = z.infer<typeof standingSchema>

/** An action as a row of the list and as a card of the board. */
export const actionSummarySchema = actionSchema
  .pick({
    id: true,
    revision: true,
    isSample: true,
    title: true,
    ownerId: true,
    dueOn: true,
    priority: true,
    state: true,
    closedOn: true,
    effectiveness: true,
    carriedFromId: true,
  })
  .extend({
    standing: standingSchema,
    ownerName: z.string(),
    /** Until the due day, negative when it is past; null: nothing is due. */
    daysLeft: z.number().int().nullable(),
    /** The day from which on somebody looks whether it helped; null: it is not done, or somebody has. */
    checkOn: daySchema.nullable(),
    originKind: originKindSchema,
    /** What it comes from in words: code and scope of a criterion. */
    originName: z.string(),
    evidenceCount: z.number().int(),
  })
export type ActionSummary = z.infer<typeof actionSummarySchema>

export const actionFilterSchema = z.object({
  standings: z.array(standingSchema),
  priorities: z.array(actionPrioritySchema),
  originKinds: z.array(originKindSchema),
  /** Ids of people; empty text: nobody. */
  owners: z.array(z.string()),
  dueFrom: daySchema.nullable(),
  dueTo: daySchema.nullable(),
  assessmentId: idSchema.nullable(),
  ids: z.array(z.string()).nullable(),
})
export type ActionFilter = z.infer<typeof actionFilterSchema>

/** The filter that leaves every action in. */
export const allActions: ActionFilter = {
  standings: [],
  priorities: [],
  originKinds: [],
  owners: [],
  dueFrom: null,
  dueTo: null,
  assessmentId: null,
  ids: null,
}

export const actionColumns = [
  'standing',
  'title',
  'ownerName',
  'dueOn',
  'priority',
  'originName',
  'closedOn',
  'checkOn',
  'evidenceCount',
] as const

/** A criterion that is met in part at most, in a cycle that is not closed, for which nobody plans anything. */
export const weakCriterionSchema = z.object({
  assessmentId: idSchema,
  criterion: standardCodeSchema,
  cycleId: idSchema,
  cycleName: z.string(),
  /** What is assessed. */
  scope: z.string(),
  framework: frameworkReferenceSchema,
  text: z.string(),
  level: z.number().int().min(1).max(2),
  ownerId: idSchema.nullable(),
})
export type WeakCriterion = z.infer<typeof weakCriterionSchema>

/** What changes in many actions at once, and what is put back when that is undone. */
export const actionChangeSchema = actionFieldsSchema
  .pick({
    state: true,
    ownerId: true,
    dueOn: true,
    priority: true,
    result: true,
    closedOn: true,
    effectiveness: true,
    effectivenessOn: true,
  })
  .partial()
export type ActionChange = z.infer<typeof actionChangeSchema>

export const changedActionSchema = revisionReferenceSchema.extend({ change: actionChangeSchema })
export type ChangedAction = z.infer<typeof changedActionSchema>
