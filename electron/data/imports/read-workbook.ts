import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { importLimits } from '../../../shared/imports/limits.ts'
import type { Delimiter, Encoding, Workbook } from '../../../shared/imports/sheet.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'

/** First bytes of an OLE2 file: Excel 97–2003, or a workbook that is encrypted with a password. */
const oleSignature = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const zipSignatures = ['504b0304', '504b0506'].map((hex) => Buffer.from(hex, 'hex'))
const encryptedMarker = Buffer.from('EncryptedPackage', 'utf16le')
/** Documents, pictures and archives that are no register, by their first bytes. */
const foreignSignatures = [
  '25504446',
  '89504e47',
  'ffd8ff',
  '47494638',
  '1f8b',
  '377abcaf',
  '52617221',
  '7b5c727466',
].map((hex) => Buffer.from(hex, 'hex'))

/** How a person says that a text file is to be read; null: it is found out. */
type ChosenText = { encoding: Encoding | null; delimiter: Delimiter | null }

/** Reads a register file. Its content decides what it is; the name is not believed (OWASP ASVS 5.0: 5.2.2). */
export async function readWorkbook(
  path: string,
  encoding: Encoding | null,
  delimiter: Delimiter | null = null,
): Promise<Workbook> {
  const { size } = await stat(path).catch(() => {
    throw new AppError('import-unreadable')
  })
  if (size > importLimits.fileBytes) {
    throw new AppError('import-file-too-large', { limit: Math.round(importLimits.fileBytes / 1024 / 1024) })
  }
  const bytes = await readFile(path).catch(() => {
    throw new AppError('import-unreadable')
  })
  const workbook = await readBytes(bytes, { encoding, delimiter })
  if (workbook.sheets.every((sheet) => sheet.rows.length === 0)) throw new AppError('import-empty-file')
  return { ...workbook, sha256: createHash('sha256').update(bytes).digest('hex') }
}

async function readBytes(bytes: Buffer, chosen: ChosenText): Promise<Omit<Workbook, 'sha256'>> {
  if (bytes.length === 0) throw new AppError('import-empty-file')
  const startsWith = (signature: Buffer): boolean => bytes.subarray(0, signature.length).equals(signature)
  if (zipSignatures.some(startsWith)) return readXlsx(bytes)
  if (startsWith(oleSignature)) {
    throw new AppError(bytes.includes(encryptedMarker) ? 'import-encrypted' : 'import-old-workbook')
  }
  if (foreignSignatures.some(startsWith)) throw new AppError('import-unknown-format')
  if (isMarkup(bytes)) throw new AppError('import-web-page')
  return readCsv(bytes, chosen.encoding, chosen.delimiter)
}

/** A web page or XML table that some programs save under the name .xls. */
function isMarkup(bytes: Buffer): boolean {
  const start = bytes
    .subarray(0, 4096)
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^[^<]{0,3}\s*/, '')
  return /^<(?:\?xml|!doctype|html|head|body|table|meta|style|!--|workbook|\w+:workbook)/i.test(start)
}
