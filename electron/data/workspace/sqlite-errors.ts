import { AppError } from '../../../shared/kernel/app-error.ts'

/** SQLite's primary result code of an error, or null when the error is not SQLite's. */
export function sqliteCode(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return null
  const { errcode } = error
  return typeof errcode === 'number' ? errcode & 0xff : null
}

const sqliteBusy = 5
const sqliteLocked = 6
const sqliteReadOnly = 8
export const sqliteIoError = 10
const sqliteCorrupt = 11
const sqliteFull = 13
export const sqliteCannotOpen = 14
const sqliteNotADatabase = 26

/**
 * Gives the expected failures of a disk their own words. A busy file, a full disk, a file that may not be written,
 * an unreadable disk and a damaged file are no bugs; anything else is passed on as it is.
 */
export function asRefusal(error: unknown): unknown {
  switch (sqliteCode(error)) {
    case sqliteBusy:
    case sqliteLocked:
      return new AppError('workspace-busy')
    case sqliteReadOnly:
      return new AppError('workspace-read-only')
    case sqliteIoError:
      return new AppError('workspace-disk-error')
    case sqliteCorrupt:
    case sqliteNotADatabase:
      return new AppError('workspace-damaged', { detail: error instanceof Error ? error.message : '' })
    case sqliteFull:
      return new AppError('workspace-disk-full')
    default:
      return error
  }
}
