import { addDays } from './calendar.ts'
import { type Day, isDay } from './day.ts'

/** Which day a workbook counts from: Excel for Windows from 1900, old Excel for the Mac from 1904. */
export type DateSystem = 1900 | 1904

/** The day that Excel believes 1900 to have had: serial 60 is 29 February 1900, which never was. */
const FALSE_LEAP_DAY = 60

/**
 * The day of an Excel serial number; the fraction is the time and is dropped. Null outside 1900–2199 and for the
 * false leap day of the 1900 system.
 */
export function dayFromExcelSerial(serial: number, system: DateSystem = 1900): Day | null {
  const whole = Math.floor(serial)
  if (!Number.isFinite(serial) || whole < 0 || whole > 120_000) return null
  if (system === 1904) return existing(addDays('1904-01-01', whole))
  if (whole === 0 || whole === FALSE_LEAP_DAY) return null
  return existing(addDays(whole < FALSE_LEAP_DAY ? '1899-12-31' : '1899-12-30', whole))
}

function existing(day: Day): Day | null {
  return isDay(day) ? day : null
}
