/** What a process did to its files, in order, as strace saw it; and what it reported on standard output between. */
export type DiskOperation =
  | { readonly kind: 'write'; readonly path: string; readonly bytes: Buffer; readonly offset: number }
  | { readonly kind: 'truncate'; readonly path: string; readonly size: number }
  | { readonly kind: 'sync'; readonly path: string }
  | { readonly kind: 'unlink'; readonly path: string }
  | { readonly kind: 'report'; readonly text: string }

/** strace options whose output `readTrace` reads: paths of descriptors, all bytes, everything in hexadecimal. */
export const traceOptions = [
  '-f',
  '-qq',
  '-y',
  '-xx',
  '-s',
  '200000',
  '-e',
  'trace=pwrite64,write,fsync,fdatasync,ftruncate,unlink',
] as const

const unescape = (text: string): Buffer => Buffer.from(text.replaceAll(String.raw`\x`, ''), 'hex')

/** A path, which strace writes in hexadecimal or plainly. */
const pathOf = (text: string): string =>
  text.startsWith(String.raw`\x`) ? unescape(text).toString('utf8') : text

const patterns: readonly (readonly [RegExp, (parts: string[]) => DiskOperation])[] = [
  [
    /pwrite64\(\d+<([^>]*)>, "([^"]*)", \d+, (\d+)\)\s+= \d/,
    ([path = '', bytes = '', offset]) => ({
      kind: 'write',
      path: pathOf(path),
      bytes: unescape(bytes),
      offset: Number(offset),
    }),
  ],
  [/f(?:data)?sync\(\d+<([^>]*)>\)\s+= 0/, ([path = '']) => ({ kind: 'sync', path: pathOf(path) })],
  [
    /ftruncate\(\d+<([^>]*)>, (\d+)\)\s+= 0/,
    ([path = '', size]) => ({ kind: 'truncate', path: pathOf(path), size: Number(size) }),
  ],
  [/unlink\("([^"]*)"\)\s+= 0/, ([path = '']) => ({ kind: 'unlink', path: pathOf(path) })],
  [
    /write\(1<[^>]*>, "([^"]*)", \d+\)\s+= \d/,
    ([text = '']) => ({ kind: 'report', text: unescape(text).toString('utf8') }),
  ],
]

/** Reads the output of strace; lines about anything else are left out. */
export function readTrace(trace: string): DiskOperation[] {
  return trace.split('\n').flatMap((line) => {
    for (const [pattern, toOperation] of patterns) {
      const match = pattern.exec(line)
      if (match !== null) return [toOperation(match.slice(1))]
    }
    return []
  })
}
