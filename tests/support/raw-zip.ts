import { crc32, deflateRawSync } from 'node:zlib'

export type RawEntry = {
  name: string
  data: Buffer | string
  /** Uncompressed size to declare instead of the true one. */
  declaredSize?: number
  /** Unix mode, such as 0o120777 for a symbolic link. */
  mode?: number
  /** Offset of the local header to declare instead of the true one. */
  offset?: number
  isEncrypted?: boolean
}

/** Writes a ZIP as told, including what no honest program writes: false sizes, doubled or climbing names, links. */
export function rawZip(entries: readonly RawEntry[]): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8')
    const data = Buffer.isBuffer(entry.data) ? entry.data : Buffer.from(entry.data, 'utf8')
    const packed = deflateRawSync(data)
    const common = commonHeader(entry, { data, packed, name })
    const header = Buffer.concat([Buffer.from('504b0304', 'hex'), common, name, packed])
    local.push(header)
    central.push(centralHeader(entry, { common, name, offset: entry.offset ?? offset }))
    offset += header.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, end])
}

function commonHeader(entry: RawEntry, parts: { data: Buffer; packed: Buffer; name: Buffer }): Buffer {
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(0x0800 | (entry.isEncrypted === true ? 1 : 0), 2)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(0, 6)
  common.writeUInt32LE(crc32(parts.data), 10)
  common.writeUInt32LE(parts.packed.length, 14)
  common.writeUInt32LE(entry.declaredSize ?? parts.data.length, 18)
  common.writeUInt16LE(parts.name.length, 22)
  return common
}

function centralHeader(entry: RawEntry, parts: { common: Buffer; name: Buffer; offset: number }): Buffer {
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6)
  tail.writeUInt32LE(parts.offset, 10)
  // Signature and "version made by" (Unix), then the fields that the local header has too.
  return Buffer.concat([Buffer.from('504b01021403', 'hex'), parts.common, tail, parts.name])
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The parts of the smallest workbook, with the given worksheet XML and shared strings. */
export function workbookEntries(
  sheetXml: string,
  options: { sharedStrings?: string; prolog?: string } = {},
): RawEntry[] {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const head = `<?xml version="1.0" encoding="UTF-8"?>${options.prolog ?? ''}`
  const shared =
    options.sharedStrings === undefined
      ? []
      : [{ name: 'xl/sharedStrings.xml', data: `${head}<sst xmlns="${main}">${options.sharedStrings}</sst>` }]
  return [
    {
      name: '[Content_Types].xml',
      data: `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `${head}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `${head}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="A &amp; B" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `${head}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relationships}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', data: `${head}<worksheet xmlns="${main}">${sheetXml}</worksheet>` },
    ...shared,
  ]
}
