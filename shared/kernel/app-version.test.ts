import { expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { appVersion } from './app-version.ts'

it('is the version that the program is released under', () => {
  expect(appVersion).toBe(manifest.version)
})
