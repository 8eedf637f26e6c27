/**
 * The text as paper and every file format can hold it: without control characters (tabs and line breaks become spaces),
 * without marks that turn the direction of what follows, without halves of characters. Letters of every script stay.
 */
export function printable(text: string): string {
  return text
    .replaceAll(/[\t\n\v\f\r\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu, '')
    .replaceAll(/\p{Cs}/gu, '\uFFFD')
}
