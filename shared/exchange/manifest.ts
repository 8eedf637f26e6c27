import { z } from 'zod'
import { daySchema } from '../kernel/day.ts'
import { problemParamsSchema } from '../kernel/problem.ts'
import { languageSchema, recordReferenceSchema } from '../kernel/record.ts'

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)

/** Path of the manifest inside the package. */
export const manifestPath = 'manifest.json'

/** Path of the summary inside the package: the form as people read and keep it. */
export const summaryPath = 'summary.pdf'

/** Names that detached signatures over the manifest will have; nothing else may stand beside the listed files. */
export const signaturePathPattern = /^manifest(\.[2-9])?\.p7s$/

export const manifestFileSchema = z.strictObject({
  path: z.string().regex(/^[a-z0-9_-]+(\/[a-z0-9_-]+)*\.[a-z0-9]+$/),
  size: z.number().int().min(0),
  sha256: sha256Schema,
  mediaType: z.string().min(1).max(200),
  /** Records in the file; null: not a table. */
  rows: z.number().int().min(0).nullable(),
})
export type ManifestFile = z.infer<typeof manifestFileSchema>

/** A warning that a person accepted before the package was built. */
export const acceptedWarningSchema = z.strictObject({
  rule: z.string(),
  field: z.string(),
  params: problemParamsSchema,
  record: recordReferenceSchema.nullable(),
  label: z.string(),
})

/** What the package says of itself. Its canonical bytes are hashed, chained and later signed. */
export const manifestSchema = z.strictObject({
  format: z.literal('qosdiplom-package'),
  /** 2: the package holds its summary as PDF. 1: packages from before; they have none. */
  formatVersion: z.union([z.literal(1), z.literal(2)]),
  /** Business identification number of the sending university. */
  bin: z.string().regex(/^\d{12}$/),
  /** The university's number in the platform; null: unknown. */
  epvoUniversityId: z.number().int().positive().nullable(),
  form: z.string().min(1).max(20),
  formVersion: z.string().min(1).max(40),
  mappingVersion: z.string().min(1).max(40),
  period: z.strictObject({
    /** Year of the September in which the academic year begins. */
    academicYear: z.number().int(),
    /** The day as of which the form was taken. */
    on: daySchema,
  }),
  /** From 1, growing by 1 with every package of the same form and academic year. */
  revision: z.number().int().min(1),
  /** SHA-256 of the manifest of the revision before; null: this is the first. */
  previousManifestSha256: sha256Schema.nullable(),
  createdAt: z.iso.datetime(),
  appVersion: z.string().min(1).max(40),
  /** Language of headings in the spreadsheet and of labels. */
  language: languageSchema,
  /** The package holds invented records of a sample workspace. */
  containsSamples: z.boolean(),
  dictionaries: z.array(z.strictObject({ name: z.string(), version: z.string() })),
  warningsAccepted: z.array(acceptedWarningSchema),
  files: z.array(manifestFileSchema).min(1).max(100),
})
export type Manifest = z.infer<typeof manifestSchema>

/** File name of a package: day, BIN, form, revision. */
export function packageFileName(manifest: Pick<Manifest, 'bin' | 'form' | 'revision'>, day: string): string {
  return `${day}_${manifest.bin}_${manifest.form}_rev${manifest.revision}.zip`
}
