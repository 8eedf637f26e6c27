/**
 * How much of a file the import takes. A file beyond any of these is refused by name, before or while it is
 * parsed (OWASP ASVS 5.0: 5.2.1, 5.2.3). An office's register is some hundreds of rows and well under a megabyte.
 */
export const importLimits = {
  /** Size of the chosen file, bytes. */
  fileBytes: 50 * 1024 * 1024,
  /** Entries in the ZIP container of a workbook. */
  zipEntries: 1_000,
  /** Unpacked size of the whole container, bytes; declared and counted. */
  unpackedBytes: 200 * 1024 * 1024,
  /** Unpacked to packed size of one entry; looked at in entries above `ratioFromBytes`. */
  ratio: 200,
  ratioFromBytes: 1024 * 1024,
  /** Shared strings of a workbook, unpacked bytes. */
  sharedStringBytes: 50 * 1024 * 1024,
  sheets: 100,
  /** Rows with content in one sheet. */
  rows: 100_000,
  /** Columns that may hold content. */
  columns: 256,
  /** Cells with content in one sheet. */
  cells: 2_000_000,
  /** Characters in one cell; Excel's own limit. */
  cellCharacters: 32_767,
  /** Merged ranges of one sheet; a sheet with more is read without them. */
  merges: 20_000,
  /** Time for reading one file, milliseconds. */
  milliseconds: 60_000,
  /** JavaScript heap of the thread that reads the file, megabytes. */
  heapMegabytes: 256,
} as const
