import { randomBytes } from 'node:crypto'

/**
 * Makes UUIDv7 ids (RFC 9562): 48 bits of milliseconds, 12 bits of counter, 62 random bits.
 * Ids of one maker always grow, even when the clock stands still or goes back.
 */
export function createIdMaker(clock: () => Date): () => string {
  let lastMillisecond = 0
  let counter = 0
  return () => {
    const now = clock().getTime()
    if (now > lastMillisecond) {
      lastMillisecond = now
      counter = randomBytes(2).readUInt16BE() & 0x7ff
    } else {
      counter += 1
      if (counter > 0xfff) {
        lastMillisecond += 1
        counter = 0
      }
    }
    const bytes = randomBytes(16)
    bytes.writeUIntBE(lastMillisecond, 0, 6)
    bytes.writeUInt16BE(0x7000 | counter, 6)
    bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
    const hex = bytes.toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }
}
