import type { ErrorCode } from '../../shared/kernel/app-error.ts'

/** How the command line ends: done; refused, or something was found; called wrongly; a file or the network failed. */
export const exitCodes = { done: 0, findings: 1, usage: 2, failure: 3 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Beginnings of the codes that speak of files, disks and networks; every other refusal is about what was asked. */
const failures = [
  'file-',
  'workspace-',
  'backup-',
  'attachment-',
  'gateway-',
  'commit-uncertain',
  'write-stopped',
  'ministry-certificate-unreadable',
]

/** Answers of a receiver that was reached: it refused what was sent. */
const refusedByReceiver: readonly ErrorCode[] = [
  'gateway-key-reused',
  'gateway-package-refused',
  'gateway-package-too-large',
  'gateway-not-allowed',
  'gateway-refused-request',
]

/** What the arguments said could not be understood; the schemas of the service found it. */
const wrongArguments: readonly ErrorCode[] = ['invalid-input', 'ministry-receiver-address']

/** Imports that fail on the file itself; the others fail on what it says. */
const unreadableImports: readonly ErrorCode[] = [
  'import-unreadable',
  'import-file-too-large',
  'import-empty-file',
  'import-unknown-format',
  'import-old-workbook',
  'import-encrypted',
  'import-web-page',
  'import-binary-workbook',
  'import-open-document',
  'import-not-a-workbook',
  'import-damaged',
  'import-unsafe-archive',
  'import-timeout',
  'import-out-of-memory',
]

/** The exit code of an expected failure. */
export function exitCodeOf(code: ErrorCode): ExitCode {
  if (wrongArguments.includes(code)) return exitCodes.usage
  if (refusedByReceiver.includes(code)) return exitCodes.findings
  const isFailure =
    failures.some((beginning) => code.startsWith(beginning)) || unreadableImports.includes(code)
  return isFailure ? exitCodes.failure : exitCodes.findings
}
