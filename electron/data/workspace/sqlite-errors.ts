import { AppError } from '../../../shared/kernel/app-error.ts'

/** SQLite's primary result code of an error, or null when the error is not SQLite's. */
export function sqliteCode(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return null
  const { errcode } = error
  return typeof errcode === 'number' ? errcode & 0xff : null
}

export const sqliteBusy = 5
export const sqliteIoError = 10

/**
 * Gives the expected failures of a disk their own words. A busy file, a full disk, a file that may not be written,
 * an unreadable disk and a damaged file are no bugs; anything else is passed on as it is.
 */
export function asRefusal(error: unknown): unknown {
  switch (sqliteCode(error)) {
    case sqliteBusy:
    case 6:
      return new AppError('workspace-busy')
    case 8:
      return new AppError('workspace-read-only')
    case sqliteIoError:
      return new AppError('workspace-disk-error')
    case 11:
    case 26:
      return new AppError('workspace-damaged', { detail: error instanceof Error ? error.message : '' })
    case 13:
      return new AppError('workspace-disk-full')
    default:
      return error
  }
}
