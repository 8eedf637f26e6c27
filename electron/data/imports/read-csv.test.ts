import { describe, expect, it } from 'vitest'
import { readCsv } from './read-csv.ts'
import { decodeText, detectEncoding } from './text-encoding.ts'

/** Encodes by looking each character up in what the decoder gives for the 256 bytes. */
function encode(text: string, encoding: 'windows-1251' | 'kz-1048' | 'ibm866'): Buffer {
  const decoded = decodeText(Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)), encoding)
  return Buffer.from(text.split('').map((character) => decoded.indexOf(character)))
}

const russian = '№;Вуз-партнёр;Страна;Срок действия\n1;Пекинский университет;Китай;до 31.12.2027\n'
const kazakh = '№;Әріптес ЖЖОКБҰ;Елі;Мерзімі\n1;Пекин университеті;Қытай;мәңгілік\n'

describe('the encoding of a text file', () => {
  it.each(['windows-1251', 'ibm866'] as const)('is recognised as %s from Russian words', (encoding) => {
    const bytes = encode(russian, encoding)
    expect(detectEncoding(bytes)).toBe(encoding)
    expect(decodeText(bytes, encoding)).toBe(russian)
  })

  it('is recognised as KZ-1048 from Kazakh letters that Windows-1251 does not have', () => {
    const bytes = encode(kazakh, 'kz-1048')
    expect(detectEncoding(bytes)).toBe('kz-1048')
    expect(decodeText(bytes, 'kz-1048')).toBe(kazakh)
  })

  it.each([
    ['utf-8', Buffer.from(kazakh)],
    ['utf-8', Buffer.from(`\uFEFF${kazakh}`)],
    ['utf-16le', Buffer.from(`\uFEFF${kazakh}`, 'utf16le')],
    ['utf-16le', Buffer.from('Partner;Country\nPeking University;China\n', 'utf16le')],
    ['utf-16be', Buffer.from(`\uFEFF${kazakh}`, 'utf16le').swap16()],
  ] as const)('is recognised as %s', (encoding, bytes) => {
    expect(detectEncoding(bytes)).toBe(encoding)
    expect(readCsv(bytes, null).sheets[0]?.rows).toHaveLength(2)
    expect(decodeText(bytes, encoding)).not.toContain('\uFEFF')
  })

  it('follows the choice of the person over the detection', () => {
    const bytes = encode(kazakh, 'kz-1048')
    expect(readCsv(bytes, 'windows-1251').sheets[0]?.rows[1]?.cells[2]).toBe('Ќытай')
  })
})

describe('a delimited text', () => {
  it.each([
    [
      ';',
      'Реестр договоров, 2026 год\n\nПартнёр;Страна;Город\nПекинский университет, Китай;Китай;Пекин\nЦинхуа;Китай;Пекин\n',
    ],
    [',', 'Partner,Country\n"Peking University, China",China\nTsinghua,China\n'],
    ['\t', 'Partner\tCountry; city\nPeking University\tChina; Beijing\n'],
  ])('is cut by the delimiter %j although the others occur in it', (delimiter, text) => {
    expect(readCsv(Buffer.from(text), null).delimiter).toBe(delimiter)
  })

  it('keeps the numbers of rows, line breaks inside quotes and fields that look like formulas as text', () => {
    const { sheets } = readCsv(Buffer.from('Партнёр;Примечание\n\n"А\nБ";"=1+1 ""x"""\n'), null)
    expect(sheets[0]?.rows).toEqual([
      { row: 1, cells: ['Партнёр', 'Примечание'] },
      { row: 3, cells: ['А\nБ', '=1+1 "x"'] },
    ])
  })

  it('believes the separator line that Excel writes and does not take it for a row', () => {
    const { delimiter, sheets } = readCsv(Buffer.from('sep=,\r\nPartner,Country\r\nA,B\r\n'), null)
    expect(delimiter).toBe(',')
    expect(sheets[0]?.rows).toEqual([
      { row: 2, cells: ['Partner', 'Country'] },
      { row: 3, cells: ['A', 'B'] },
    ])
  })

  it('takes a column named __proto__ as any other text', () => {
    const { sheets } = readCsv(Buffer.from('__proto__;constructor\nA;B\n'), null)
    expect(sheets[0]?.rows[0]).toEqual({ row: 1, cells: ['__proto__', 'constructor'] })
  })

  it('is parted where the person says, whatever was found out', () => {
    const bytes = Buffer.from('Партнёр;Страна\nА, Б;В\n')
    expect(readCsv(bytes, null).sheets[0]?.rows[1]?.cells).toEqual(['А, Б', 'В'])
    expect(readCsv(bytes, null, ',').sheets[0]?.rows[1]?.cells).toEqual(['А', ' Б;В'])
  })
})
