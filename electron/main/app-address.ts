import { join, resolve, sep } from 'node:path'

/** The page's only origin. */
export const appOrigin = 'app://qosdiplom'

/** What the page may do: run and show its own files, nothing else. The nonce is for styles made at run time. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'none'",
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')
}

/** The file inside `folder` that the address names, or null when it names none of ours. */
export function fileOfAddress(address: string, folder: string): string | null {
  let url: URL
  let path: string
  try {
    url = new URL(address)
    path = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  if (`${url.protocol}//${url.host}` !== appOrigin) return null
  const file = resolve(join(folder, path === '/' ? 'index.html' : path))
  return file.startsWith(resolve(folder) + sep) && !path.includes('\0') ? file : null
}
