import { app, type Session, type WebContents } from 'electron'
import { appOrigin } from './app-address.ts'
import type { Log } from './log.ts'

/** The only thing a page may ask the system for: to copy text, after a person's action. */
const granted = new Set(['clipboard-sanitized-write'])

const isOwnAddress = (address: string | undefined): boolean => {
  if (address === undefined || !URL.canParse(address)) return false
  const url = new URL(address)
  return `${url.protocol}//${url.host}` === appOrigin
}

/** Whether a message comes from the program's page itself and not from a frame or another page. */
export function isOwnFrame(frame: { url: string; parent: unknown } | null): boolean {
  return frame !== null && frame.parent === null && isOwnAddress(frame.url)
}

/**
 * Denies every permission, device, download and request that is not for the program's own files. Pictures of the screen
 * are not to be had as long as nobody sets a handler for them.
 */
export function lockSession(session: Session, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(granted.has(permission) && isOwnAddress(details.requestingUrl))
  })
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => granted.has(permission) && isOwnAddress(origin),
  )
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, answer) => {
    const isAllowed =
      isOwnAddress(details.url) ||
      details.url.startsWith(`blob:${appOrigin}/`) ||
      (!app.isPackaged && details.url.startsWith('devtools:'))
    if (!isAllowed) log.error('security', `a request was blocked: ${new URL(details.url).protocol}`)
    answer({ cancel: !isAllowed })
  })
}

/** Keeps every page where it is: no navigation, no window, no web view. */
export function lockContents(contents: WebContents, log: Log): void {
  const refuse = (what: string) => (event: { preventDefault(): void }) => {
    event.preventDefault()
    log.error('security', `${what} was blocked`)
  }
  contents.on('will-navigate', refuse('navigation'))
  contents.on('will-frame-navigate', refuse('navigation of a frame'))
  contents.on('will-redirect', refuse('redirection'))
  contents.on('will-attach-webview', refuse('a web view'))
  contents.setWindowOpenHandler(() => {
    log.error('security', 'a new window was blocked')
    return { action: 'deny' }
  })
}
