/** First bytes of the file types that offices attach. */
const signatures: readonly (readonly [bytes: readonly number[], mediaType: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'application/pdf'],
  [[0xff, 0xd8, 0xff], 'image/jpeg'],
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'image/png'],
  [[0x49, 0x49, 0x2a, 0x00], 'image/tiff'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'image/tiff'],
]

/** Types that share their first bytes with others (archives) or have none (text), by the name's ending. */
const endings: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  zip: 'application/zip',
  txt: 'text/plain',
  csv: 'text/csv',
  p7s: 'application/pkcs7-signature',
  sig: 'application/octet-stream',
}

/** What a file is: by its first bytes where they tell, else by its name. Unknown content is `application/octet-stream`. */
export function mediaTypeOf(name: string, content: Uint8Array): string {
  const known = signatures.find(([bytes]) => bytes.every((byte, index) => content[index] === byte))
  if (known !== undefined) return known[1]
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return endings[ending] ?? 'application/octet-stream'
}
