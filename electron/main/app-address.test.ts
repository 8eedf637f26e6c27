import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, fileOfAddress } from './app-address.ts'

const folder = '/opt/qosdiplom/out/renderer'

describe('addresses of the page', () => {
  it('name files of the built page', () => {
    expect(fileOfAddress('app://qosdiplom/', folder)).toBe(`${folder}/index.html`)
    expect(fileOfAddress('app://qosdiplom/assets/main.js?v=1#x', folder)).toBe(`${folder}/assets/main.js`)
    expect(fileOfAddress('app://qosdiplom/assets/%D0%B0.svg', folder)).toBe(`${folder}/assets/а.svg`)
  })

  it.each([
    'app://other/index.html',
    'app://qosdiplom.example/index.html',
    'https://qosdiplom/index.html',
    'file:///etc/passwd',
    'app://qosdiplom/..%2f..%2f..%2fetc/passwd',
    'app://qosdiplom/assets/..%2f..%2f..%2f..%2fetc%2fpasswd',
    'app://qosdiplom/%00index.html',
    'app://qosdiplom/%E0%A4%A',
    'not an address',
  ])('name nothing outside it: %s', (address) => {
    expect(fileOfAddress(address, folder)).toBeNull()
  })
})

describe('the content security policy', () => {
  it('allows neither network, nor inline script, nor evaluation, nor frames', () => {
    const policy = contentSecurityPolicy('abc')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("connect-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("style-src 'self' 'nonce-abc'")
    expect(policy).not.toMatch(/unsafe|https?:|\*|data:/)
  })
})
