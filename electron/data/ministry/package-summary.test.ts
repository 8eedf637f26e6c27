import { describe, expect, it } from 'vitest'
import { languages } from '../../../shared/kernel/record.ts'
import { verifyPackage } from '../../../shared/exchange/verify-package.ts'
import { canonicalBytes } from '../../../shared/exchange/canonical-json.ts'
import { readZip } from '../../../shared/exchange/zip-read.ts'
import { writeZip } from '../../../shared/exchange/zip-write.ts'
import type { FormId, FormRequest } from '../../../shared/ministry/ministry.ts'
import { drawn, fillTaken, ministryPackage, sha256 } from '../../../tests/support/ministry-package.ts'
import { ministryPeriod, ministryRegister } from '../../../tests/support/ministry-register.ts'
import { readPdfText } from '../../../tests/support/pdf-text.ts'
import { drawSummary } from './package-summary.ts'

const requestOf = (form: FormId, language: FormRequest['language'] = 'ru'): FormRequest => ({
  form,
  ...ministryPeriod,
  language,
})
const draw = (request: FormRequest, register = ministryRegister()) =>
  drawn(fillTaken(request, register), request)
/** All words of the document in reading order, as a search would see them. */
const wordsOf = (bytes: Uint8Array) =>
  readPdfText(bytes).pages.join('\n').replaceAll('\u00A0', ' ').replaceAll(/\s+/g, ' ')

/** The test register with so many double-degree programmes more. */
function longRegister(count: number) {
  const register = ministryRegister()
  const [model] = register.programmes
  if (model === undefined) throw new Error('the test register has no programme')
  const more = Array.from({ length: count }, (_unused, index) => ({
    ...model,
    id: `77777777-0000-7000-8000-${String(index).padStart(12, '0')}`,
    code: `6B0${7000 + index}`,
  }))
  return { ...register, programmes: [...register.programmes, ...more] }
}

describe('the summary of a package', () => {
  it.each(languages)(
    'says in %s what the form is, for when, by whom and with how many rows',
    async (language) => {
      const text = wordsOf(await draw(requestOf('VP-32', language)))
      const expected = {
        kk: [
          'ВП-32. Қос дипломды бағдарламаларды іске асыру туралы мәліметтер',
          '2025/26 оқу жылы · 20.05.2026 жағдайы бойынша',
          'БСН: 991240999991',
          'Бағдарламалар: жол саны – 2',
          'Әріптес',
          'Бағдарлама 1',
          'Барлығы',
        ],
        ru: [
          'ВП-32. Сведения о реализации двудипломных программ',
          '2025/26 учебный год · По состоянию на 20.05.2026',
          'БИН: 991240999991',
          'Программы: строк – 2',
          'Принято предупреждений: 2',
          'Технический университет',
          'Итого',
        ],
        en: [
          'VP-32. Double-degree programmes',
          'BIN: 991240999991',
          'Programmes: 2 rows',
          '2 – Foreign',
          'Total',
        ],
      }
      for (const part of expected[language]) expect(text).toContain(part)
      expect(text).not.toContain('?')
    },
  )

  it('holds every row of every table, and adds up what may be added', async () => {
    const text = wordsOf(await draw(requestOf('VP-32'), longRegister(60)))
    for (let index = 0; index < 60; index += 1) expect(text).toContain(`6B0${7000 + index}`)
    // 24 and 10 learners; the added programmes have no count.
    expect(text).toMatch(/Итого 34 3 4 0 10 0/)
  })

  it('says once what is the same in every row of a long table, and names its empty columns', async () => {
    const text = wordsOf(await draw(requestOf('VP-32'), longRegister(10)))
    expect(text).toMatch(/Одинаково во всех строках: .*Идентификатор ОВПО: 31/)
    expect(text).toMatch(/Не заполнено ни в одной строке: Тип диплома/)
  })

  it('numbers the pages of a long form and keeps every text on them', async () => {
    const { pages } = readPdfText(await draw(requestOf('VP-32'), longRegister(200)))
    expect(pages.length).toBeGreaterThan(5)
    for (const [index, page] of pages.entries()) {
      expect(page.replaceAll('\u00A0', ' ')).toContain(`страница ${index + 1} из ${pages.length}`)
    }
  })

  it('is for DD-63 the double-degree report of the year', async () => {
    const text = wordsOf(await draw(requestOf('DD-63', 'kk')))
    expect(text).toContain('Қос дипломдық бағдарламалар туралы есеп')
    expect(text).toContain('Деңгейлер бойынша')
  })

  it.each<FormId>(['VP-31', 'VP-32', 'VP-40', 'DD-63'])(
    'has for %s the same bytes for the same records, without the compression of this machine',
    async (form) => {
      const [one, other] = [await draw(requestOf(form)), await draw(requestOf(form))]
      expect(sha256(one)).toBe(sha256(other))
      expect(readPdfText(one).raw).not.toContain('FlateDecode')
    },
  )

  it('tells how far it is, lets other work go on, and ends when nobody waits any more', async () => {
    const request = requestOf('VP-32')
    const drawing = drawSummary(fillTaken(request, longRegister(400)), request)
    let turns = 0
    const timer = setInterval(() => (turns += 1), 1)
    const shares: number[] = []
    while ((shares.at(-1) ?? 0) < 0.5) {
      const { value, done } = await drawing.next()
      if (done === true) throw new Error('the drawing ended before it was half done')
      shares.push(value)
    }
    clearInterval(timer)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.length).toBeGreaterThan(5)
    expect(turns).toBeGreaterThan(0)
    await drawing.return(new Uint8Array())
    expect(await drawing.next()).toMatchObject({ done: true })
  })
})

describe('a package of format version', () => {
  it('1 has no summary and still verifies', async () => {
    const built = await ministryPackage('VP-32')
    const manifest = {
      ...built.manifest,
      formatVersion: 1 as const,
      files: built.manifest.files.filter(({ path }) => path !== 'summary.pdf'),
    }
    const files = readZip(built.bytes).filter(({ path }) => path.startsWith('data/'))
    const old = writeZip([{ path: 'manifest.json', bytes: canonicalBytes(manifest) }, ...files])
    expect(verifyPackage(old, { sha256 })).toMatchObject({ ok: true, filesChecked: 3 })
  })

  it('2 is not whole without one, also when its manifest does not list it', async () => {
    const built = await ministryPackage('VP-32')
    const manifest = {
      ...built.manifest,
      files: built.manifest.files.filter(({ path }) => path !== 'summary.pdf'),
    }
    const files = readZip(built.bytes).filter(({ path }) => path.startsWith('data/'))
    const forged = writeZip([{ path: 'manifest.json', bytes: canonicalBytes(manifest) }, ...files])
    expect(verifyPackage(forged, { sha256 })).toMatchObject({
      ok: false,
      faults: [{ file: 'summary.pdf', fault: 'missing' }],
    })
  })
})
