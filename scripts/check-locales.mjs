// Checks the texts in shared/locales: complete in three languages, really translated, and all of them used.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './steps.mjs'

const languages = ['kk', 'ru', 'en']
const folder = join(root, 'shared', 'locales')

/** Plural forms by language; a counted text needs exactly these. */
const pluralForms = { kk: ['one', 'other'], ru: ['one', 'few', 'many', 'other'], en: ['one', 'other'] }
const pluralSuffix = /_(zero|one|two|few|many|other)$/

/** Words that are the same in every language: names of programs, formats, identifiers and organisations. */
const internationalWords = new Set(
  (
    'Qosdiplom Excel Word CSV XLSX JSON PDF ZIP HTTPS URL SHA CMS ISO ESG ECTS ROR ETER DEQAR WHED EPVO SCHAC PIC ' +
    'Erasmus ISCED EQF NQF BIN VP Electron Chromium Node MIT OFL SIL Noto Sans ID Id OK N Ctrl Shift Alt Enter Esc Tab F ' +
    'ror org IEC MOD DEQARINST IAU QS THE Қазақша Русский English қаз рус eng'
  ).split(' '),
)

/** Files whose keys are looked up by a name that comes with the data; the first part of a key is that name. */
const namedByData = new Set(['errors', 'rules', 'words'])

/** Files whose keys are also written without the file in front. */
const writtenBare = new Set(['common', 'shell', 'cli'])

/** Every text of one file by its key with dots. */
function flatten(tree, prefix = '') {
  return Object.entries(tree).flatMap(([name, value]) => {
    const key = prefix === '' ? name : `${prefix}.${name}`
    return typeof value === 'string' ? [[key, value]] : flatten(value, key)
  })
}

function readTexts() {
  const files = readdirSync(join(folder, 'en')).filter((name) => name.endsWith('.json'))
  return Object.fromEntries(
    languages.map((language) => [
      language,
      Object.fromEntries(
        files.map((file) => {
          const tree = JSON.parse(readFileSync(join(folder, language, file), 'utf8'))
          return [file.replace('.json', ''), new Map(flatten(tree))]
        }),
      ),
    ]),
  )
}

const baseOf = (key) => key.replace(pluralSuffix, '')
const placeholders = (text) => [...text.matchAll(/\{\{\s*([\w-]+)/g)].map((match) => match[1])
const wordsOf = (text) => text.replaceAll(/\{\{[^}]*\}\}/g, ' ').match(/[\p{L}\p{M}]+/gu) ?? []

/** The plural forms that a text is missing in a language, or has too many of. */
function checkForms(namespace, language, keys) {
  const counted = new Set([...keys].filter((key) => pluralSuffix.test(key)).map(baseOf))
  return [...counted].flatMap((base) => {
    const wanted = pluralForms[language]
    const present = ['zero', 'one', 'two', 'few', 'many', 'other'].filter((form) =>
      keys.has(`${base}_${form}`),
    )
    return wanted.join() === present.join()
      ? []
      : [
          `${language}/${namespace}: ${base} has the plural forms ${present.join(', ')} instead of ${wanted.join(', ')}`,
        ]
  })
}

/** Names of placeholders that occur in a text in any of its forms. */
function placeholdersOf(texts, base) {
  const names = new Set()
  for (const [key, text] of texts)
    if (baseOf(key) === base) for (const name of placeholders(text)) names.add(name)
  return [...names].toSorted((a, b) => (a < b ? -1 : 1)).join(', ')
}

function checkCompleteness(texts, namespace) {
  const findings = []
  const bases = (language) => new Set([...texts[language][namespace].keys()].map(baseOf))
  const all = new Set(languages.flatMap((language) => [...bases(language)]))
  for (const language of languages) {
    const present = bases(language)
    for (const base of all)
      if (!present.has(base)) findings.push(`${language}/${namespace}: ${base} is missing`)
    findings.push(...checkForms(namespace, language, new Set(texts[language][namespace].keys())))
  }
  for (const base of all) {
    const [expected, ...others] = ['en', 'kk', 'ru'].map((language) =>
      placeholdersOf(texts[language][namespace], base),
    )
    if (others.some((names) => names !== expected))
      findings.push(`${namespace}: ${base} has other placeholders by language`)
  }
  return findings
}

const isInternational = (text) =>
  wordsOf(text).every((word) => internationalWords.has(word) || word.length === 1)
const isMixed = (word) => /\p{Script=Cyrillic}/u.test(word) && /\p{Script=Latin}/u.test(word)

function checkTexts(texts, namespace) {
  const findings = []
  for (const language of languages) {
    for (const [key, text] of texts[language][namespace]) {
      const where = `${language}/${namespace}: ${key}`
      if (text.trim() === '') findings.push(`${where} is empty`)
      if (text.includes('!')) findings.push(`${where} has an exclamation mark`)
      const mixed = wordsOf(text).find(isMixed)
      if (mixed !== undefined) findings.push(`${where} mixes Latin and Cyrillic letters in "${mixed}"`)
      const isEnglish = language !== 'en' && text === texts.en[namespace].get(key)
      if (isEnglish && !isInternational(text)) findings.push(`${where} is the English text: "${text}"`)
    }
  }
  return findings
}

function* sourceFiles(path) {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const full = join(path, entry.name)
    if (entry.isDirectory()) {
      if (entry.name !== 'locales' || path !== join(root, 'shared')) yield* sourceFiles(full)
    } else if (isSource(full) && !/\.(test|spec)\.tsx?$/.test(entry.name)) yield full
  }
}

