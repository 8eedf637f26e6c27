import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { protocol } from 'electron'
import { contentSecurityPolicy, fileOfAddress } from './app-address.ts'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

const nonceMark = '%CSP_NONCE%'

const notFound = (): Response => new Response('not found', { status: 404 })

async function serve(request: Request, folder: string): Promise<Response> {
  const file = request.method === 'GET' ? fileOfAddress(request.url, folder) : null
  if (file === null) return notFound()
  const contentType = contentTypes[extname(file)]
  if (contentType === undefined) return notFound()
  let content: Buffer
  try {
    content = await readFile(file)
  } catch {
    return notFound()
  }
  const headers = new Headers({ 'content-type': contentType, 'x-content-type-options': 'nosniff' })
  if (extname(file) !== '.html') return new Response(new Uint8Array(content), { headers })
  const nonce = randomBytes(16).toString('base64')
  headers.set('content-security-policy', contentSecurityPolicy(nonce))
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('referrer-policy', 'no-referrer')
  return new Response(content.toString('utf8').replaceAll(nonceMark, nonce), { headers })
}

/** Declares the scheme; has to run before Electron is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built page from `folder` and from nowhere else. */
export function serveApp(folder: string): void {
  protocol.handle('app', (request) => serve(request, folder))
}
