import { oc } from '@orpc/contract'
import { z } from 'zod'
import { receiptSchema } from './receipt.ts'

/** Longest body that a gateway must take, bytes. */
export const maxPackageSize = 100 * 1024 * 1024

/** Random text of at least 128 bits, made by the sender; the same for every attempt to deliver the same bytes. */
export const idempotencyKeySchema = z.string().regex(/^[A-Za-z0-9_-]{22,200}$/)

export const gatewayErrorCodeSchema = z.enum([
  'KEY_MISSING',
  'DIGEST_MISMATCH',
  'UNKNOWN_SUBMISSION',
  'IN_PROGRESS',
  'TOO_LARGE',
  'NOT_A_PACKAGE',
  'KEY_REUSED',
  'PACKAGE_INVALID',
  'BUSY',
])
export type GatewayErrorCode = z.infer<typeof gatewayErrorCodeSchema>

/** What a gateway refuses, by status. Bodies are problem details (RFC 9457) whose type is `urn:qosdiplom:problem:` + code. */
export const gatewayErrors = {
  KEY_MISSING: { status: 400, message: 'The header Idempotency-Key is missing or too short.' },
  DIGEST_MISMATCH: {
    status: 400,
    message: 'The body does not have the digest of the header Content-Digest.',
  },
  UNKNOWN_SUBMISSION: { status: 404, message: 'No submission with this key has arrived.' },
  IN_PROGRESS: { status: 409, message: 'A submission with this key is being processed; ask again later.' },
  TOO_LARGE: { status: 413, message: 'The package is larger than the gateway takes.' },
  NOT_A_PACKAGE: { status: 415, message: 'The body is not an archive.' },
  KEY_REUSED: { status: 422, message: 'This key was used for other bytes.' },
  PACKAGE_INVALID: { status: 422, message: 'The package does not verify.' },
  BUSY: { status: 503, message: 'The gateway cannot take packages now.' },
} as const satisfies Record<GatewayErrorCode, { status: number; message: string }>

const problemTypePrefix = 'urn:qosdiplom:problem:'

/** The `type` of a problem details body. */
export function problemType(code: GatewayErrorCode): string {
  return `${problemTypePrefix}${code.toLowerCase().replaceAll('_', '-')}`
}

/** Problem details (RFC 9457). Members beyond these are ignored; the texts are never shown as they are. */
export const problemDetailsSchema = z.object({
  type: z.string().max(300).default('about:blank'),
  title: z.string().max(1000).default(''),
  status: z.number().int().optional(),
  detail: z.string().max(5000).default(''),
})

/** The code behind a `type`; null: not one of this contract. */
export function problemCode(type: string): GatewayErrorCode | null {
  return gatewayErrorCodeSchema.options.find((code) => problemType(code) === type) ?? null
}

export const gatewayHealthSchema = z.object({
  service: z.string().max(200),
  version: z.string().max(100),
  time: z.iso.datetime(),
})

export const processingSchema = z.object({ state: z.literal('processing') })

const answered = z.object({
  status: z
    .literal(200)
    .describe('The package was processed; the body is its receipt, the same one for every repetition.'),
  body: receiptSchema,
})
const processing = z.object({
  status: z
    .literal(202)
    .describe(
      'The package has arrived and is being processed; ask for the submission after the seconds in Retry-After.',
    ),
  headers: z.object({ 'retry-after': z.string().regex(/^\d{1,6}$/) }),
  body: processingSchema,
})

const { UNKNOWN_SUBMISSION, BUSY, ...refusals } = gatewayErrors

/** The ministry's gateway: what this program expects of a receiver. */
export const gatewayContract = {
  submit: oc
    .errors({ ...refusals, BUSY })
    .route({
      method: 'POST',
      path: '/v1/packages',
      inputStructure: 'detailed',
      outputStructure: 'detailed',
      summary: 'Deliver a package',
      description:
        'Takes one package. The same key with the same bytes gives the same receipt and has no further effect; the same key with other bytes is refused.',
      tags: ['submissions'],
    })
    .input(
      z.object({
        headers: z.object({
          'idempotency-key': idempotencyKeySchema,
          'content-digest': z
            .string()
            .regex(/^sha-256=:[A-Za-z0-9+/]{43}=:$/)
            .describe('SHA-256 of the body (RFC 9530).'),
        }),
        body: z.file().mime('application/zip'),
      }),
    )
    .output(z.union([answered, processing])),
  submission: oc
    .errors({ UNKNOWN_SUBMISSION, BUSY })
    .route({
      method: 'GET',
      path: '/v1/submissions/{key}',
      inputStructure: 'detailed',
      outputStructure: 'detailed',
      summary: 'Ask for the receipt of a submission',
      description: 'For a sender that does not know whether its package has arrived.',
      tags: ['submissions'],
    })
    .input(z.object({ params: z.object({ key: idempotencyKeySchema }) }))
    .output(z.union([answered, processing])),
  health: oc
    .errors({ BUSY })
    .route({
      method: 'GET',
      path: '/v1/health',
      summary: 'Ask whether the gateway takes packages',
      tags: ['service'],
    })
    .output(gatewayHealthSchema),
}
