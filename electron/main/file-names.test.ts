import { describe, expect, it } from 'vitest'
import { safeFileName, withExtension } from './file-names.ts'

describe('names of saved files', () => {
  it('keep what every system takes and replace the rest', () => {
    expect(safeFileName('2026-01-15_050640004410_VP-32_rev1.zip')).toBe(
      '2026-01-15_050640004410_VP-32_rev1.zip',
    )
    expect(safeFileName('Қос диплом: 2025/26?.xlsx')).toBe('Қос диплом- 2025-26-.xlsx')
    expect(safeFileName('../../etc/passwd')).toBe('-..-etc-passwd')
    expect(safeFileName(' .. ')).toBe('qosdiplom')
  })

  it('get the extension of their kind unless they have one of its extensions', () => {
    expect(withExtension('/data/register', ['qosdiplom'])).toBe('/data/register.qosdiplom')
    expect(withExtension('/data/answer.JSON', ['json', 'zip'])).toBe('/data/answer.JSON')
    expect(withExtension('/data/1.2 report', ['pdf'])).toBe('/data/1.2 report.pdf')
    expect(withExtension('/data/anything', [])).toBe('/data/anything')
  })
})
