import { z } from 'zod'
import { manifestSchema } from './manifest.ts'

/** What may be wrong with one file of a package, or with the package as a whole. */
export const packageFaultSchema = z.enum([
  'not-a-package',
  'too-large',
  'unsafe-entry',
  'damaged-entry',
  'manifest-missing',
  'manifest-invalid',
  'manifest-not-canonical',
  'manifest-differs',
  'name-differs',
  'missing',
  'size-differs',
  'hash-differs',
  'rows-differ',
  'unknown-file',
])
export type PackageFault = z.infer<typeof packageFaultSchema>

/** The outcome of recomputing everything a package says of itself. */
export const verificationSchema = z.object({
  ok: z.boolean(),
  /** Null: it could not be read. */
  manifest: manifestSchema.nullable(),
  manifestSha256: z.string().nullable(),
  packageSha256: z.string(),
  /** Faults in the order of the check; the first names the first file that differs. `file` empty: the whole package. */
  faults: z.array(
    z.object({ file: z.string(), fault: packageFaultSchema, expected: z.string(), found: z.string() }),
  ),
  /** Signature files that are present; they are not checked yet. */
  signatures: z.array(z.string()),
  filesChecked: z.number().int(),
})
export type Verification = z.infer<typeof verificationSchema>
