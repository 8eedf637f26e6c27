import type { LocalizedText } from '../kernel/record.ts'
import { normaliseProgrammeCode, parseProgrammeCode } from '../programmes/codes.ts'
import { canonicalFormat, parseFormat, type ProgrammeFormat } from '../programmes/format.ts'
import type { Level } from '../programmes/programme.ts'
import { isIscedField } from '../reference/iscedf.ts'
import { read, type Reading, unreadable } from './cell-problem.ts'
import { isNameless, type ProgrammeFacts } from './facts.ts'
import { defined, wordReader } from './read-agreement-cells.ts'
import { languageOf } from './read-partners.ts'
import { readAcademicYear, readCount, readLine, readText } from './read-values.ts'
import {
  readAward,
  readDelivery,
  readFeatures,
  readLanguages,
  readLevel,
  readRegisterStatus,
  readTrack,
} from './read-words.ts'
import type { RowCells } from './row-cells.ts'
import { type Cell, cellText } from './sheet.ts'

const noNames: LocalizedText = { kk: '', ru: '', en: '' }

/** The programme of a row; null when the row names none. */
export function readRowProgramme(cells: RowCells): ProgrammeFacts | null {
  const { names, isNamed, code: codeInName } = readNames(cells)
  const code = cells.value('programme.code', readCode) ?? codeInName
  if (isNameless(names) && code === undefined) return null
  const levelText = cells.take('programme.level')
  const level = cells.value('programme.level', wordReader(readLevel)) ?? parseProgrammeCode(code ?? '')?.level
  const track = level === 'master' && levelText !== null ? readTrack(cellText(levelText.cell)) : null
  const features = cells.value('programme.feature', featuresReader)
  return {
    group: cells.groupOf('programme.name') ?? cells.groupOf('programme.code'),
    names,
    isNamed,
    format: readRowFormat(cells, level),
    degree: cells.value('programme.degree', (cell) => readLine(cell, 300)) ?? '',
    fields: defined({
      code,
      level,
      masterTrack: track ?? undefined,
      features,
      languages: cells.value('programme.languages', wordReader(readLanguages)),
      delivery: cells.value('programme.delivery', wordReader(readDelivery)),
      award: cells.value('programme.award', wordReader(readAward)),
      registerStatus: cells.value('programme.registerStatus', wordReader(readRegisterStatus)),
      epvoId: cells.value('programme.epvoId', readNumber),
      iscedF: cells.value('programme.iscedF', readIsced),
      homeTeachers: cells.value('programme.homeTeachers', readTeachers),
      partnerTeachers: cells.value('programme.partnerTeachers', readTeachers),
      firstYear: cells.value('programme.firstYear', readAcademicYear),
      lastYear: cells.value('programme.lastYear', readAcademicYear),
      notes: cells.value('programme.notes', (cell) => readText(cell, 10_000)),
    }),
  }
}

function readNames(cells: RowCells): { names: LocalizedText; isNamed: boolean; code: string | undefined } {
  const names = { ...noNames }
  const text = cells.value('programme.name', (cell) => readText(cell, 1500)) ?? ''
  const { code, rest } = splitCode(text)
  for (const name of inLanguages(rest)) if (name !== '') names[languageOf(name)] = name
  let isNamed = false
  for (const [field, language] of [
    ['programme.nameKk', 'kk'],
    ['programme.nameRu', 'ru'],
    ['programme.nameEn', 'en'],
  ] as const) {
    const name = cells.value(field, (cell) => readLine(cell, 500))
    if (name === undefined) continue
    names[language] = name
    isNamed = true
  }
  const longest = Math.max(names.kk.length, names.ru.length, names.en.length)
  if (longest > 500)
    cells.fail({ rule: 'import-text-too-long', params: { limit: 500, length: longest } }, 'programme.name')
  return { names, isNamed, code }
}

/** «6B06102 – Информационные системы», «Информационные системы (6B06102)»: a code before or behind the name. */
function splitCode(text: string): { code: string | undefined; rest: string } {
  const line = text.trim()
  const match =
    /^([5-8][A-ZА-Я]\s?\d{4,8})[\s.:–—-]+(.+)$/isu.exec(line) ??
    /^()(.+?)\s*\(\s*([5-8][A-ZА-Я]\d{4,8})\s*\)$/isu.exec(line)
  const code = match === null ? '' : match[1] === '' ? (match[3] ?? '') : (match[1] ?? '')
  if (parseProgrammeCode(code) === null) return { code: undefined, rest: line }
  return { code: normaliseProgrammeCode(code), rest: (match?.[2] ?? '').trim() }
}

/** A name written in several languages, divided by slashes or lines; one name stays whole. */
function inLanguages(text: string): string[] {
  const parts = text
    .split(/\s+\/\s+|\n/u)
    .map((part) => part.replaceAll(/\s+/gu, ' ').trim())
    .filter((part) => part !== '')
  const isTranslated = parts.length > 1 && new Set(parts.map(languageOf)).size === parts.length
  return isTranslated ? parts : [text.replaceAll(/\s+/gu, ' ').trim()]
}

function readCode(cell: Cell): Reading<string> {
  const text = cellText(cell)
  const { code, rest } = splitCode(`${text} -`)
  return code !== undefined && rest === '' ? read(code) : read(normaliseProgrammeCode(text).slice(0, 20))
}

function readRowFormat(cells: RowCells, level: Level | undefined): ProgrammeFormat | null {
  const written = cells.value('programme.format', (cell): Reading<ProgrammeFormat> => {
    const format = parseFormat(cellText(cell), level)
    return format === null ? unreadable('import-not-a-format', { value: cellText(cell) }) : read(format)
  })
  if (written !== undefined) return written
  const home = cells.value('programme.homeSemesters', readCount)
  const partner = cells.value('programme.partnerSemesters', readCount)
  if (home === undefined || partner === undefined || partner === 0) return null
  return canonicalFormat({ unit: 'semester', partners: [partner], home })
}

function featuresReader(cell: Cell): Reading<ReturnType<typeof readFeatures>> {
  const features = readFeatures(cellText(cell))
  return features.length === 0 ? unreadable('import-unknown-word', { value: cellText(cell) }) : read(features)
}

function readNumber(cell: Cell): Reading<number> {
  const number = Number(cellText(cell))
  return Number.isInteger(number) && number > 0
    ? read(number)
    : unreadable('import-not-a-number', { value: cellText(cell) })
}

function readTeachers(cell: Cell): Reading<number> {
  const count = readCount(cell)
  return 'value' in count && count.value > 10_000
    ? unreadable('import-number-too-large', { value: cellText(cell) })
    : count
}

/** A spreadsheet drops the zero that most fields of education begin with: 613 is 0613. */
function readIsced(cell: Cell): Reading<string> {
  const digits = /^\d{1,4}/u.exec(cellText(cell))?.[0] ?? ''
  const code = [digits, `0${digits}`].find(isIscedField)
  if (code !== undefined) return read(code)
  return /^\d{2,4}$/u.test(digits)
    ? read(digits)
    : unreadable('import-not-a-number', { value: cellText(cell) })
}
