import { extname } from 'node:path'

/** A file name without folders and without what Windows, macOS or Linux would not take. */
export function safeFileName(suggested: string): string {
  const name = suggested.replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, '-').replace(/^[\s.]+|[\s.]+$/g, '')
  return name === '' ? 'qosdiplom' : name
}

/** Adds the extension of the kind unless the name already has one of its extensions. */
export function withExtension(path: string, extensions: readonly string[]): string {
  const usual = extensions[0]
  if (usual === undefined || extensions.includes(extname(path).slice(1).toLowerCase())) return path
  return `${path}.${usual}`
}
