import { strFromU8 } from 'fflate'
import { canonicalBytes } from './canonical-json.ts'
import { type Manifest, manifestPath, manifestSchema, signaturePathPattern, summaryPath } from './manifest.ts'
import type { Sha256 } from './package.ts'
import type { PackageFault, Verification } from './verification.ts'
import { packageLimits, readZip, ZipRefusal } from './zip-read.ts'
import type { ZipFile } from './zip-write.ts'

export type VerifyOptions = {
  readonly sha256: Sha256
  /** Hash of the manifest as it was recorded elsewhere (in the workspace, in a receipt). */
  readonly manifestSha256?: string
  /** Name of the file, when it was not chosen freely. */
  readonly fileName?: string
}

type Fault = Verification['faults'][number]

/** A package that was read; its faults say whether it may be believed. */
export type ReadPackage = { readonly verification: Verification; readonly files: readonly ZipFile[] }

/**
 * Recomputes everything that a package says of itself: the structure of the archive within limits, the canonical form
 * of the manifest, and of every listed file presence, size, hash and number of rows; files that nobody listed are named.
 */
export function verifyPackage(bytes: Uint8Array, options: VerifyOptions): Verification {
  return readPackage(bytes, options).verification
}

/** Verifies a package and hands out its files. */
export function readPackage(bytes: Uint8Array, options: VerifyOptions): ReadPackage {
  const packageSha256 = options.sha256(bytes)
  const nothing = { manifest: null, manifestSha256: null, packageSha256, signatures: [], filesChecked: 0 }
  let files: ZipFile[]
  try {
    files = readZip(bytes, packageLimits)
  } catch (error) {
    if (!(error instanceof ZipRefusal)) throw error
    const faults = [fault(error.file, error.fault)]
    return { verification: { ...nothing, ok: false, faults }, files: [] }
  }
  const read = readManifest(files, options)
  if (read.manifest === null) {
    return { verification: { ...nothing, ...read, ok: false, faults: read.faults }, files: [] }
  }
  const { manifest, manifestSha256 } = read
  const faults = [
    ...read.faults,
    ...checkSummary(manifest),
    ...checkFiles(manifest, files, options.sha256),
    ...checkUnknown(manifest, files),
  ]
  const signatures = files.map(({ path }) => path).filter((path) => signaturePathPattern.test(path))
  const filesChecked = manifest.files.length
  return {
    verification: {
      ok: faults.length === 0,
      manifest,
      manifestSha256,
      packageSha256,
      faults,
      signatures,
      filesChecked,
    },
    files,
  }
}

function fault(
  file: string,
  kind: PackageFault,
  expected: string | number = '',
  found: string | number = '',
): Fault {
  return { file, fault: kind, expected: String(expected), found: String(found) }
}

type ManifestReading = { manifest: Manifest | null; manifestSha256: string | null; faults: Fault[] }

function readManifest(files: readonly ZipFile[], options: VerifyOptions): ManifestReading {
  const file = files.find(({ path }) => path === manifestPath)
  if (file === undefined)
    return { manifest: null, manifestSha256: null, faults: [fault(manifestPath, 'manifest-missing')] }
  const manifestSha256 = options.sha256(file.bytes)
  const parsed = manifestSchema.safeParse(parseJson(file.bytes))
  if (!parsed.success)
    return { manifest: null, manifestSha256, faults: [fault(manifestPath, 'manifest-invalid')] }
  const manifest = parsed.data
  const faults: Fault[] = []
  if (!equalBytes(file.bytes, canonicalBytes(manifest)))
    faults.push(fault(manifestPath, 'manifest-not-canonical'))
  if (options.manifestSha256 !== undefined && options.manifestSha256 !== manifestSha256) {
    faults.push(fault(manifestPath, 'manifest-differs', options.manifestSha256, manifestSha256))
  }
  const ending = `_${manifest.bin}_${manifest.form}_rev${manifest.revision}.zip`
  if (options.fileName !== undefined && !options.fileName.endsWith(ending)) {
    faults.push(fault(manifestPath, 'name-differs', ending, options.fileName))
  }
  return { manifest, manifestSha256, faults }
}

/** A package says with its format version that it holds a summary; one that lists none is not whole. */
function checkSummary(manifest: Manifest): Fault[] {
  if (manifest.formatVersion === 1 || manifest.files.some(({ path }) => path === summaryPath)) return []
  return [fault(summaryPath, 'missing')]
}

function checkFiles(manifest: Manifest, files: readonly ZipFile[], sha256: Sha256): Fault[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  return manifest.files.flatMap((listed) => {
    const file = byPath.get(listed.path)
    if (file === undefined) return [fault(listed.path, 'missing')]
    if (file.bytes.length !== listed.size)
      return [fault(listed.path, 'size-differs', listed.size, file.bytes.length)]
    const found = sha256(file.bytes)
    if (found !== listed.sha256) return [fault(listed.path, 'hash-differs', listed.sha256, found)]
    if (listed.rows === null) return []
    const rows = parseJson(file.bytes)
    const count = Array.isArray(rows) ? rows.length : 'no table'
    return count === listed.rows ? [] : [fault(listed.path, 'rows-differ', listed.rows, count)]
  })
}

function checkUnknown(manifest: Manifest, files: readonly ZipFile[]): Fault[] {
  const known = new Set([manifestPath, ...manifest.files.map(({ path }) => path)])
  return files
    .filter(({ path }) => !known.has(path) && !signaturePathPattern.test(path))
    .map(({ path }) => fault(path, 'unknown-file'))
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(strFromU8(bytes))
  } catch {
    return undefined
  }
}

function equalBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}
