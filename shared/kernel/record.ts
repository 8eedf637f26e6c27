import { z } from 'zod'

/** UUIDv7 in lower case. Ids sort by time of creation. */
export const idSchema = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)

/** One text in the three working languages; a missing language is an empty string. */
export const localizedTextSchema = z.object({
  kk: z.string().trim().max(500),
  ru: z.string().trim().max(500),
  en: z.string().trim().max(500),
})
export type LocalizedText = z.infer<typeof localizedTextSchema>

export const languageSchema = z.enum(['kk', 'ru', 'en'])
export type Language = z.infer<typeof languageSchema>
export const languages = languageSchema.options

/** What every stored record carries beside its own fields. */
export const recordMetaSchema = z.object({
  id: idSchema,
  /** Instants in UTC, ISO 8601 with milliseconds. */
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Grows by one with every change; a save names the revision it started from (optimistic locking). */
  revision: z.number().int().min(1),
  /** Invented record of a sample workspace; shown with a mark and never sent without a warning. */
  isSample: z.boolean(),
})
export type RecordMeta = z.infer<typeof recordMetaSchema>

/** A record's own fields, in the order in which its mapping reads them. */
export function withoutMeta<F extends object>(record: RecordMeta & F): F {
  const {
    id: _id,
    createdAt: _createdAt,
    updatedAt: _updatedAt,
    revision: _revision,
    isSample: _isSample,
    ...fields
  } = record
  // TypeScript cannot subtract RecordMeta from a type parameter; the destructuring above does exactly that.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return fields as unknown as F
}

/** The kinds of record of which the registers, their statistics and the forms of the ministry are made. */
export const registerEntitySchema = z.enum(['institution', 'partner', 'agreement', 'programme', 'cohort'])
export type RegisterEntity = z.infer<typeof registerEntitySchema>

/** Every kind of record: it has a revision, an audit trail and attachments. */
export const entitySchema = z.enum([
  ...registerEntitySchema.options,
  'person',
  'framework',
  'supplement',
  'cycle',
  'assessment',
  'answer',
  'evidence',
  'action',
  'agency',
  'accreditation',
  'involvement',
  'survey',
])
export type Entity = z.infer<typeof entitySchema>

/** One value for every kind of record. */
export function forEveryEntity<T>(make: (entity: Entity) => T): Record<Entity, T> {
  // The entries are those of the enumeration; `fromEntries` only knows that they are texts.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return Object.fromEntries(entitySchema.options.map((entity) => [entity, make(entity)])) as Record<Entity, T>
}

export const recordReferenceSchema = z.object({ entity: entitySchema, id: idSchema })
export type RecordReference = z.infer<typeof recordReferenceSchema>

/** Names one state of one record, for saving and deleting. */
export const revisionReferenceSchema = z.object({ id: idSchema, revision: z.number().int().min(1) })
export type RevisionReference = z.infer<typeof revisionReferenceSchema>