/** Code, and the forms: their rules are named in data. */
const isSource = (path) => /\.tsx?$/.test(path) || /resources[/\\]forms[/\\][^/\\]+\.json$/.test(path)

/** The templates in a source text as patterns: what stands in `${...}` may be anything. */
function templatesIn(source) {
  return (
    [...source.matchAll(/`((?:[^`\\$]|\$(?!\{)|\$\{[^`{}]*(?:\{[^{}]*\}[^`{}]*)*\})*)`/g)]
      .map((match) => match[1])
      // A template has to begin with its file or feature: one of placeholders alone would name everything.
      .filter((template) => /^[a-z][\w-]+[:.-][^$]*\$\{/i.test(template))
  )
}

function patternOf(template) {
  const parts = template.split(/\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/)
  return new RegExp(
    `^${parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\w.-]+')}$`,
  )
}

/** What the sources name: literals (with a file that has them) and templates. */
function namesInSources() {
  const literals = new Map()
  const templates = []
  const folders = ['shared', 'electron', 'renderer', 'resources'].map((name) => join(root, name))
  for (const file of folders.flatMap((path) => [...sourceFiles(path)])) {
    const source = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    for (const match of source.matchAll(/(['"])([\w:.-]+)\1/g)) literals.set(match[2], file)
    for (const match of source.matchAll(/`([\w:.-]+)`/g)) literals.set(match[1], file)
    templates.push(
      ...templatesIn(source).filter((template) => !/\s/.test(template.replaceAll(/\$\{[^}]*\}/g, ''))),
    )
  }
  return { literals, patterns: templates.map(patternOf) }
}

/** Texts that the sources name and that are not there. */
function checkMissing(known, namespaces, literals) {
  const groups = new Set(
    [...known].flatMap((key) => key.split('.').map((_, index, parts) => parts.slice(0, index).join('.'))),
  )
  const findings = []
  for (const [literal, file] of literals) {
    const [name = '', key = '', ...rest] = literal.split(':')
    const isKey = key !== '' && rest.length === 0 && namespaces.includes(name)
    if (isKey && !known.has(baseOf(literal)) && !groups.has(literal)) {
      findings.push(`${file.slice(root.length + 1)}: there is no text ${literal}`)
    }
  }
  return findings
}

/** Texts that are there and that the sources do not name. */
function checkUnused(known, literals, patterns) {
  const isNamed = (name) => literals.has(name) || patterns.some((pattern) => pattern.test(name))
  const isUsed = (full) => {
    const [namespace = '', key = ''] = full.split(':')
    if (namespace === 'words') return true
    if (namedByData.has(namespace)) return isNamed(key.split('.')[0])
    return isNamed(full) || (writtenBare.has(namespace) && isNamed(key))
  }
  return [...known].filter((full) => !isUsed(full)).map((full) => `${full} is not used`)
}

function checkUse(texts) {
  const namespaces = Object.keys(texts.en)
  const known = new Set(
    namespaces.flatMap((name) => [...texts.en[name].keys()].map((key) => `${name}:${baseOf(key)}`)),
  )
  const { literals, patterns } = namesInSources()
  return [...checkMissing(known, namespaces, literals), ...checkUnused(known, literals, patterns)]
}

/** All findings, as sentences. */
export function checkLocales() {
  const texts = readTexts()
  const findings = languages
    .map((language) => readdirSync(join(folder, language)).toSorted().join())
    .some((names, _index, all) => names !== all[0])
    ? ['the three languages do not have the same files']
    : []
  for (const namespace of Object.keys(texts.en)) {
    findings.push(...checkCompleteness(texts, namespace), ...checkTexts(texts, namespace))
  }
  return [...findings, ...checkUse(texts)]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const findings = checkLocales()
  for (const finding of findings) process.stderr.write(`${finding}\n`)
  process.exitCode = findings.length === 0 ? 0 : 1
}
