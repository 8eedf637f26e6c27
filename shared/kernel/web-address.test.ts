import { describe, expect, it } from 'vitest'
import { isWebAddress } from './web-address.ts'

describe('web addresses', () => {
  it.each([
    'www.enu.kz',
    'https://www.ox.ac.uk/about?x=1',
    'http://univ-lorraine.fr/',
    'вуз.қаз',
    'uni.example:8080/kk',
  ])('are recognised in %s', (text) => {
    expect(isWebAddress(text)).toBe(true)
  })

  it.each(['', 'enu', 'www', 'enu kz', 'http://', '-enu.kz', 'info@enu.kz', 'javascript:alert(1)'])(
    'are not recognised in %s',
    (text) => {
      expect(isWebAddress(text)).toBe(false)
    },
  )
})
