import { foldText } from '../../kernel/fold.ts'
import { parseDay } from '../../kernel/parse-day.ts'
import { type AccreditationFields, type Decision, emptyAccreditation } from '../accreditation.ts'
import type { IncomingRow, MatchingRegister, RawRow } from './incoming.ts'
import { kindOf, notesOf, ownProgramme, readAgency, readDays, refused } from './reading.ts'

const columns = {
  code: ['код', 'шифр', 'коды', 'code'],
  object: [
    'объект',
    'образовательная программа',
    'программа',
    'білім беру бағдарламасы',
    'бағдарлама',
    'нысан',
    'object',
    'programme',
    'program',
  ],
  agency: ['агентство', 'аккредитационное агентство', 'орган', 'агенттік', 'аккредиттеу агенттігі', 'agency'],
  kind: ['вид', 'вид аккредитации', 'тип', 'түрі', 'kind', 'type'],
  validFrom: ['действует с', 'дата начала', 'начало', 'с', 'басталуы', 'басталу күні', 'valid from', 'start'],
  validTo: [
    'действует до',
    'действует по',
    'дата окончания',
    'окончание',
    'срок действия',
    'по',
    'аяқталуы',
    'аяқталу күні',
    'valid to',
    'end',
  ],
  decidedOn: ['дата решения', 'шешім күні', 'decision date'],
  decision: ['решение', 'шешім', 'decision'],
  certificate: ['свидетельство', 'сертификат', 'номер свидетельства', 'куәлік', 'certificate'],
  link: ['ссылка', 'отчет', 'отчёт', 'сілтеме', 'link', 'report'],
} as const
type Column = keyof typeof columns

const names: ReadonlyMap<string, Column> = new Map(
  Object.entries(columns).flatMap(([column, words]) =>
    // The literal above has exactly these keys.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    words.map((word): [string, Column] => [foldText(word), column as Column]),
  ),
)

/** The columns of a register that the university keeps itself, by their titles in Kazakh, Russian or English. */
export function recogniseOwnColumns(titles: readonly string[]): ReadonlyMap<string, Column> {
  const found = new Map<string, Column>()
  const taken = new Set<Column>()
  const take = (title: string, column: Column | undefined) => {
    if (column === undefined || taken.has(column) || found.has(title)) return
    taken.add(column)
    found.set(title, column)
  }
  for (const title of titles) take(title, names.get(foldText(title)))
  for (const title of titles) {
    const folded = foldText(title)
    const near = [...names].find(([name]) => name.length > 3 && folded.startsWith(name))
    take(title, near?.[1])
  }
  return found
}

/** Whether the titles are those of such a register: they name what is accredited and a day or an agency. */
export function isOwnRegister(titles: readonly string[]): boolean {
  const known = new Set(recogniseOwnColumns(titles).values())
  return (known.has('object') || known.has('code')) && (known.has('agency') || known.has('validTo'))
}

const decisions: readonly (readonly [string, Decision])[] = [
  ['условн', 'conditional'],
  ['с условием', 'conditional'],
  ['шартты', 'conditional'],
  ['conditional', 'conditional'],
  ['отказ', 'negative'],
  ['отрицательн', 'negative'],
  ['бас тарт', 'negative'],
  ['теріс', 'negative'],
  ['negative', 'negative'],
  ['refus', 'negative'],
]
const wholeWords = ['институционал', 'institutional']
const internationalWords = ['международн', 'халықаралық', 'international']

const speaks = (text: string, words: readonly string[]): boolean =>
  words.some((word) => foldText(text).includes(foldText(word)))

/** Reads a row of the university's own register. */
export function readOwnRow({ row, values }: RawRow, register: MatchingRegister): IncomingRow {
  const cells = new Map<Column, string>()
  for (const [title, column] of recogniseOwnColumns([...values.keys()]))
    cells.set(column, values.get(title)?.trim() ?? '')
  const text = (column: Column) => cells.get(column) ?? ''
  const { days, fault } = readDays(text('validFrom'), text('validTo'), { isLenient: false })
  if (fault !== null) return refused(row, fault)
  const object = objectOf(text('code'), text('object'), text('kind'), register)
  if (object === null) return refused(row, 'unknown-object')
  const name = text('agency')
  const agency = readAgency(register.agencies, name === '' ? null : { name }, name)
  const fields: AccreditationFields = {
    ...emptyAccreditation,
    ...days,
    ...agency.fields,
    object,
    kind: kindOf(object),
    isInternational: agency.fields.isInternational || speaks(text('kind'), internationalWords),
    decidedOn: parseDay(text('decidedOn')),
    decision: decisions.find(([word]) => speaks(text('decision'), [word]))?.[1] ?? 'positive',
    certificateNumber: text('certificate').slice(0, 100),
    reportUrl: text('link').slice(0, 500),
  }
  return { row, fields, notes: [...agency.notes, ...notesOf(object, days, true)] }
}

function objectOf(
  code: string,
  name: string,
  kind: string,
  register: MatchingRegister,
): AccreditationFields['object'] | null {
  const isHome = Object.values(register.institution.names).some(
    (own) => own !== '' && foldText(own) === foldText(name),
  )
  if (isHome || (code === '' && speaks(`${kind} ${name}`, wholeWords))) return { kind: 'institution' }
  return code === '' && name === '' ? null : ownProgramme(register, code, name)
}
