import { foldText } from '../kernel/fold.ts'
import type { Language, LocalizedText } from '../kernel/record.ts'
import type { IdentifierScheme } from '../partners/partner.ts'
import { findCountry } from '../reference/countries.ts'
import { read, type Reading, unreadable } from './cell-problem.ts'
import type { PartnerFacts } from './facts.ts'
import { defined } from './read-agreement-cells.ts'
import { type NamedPartner, readPartners } from './read-partners.ts'
import { readLine, readText } from './read-values.ts'
import type { RowCells } from './row-cells.ts'
import { cellText } from './sheet.ts'
import type { TargetField } from './target-fields.ts'

const schemeFields = [
  ['partner.ror', 'ror'],
  ['partner.erasmus', 'erasmus'],
  ['partner.schac', 'schac'],
  ['partner.pic', 'pic'],
  ['partner.eter', 'eter'],
  ['partner.whed', 'whed'],
  ['partner.deqar', 'deqar'],
  ['partner.kzBin', 'kz_bin'],
  ['partner.epvo', 'epvo'],
] as const satisfies [TargetField, IdentifierScheme][]

const nameFields = [
  ['partner.nameKk', 'kk'],
  ['partner.nameRu', 'ru'],
  ['partner.nameEn', 'en'],
] as const satisfies [TargetField, Language][]

/** The partners of a row; facts that stand once in the row belong to its only partner. */
export function readRowPartners(cells: RowCells, isKnown: (folded: string) => boolean): PartnerFacts[] {
  const { partners, isNamed } = readNames(cells, isKnown)
  if (partners.length === 0) return []
  const countries = listFor(cells, 'partner.country', partners, readCountries)
  const cities = listFor(cells, 'partner.city', partners, (text) => read(splitList(text)))
  const websites = listFor(cells, 'partner.website', partners, (text) => read(splitList(text)))
  const single = partners.length === 1
  const creditSystem = single ? cells.value('partner.creditSystem', (cell) => readLine(cell, 100)) : undefined
  const notes = single ? cells.value('partner.notes', (cell) => readText(cell, 10_000)) : undefined
  return partners.map((partner, index) => ({
    names: partner.names,
    isNamed,
    country: countries[index] ?? partner.country,
    fields: defined({
      city: cities[index] ?? (partner.city === '' ? undefined : partner.city),
      website: websites[index],
      creditSystem,
      notes,
    }),
    identifiers: readIdentifiers(cells, partners.length, index),
    contact: single ? readContact(cells) : null,
  }))
}

function readNames(
  cells: RowCells,
  isKnown: (folded: string) => boolean,
): { partners: NamedPartner[]; isNamed: boolean } {
  let partners: NamedPartner[] = []
  const mixed = cells.take('partner.name')
  if (mixed !== null) partners = readPartners(cellText(mixed.cell), isKnown)
  let isNamed = false
  for (const [field, language] of nameFields) {
    const taken = cells.take(field)
    if (taken === null) continue
    const named = readPartners(cellText(taken.cell), isKnown)
    if (partners.length > 0 && named.length !== partners.length) {
      cells.fail(
        { rule: 'import-list-differs', params: { count: named.length, partners: partners.length } },
        field,
      )
      continue
    }
    isNamed = true
    partners = named.map((partner, index) => withName(partners[index] ?? partner, partner, language))
  }
  const tooLong = partners.some(({ names }) =>
    [names.kk, names.ru, names.en].some((name) => name.length > 500),
  )
  if (tooLong) cells.fail({ rule: 'import-text-too-long', params: { limit: 500 } }, 'partner.name')
  return { partners, isNamed }
}

/** A name belongs to its column's language, whatever its letters are; a second name in brackets keeps its own. */
function withName(base: NamedPartner, found: NamedPartner, language: Language): NamedPartner {
  const main = (['kk', 'ru', 'en'] as const).map((key) => found.names[key]).find((name) => name !== '') ?? ''
  const own = found.names[language] === '' ? main : found.names[language]
  const names: LocalizedText = base === found ? { kk: '', ru: '', en: '' } : { ...base.names }
  names[language] = own
  return { names, country: base.country ?? found.country, city: base.city === '' ? found.city : base.city }
}

/** The values of a column for each partner: one for all, or one each. */
function listFor<T>(
  cells: RowCells,
  field: TargetField,
  partners: readonly unknown[],
  readList: (text: string) => Reading<T[]>,
): T[] {
  const taken = cells.take(field)
  if (taken === null) return []
  const list = cells.value(field, (cell) => readList(cellText(cell))) ?? []
  if (list.length === partners.length || list.length === 0) return list
  const [only] = list
  if (list.length === 1 && only !== undefined) return partners.map(() => only)
  cells.fail(
    { rule: 'import-list-differs', params: { count: list.length, partners: partners.length } },
    field,
  )
  return []
}

/** Parts of a list in one cell: by semicolons, line breaks or numbers, else by commas. */
function splitList(text: string): string[] {
  const byLine = text
    .split(/[;\n]|(?:^|\s)\d{1,2}[.)]\s/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return byLine.length > 1 ? byLine : [text.replace(/^\s*1[.)]\s/u, '').trim()].filter((part) => part !== '')
}

const countrySeparators = [/[;\n]|(?:^|\s)\d{1,2}[.)]\s/u, /[,/]/u, /\s(?:и|және|мен|and|&)\s/iu]

/** The countries that a cell names, by their codes. Names that contain a comma or «и» are tried whole first. */
export function readCountries(text: string): Reading<string[]> {
  const codes = countriesIn(text.trim(), 0)
  return codes === null ? unreadable('import-unknown-country', { value: text.trim() }) : read(codes)
}

function countriesIn(text: string, level: number): string[] | null {
  const whole = findCountry(text)
  if (whole !== null) return [whole]
  const separator = countrySeparators[level]
  if (separator === undefined) return null
  const codes: string[] = []
  for (const part of text
    .split(separator)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')) {
    const found = countriesIn(part, level + 1)
    if (found === null) return null
    codes.push(...found)
  }
  return codes.length === 0 ? null : codes
}

function readIdentifiers(cells: RowCells, count: number, index: number): PartnerFacts['identifiers'] {
  return schemeFields.flatMap(([field, scheme]) => {
    const taken = cells.take(field)
    if (taken === null) return []
    const list = splitList(cellText(taken.cell))
    const value = list.length === count ? list[index] : undefined
    if (value === undefined && index === 0) {
      cells.fail({ rule: 'import-list-differs', params: { count: list.length, partners: count } }, field)
    }
    return value === undefined ? [] : [{ scheme, value }]
  })
}

function readContact(cells: RowCells): PartnerFacts['contact'] {
  const line = (field: TargetField, limit: number): string =>
    cells.value(field, (cell) => readLine(cell, limit)) ?? ''
  const [name, email] = [line('partner.contactName', 200), line('partner.contactEmail', 200)]
  if (name === '' && email === '') return null
  return {
    name: name === '' ? email : name,
    position: line('partner.contactPosition', 200),
    email,
    phone: line('partner.contactPhone', 60),
    isSignatory: false,
  }
}

/** The name by which people know the partner: in the language it is written in. */
export const foldedNames = (names: LocalizedText): string[] =>
  [names.kk, names.ru, names.en].filter((name) => name !== '').map(foldText)
