import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import {
  gatewayContract,
  gatewayErrorCodeSchema,
  gatewayErrors,
  problemType,
} from '../../shared/exchange/gateway.contract.ts'

/** Where the document is kept for the receivers' engineers. */
export const openApiPath = fileURLToPath(new URL('../../docs/gateway.openapi.json', import.meta.url))

const problemSchema = (status: number) => ({
  type: 'object' as const,
  description: 'Problem details (RFC 9457).',
  properties: {
    type: {
      type: 'string' as const,
      enum: gatewayErrorCodeSchema.options
        .filter((code) => gatewayErrors[code].status === status)
        .map(problemType),
    },
    title: { type: 'string' as const },
    status: { const: status },
    detail: { type: 'string' as const },
  },
  required: ['type', 'status'],
})

/** The OpenAPI document of the gateway, taken from the contract. */
export async function gatewayOpenApi(): Promise<string> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(gatewayContract, {
    info: {
      title: 'Gateway for packages of the register of double-degree programmes',
      version: '1.0.0',
      description:
        'What the sending program expects of a receiver. The package format is described in exchange.md.',
    },
    servers: [
      { url: 'https://gateway.example', description: 'The address that the receiver gives to universities.' },
    ],
    customErrorResponseBodySchema: (_definitions, status) => problemSchema(status),
  })
  // Refusals are problem details, which have a media type of their own.
  const text = JSON.stringify(document, null, 2)
  const typed: unknown = JSON.parse(text, (key, value: unknown) => {
    if (!/^[45]\d\d$/.test(key) || typeof value !== 'object' || value === null || !('content' in value))
      return value
    const { content } = value
    if (typeof content !== 'object' || content === null || !('application/json' in content)) return value
    return { ...value, content: { 'application/problem+json': content['application/json'] } }
  })
  return `${JSON.stringify(typed, null, 2)}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await gatewayOpenApi()
  const before = await readFile(openApiPath, 'utf8').catch(() => '')
  if (text !== before) await writeFile(openApiPath, text)
  process.stdout.write(`${openApiPath} ${text === before ? 'is current' : 'was written'}\n`)
}
