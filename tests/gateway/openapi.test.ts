import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { gatewayOpenApi, openApiPath } from './openapi.ts'

it('the committed OpenAPI document is the one that the contract gives (npm run openapi)', async () => {
  expect(await readFile(openApiPath, 'utf8')).toBe(await gatewayOpenApi())
})
