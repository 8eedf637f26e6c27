import { setNonce } from 'get-nonce'
import { z } from 'zod'

declare global {
  // Only an interface can be added to.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Window {
    readonly trustedTypes?: {
      createPolicy(name: string, rules: { createHTML(text: string): string }): unknown
    }
  }
}

/** The nonce of this page load, which the shell writes into the document; styles made at run time carry it. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

// The page's policy forbids `eval`: zod must not compile its schemas, and has to know before the first schema is made.
z.config({ jitless: true })

// Modal dialogs lock the scroll with a style element of their own.
if (styleNonce !== '') setNonce(styleNonce)

// Mantine writes its CSS variables through innerHTML of a style element. Plain CSS passes; markup does not.
window.trustedTypes?.createPolicy('default', {
  createHTML(text) {
    if (text.includes('<')) throw new TypeError('markup refused')
    return text
  },
})
