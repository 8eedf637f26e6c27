import { strToU8 } from 'fflate'

/** What canonical JSON can hold: JSON's own values, nothing else. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue }

/**
 * Writes a value as canonical JSON (the scheme of RFC 8785): object keys sorted by UTF-16 code units, no white space,
 * numbers and strings as ECMAScript writes them. Equal data give equal text on every machine.
 * Throws a TypeError on what JSON cannot say: undefined, NaN, infinities, lone surrogates, anything but plain data.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return canonicalNumber(value)
  if (typeof value === 'string') return canonicalString(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && isPlainObject(value)) {
    const members = Object.keys(value)
      .toSorted()
      .map((key) => `${canonicalString(key)}:${canonicalJson(value[key])}`)
    return `{${members.join(',')}}`
  }
  throw new TypeError(`canonical JSON cannot hold a ${typeof value}`)
}

/** Canonical JSON as UTF-8 without a byte order mark. */
export function canonicalBytes(value: unknown): Uint8Array {
  return strToU8(canonicalJson(value))
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('canonical JSON cannot hold a number that is not finite')
  return JSON.stringify(value)
}

function canonicalString(value: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new TypeError('canonical JSON cannot hold half of a surrogate pair')
  return JSON.stringify(value)
}

function isPlainObject(value: object): value is { readonly [key: string]: unknown } {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
