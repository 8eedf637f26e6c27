import type { Encoding } from '../../../shared/imports/sheet.ts'

/** Upper halves (0x80 to 0xFF) of the single-byte encodings that offices in Kazakhstan still write. */
const upperHalves = {
  'windows-1251':
    'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\uFFFD™љ›њќћџ\u00A0ЎўЈ¤Ґ¦§Ё©Є«¬\u00AD®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя',
  /** KZ-1048 (STRK1048-2002): Windows-1251 with the Kazakh letters. */
  'kz-1048':
    'ЂЃ‚ѓ„…†‡€‰Љ‹ЊҚҺЏђ‘’“”•–—\uFFFD™љ›њқһџ\u00A0ҰұӘ¤Ө¦§Ё©Ғ«¬\u00AD®Ү°±Ііөµ¶·ё№ғ»әҢңүАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя',
  ibm866:
    'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u00A0',
} as const satisfies Partial<Record<Encoding, string>>
type SingleByte = keyof typeof upperHalves
/** In order of preference: a text that fits several equally is the first of them. */
const singleByteEncodings: SingleByte[] = ['windows-1251', 'kz-1048', 'ibm866']

const alphabetLower = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі'
const alphabetUpper = alphabetLower.toUpperCase()
const punctuation = '«»„“”–—…№©°§±\u00A0\u00AD‘’•'

/** The encoding of a text file: by its mark, by strict UTF-8, else by which single-byte reading looks like words. */
export function detectEncoding(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > sample.length / 8 && odd > even * 4) return 'utf-16le'
  if (even > sample.length / 8 && even > odd * 4) return 'utf-16be'
  if (isUtf8(bytes)) return 'utf-8'
  return bestSingleByte(bytes.subarray(0, 256 * 1024))
}

/** Text of a file in the given encoding, without a byte-order mark. */
export function decodeText(bytes: Buffer, encoding: Encoding): string {
  return stripMark(decode(bytes, encoding))
}

function decode(bytes: Buffer, encoding: Encoding): string {
  if (encoding === 'utf-8') return bytes.toString('utf8')
  if (encoding === 'utf-16le') return bytes.toString('utf16le')
  if (encoding === 'utf-16be') return swapped(bytes).toString('utf16le')
  return decodeSingleByte(bytes, encoding)
}

function stripMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16()
}

function decodeSingleByte(bytes: Buffer, encoding: SingleByte): string {
  const upper = upperHalves[encoding]
  const pieces: string[] = []
  for (let start = 0; start < bytes.length; start += 65_536) {
    let piece = ''
    for (const byte of bytes.subarray(start, start + 65_536)) {
      piece += byte < 0x80 ? String.fromCharCode(byte) : upper.charAt(byte - 0x80)
    }
    pieces.push(piece)
  }
  return pieces.join('')
}

function bestSingleByte(sample: Buffer): SingleByte {
  let best: SingleByte = 'windows-1251'
  let bestScore = -Infinity
  for (const encoding of singleByteEncodings) {
    const score = plausibility(decodeSingleByte(sample, encoding))
    if (score > bestScore) [best, bestScore] = [encoding, score]
  }
  return best
}

/**
 * How much a text looks like Kazakh or Russian: letters of the two alphabets count, lower case more than
 * upper case and a capital inside a word against; letters and signs of neither count against.
 */
function plausibility(text: string): number {
  let score = 0
  let previousIsLower = false
  for (const character of text) {
    if (character < '\u0080') {
      previousIsLower = false
    } else if (alphabetLower.includes(character)) {
      score += 2
      previousIsLower = true
    } else if (alphabetUpper.includes(character)) {
      score += previousIsLower ? -2 : 1
      previousIsLower = false
    } else {
      score -= punctuation.includes(character) ? 0 : 3
      previousIsLower = false
    }
  }
  return score
}
