import { writeFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { criterionOf, frameworkOf, inThreeLanguages, standardOf } from '../../../tests/support/frameworks.ts'
import { criteriaOf, type FrameworkContent } from '../../../shared/frameworks/framework.ts'
import { addOwnCriterion } from '../../../shared/frameworks/framework-rules.ts'
import { openTestService, type TestService } from '../testing.ts'
import { builtInFrameworks } from './built-in.ts'

let current: TestService

beforeEach(async () => {
  current = await openTestService()
})
afterEach(() => current.close())

const frameworks = () => current.client.frameworks
const summaryOf = async (code: string, version: string) => {
  const found = (await frameworks().list()).find((each) => each.code === code && each.version === version)
  if (found === undefined) throw new Error(`there is no framework ${code} ${version}`)
  return found
}
const recordOf = async (code: string, version: string) =>
  (await frameworks().get({ id: (await summaryOf(code, version)).id })).record

/** A file with the text, or with the value as JSON, as a person would choose it. */
async function fileOf(value: unknown, name = 'framework.json') {
  const path = join(current.folder, name)
  await writeFile(path, typeof value === 'string' ? value : JSON.stringify(value))
  return { file: current.service.files.grant(path) }
}

/** The framework that a file was taken as. */
async function loadFramework(value: unknown) {
  const loaded = await frameworks().load(await fileOf(value))
  if (loaded.kind !== 'framework') throw new Error('the file was taken as something else')
  return loaded
}

/** An edition that follows the one of 2015: a changed text, a criterion less, a criterion more. */
function laterEsg(content: FrameworkContent): FrameworkContent {
  const parts = content.parts.map((part) => ({
    ...part,
    standards: part.standards.map((standard) =>
      standard.code === '1.1'
        ? {
            ...standard,
            criteria: [criterionOf('1.1.a'), ...standard.criteria.slice(2), criterionOf('1.1.h')],
          }
        : standard,
    ),
  }))
  return { ...content, version: '2027', supersedes: { code: 'esg', version: '2015' }, parts }
}

const small = frameworkOf([
  standardOf('1.1', [criterionOf('1.1.a')]),
  standardOf('1.2', [criterionOf('1.2.a')]),
])
const broken = frameworkOf([standardOf('1.1', [criterionOf('1.1.a'), criterionOf('1.1.a')])])

test('Q1: a fresh workspace has the ESG with 10 standards and 73 criteria, and the other frameworks', async () => {
  const list = await frameworks().list()
  expect(list.map(({ code, version, origin, state }) => [code, version, origin, state].join(' '))).toEqual([
    'esg 2015 built-in published',
    'european-approach 2015 built-in published',
    'iso-21001 2018 built-in published',
    'iso-9001 2015 built-in published',
  ])
  expect(await summaryOf('esg', '2015')).toMatchObject({
    standardCount: 10,
    criterionCount: 73,
    missingTranslations: 0,
    errorCount: 0,
  })
})

test('Q1: opening again adds nothing and changes nothing', async () => {
  const before = await frameworks().list()
  await current.service.openWorkspace(current.path)
  expect(await frameworks().list()).toEqual(before)
})

test('Q1: loading a newer edition leaves the older one as it was', async () => {
  const before = await recordOf('esg', '2015')
  const loaded = await loadFramework(laterEsg(before.content))
  expect(loaded.record).toMatchObject({ origin: 'loaded', state: 'published', basedOn: null, revision: 1 })
  expect(loaded.problems).toEqual([])
  expect(await recordOf('esg', '2015')).toEqual(before)
  expect(await frameworks().compare({ before: before.id, after: loaded.record.id })).toEqual({
    standards: { added: [], removed: [], changed: [] },
    criteria: { added: ['1.1.h'], removed: ['1.1.b'], changed: ['1.1.a'] },
  })
})

test('Q3: a copy takes own criteria while it is a draft, and none once it is published', async () => {
  const esg = await recordOf('esg', '2015')
  const copy = await frameworks().copy({ id: esg.id, code: 'university', version: '2026' })
  expect(copy.record).toMatchObject({
    origin: 'own',
    state: 'draft',
    basedOn: { code: 'esg', version: '2015' },
  })
  const added = addOwnCriterion(copy.record.content, '1.3', {
    text: inThreeLanguages('Our own'),
    guidance: { kk: '', ru: '', en: '' },
    evidenceTypes: ['report'],
    onlyFor: null,
  })
  if (added === null) throw new Error('the copy has no standard 1.3')
  const saved = await frameworks().save({ id: copy.record.id, revision: 1, content: added.content })
  const published = await frameworks().publish({ id: saved.record.id, revision: 2 })
  expect(published.record).toMatchObject({ state: 'published', revision: 3 })
  expect(criteriaOf(published.record.content).filter(({ isOwn }) => isOwn)).toMatchObject([
    { code: added.code },
  ])
  await expect(
    frameworks().save({ id: copy.record.id, revision: 3, content: copy.record.content }),
  ).rejects.toMatchObject({
    data: { code: 'framework-frozen', params: { code: 'university', version: '2026' } },
  })
  expect(await recordOf('esg', '2015')).toEqual(esg)
})

test('Q6: the scales of the agencies are there to report in', async () => {
  expect((await frameworks().scales()).map(({ code }) => code)).toEqual(['default', 'eqar', 'iaar', 'iqaa'])
})

test('Q9: ISO 9001 9.1 is offered for a criterion of ESG 1.9', async () => {
  const from = { code: 'esg', version: '2015' }
  expect(await frameworks().offered({ from, code: '1.9.a' })).toContainEqual({
    framework: 'iso-9001',
    version: '2015',
    code: '9.1',
    strength: 'full',
  })
})

describe('a framework from a file', () => {
  it.each<[string, () => unknown, string]>([
    ['is not JSON', () => '{"format": ', 'framework-file-unreadable'],
    ['is something else', () => ({ form: 'VP-31', version: '1' }), 'framework-file-unreadable'],
    ['comes from a later program', () => ({ ...small, formatVersion: 2 }), 'framework-file-newer'],
    ['is far too large', () => 'x'.repeat(5 * 1024 * 1024 + 1), 'framework-file-too-large'],
    ['is an edition that is here', () => builtInFrameworks[0], 'framework-exists'],
  ])('is refused when it %s, and nothing is written', async (_, content, code) => {
    const before = await frameworks().list()
    await expect(frameworks().load(await fileOf(content()))).rejects.toMatchObject({ data: { code } })
    expect(await frameworks().list()).toEqual(before)
  })

  it('is refused with the place of every value that breaks the format', async () => {
    const faulty: Record<string, unknown> = { ...small, kind: 'other', extra: 1 }
    delete faulty['licence']
    await expect(frameworks().load(await fileOf(faulty))).rejects.toMatchObject({
      data: {
        code: 'framework-file-invalid',
        problems: [
          { rule: 'framework-file-shape', field: 'licence' },
          { rule: 'framework-file-shape', field: 'kind' },
          { rule: 'framework-file-shape', field: 'extra' },
        ],
      },
    })
  })

  it('is refused with every code that breaks a rule', async () => {
    await expect(frameworks().load(await fileOf(broken))).rejects.toMatchObject({
      data: {
        code: 'framework-file-invalid',
        params: { name: 'framework.json', count: 1 },
        problems: [{ rule: 'framework-code-twice', params: { code: '1.1.a' } }],
      },
    })
  })

  it('is taken with a byte order mark, and with warnings about missing translations', async () => {
    const text = { kk: '', ru: 'Критерий', en: '' }
    const content = frameworkOf([standardOf('1.1', [criterionOf('1.1.a', { text })])])
    const { problems } = await loadFramework(`\uFEFF${JSON.stringify(content)}`)
    expect(problems.map(({ rule, params }) => [rule, params['code'], params['language']])).toEqual([
      ['framework-translation-missing', '1.1.a', 'kk'],
      ['framework-translation-missing', '1.1.a', 'en'],
    ])
    expect(await summaryOf('agency', '2026')).toMatchObject({ missingTranslations: 2, errorCount: 0 })
  })

  it('is the one that was exported elsewhere', async () => {
    const { record } = await frameworks().create({ content: small })
    const path = join(current.folder, 'exported.json')
    await frameworks().export({ id: record.id, to: current.service.files.grant(path) })
    const text = await readFile(path, 'utf8')
    const other = await openTestService()
    try {
      const elsewhere = join(other.folder, 'exported.json')
      await writeFile(elsewhere, text)
      const loaded = await other.client.frameworks.load({ file: other.service.files.grant(elsewhere) })
      expect(loaded.record).toMatchObject({ content: small, sha256: record.sha256 })
    } finally {
      await other.close()
    }
  })
})

describe('a draft', () => {
  it('may have errors, which are named, and is published only without them', async () => {
    const { record, problems } = await frameworks().create({ content: broken })
    expect(problems).toMatchObject([{ rule: 'framework-code-twice' }])
    expect(await frameworks().validate({ content: broken })).toEqual(problems)
    await expect(frameworks().publish(record)).rejects.toMatchObject({
      data: { code: 'invalid-record', problems: [{ rule: 'framework-code-twice' }] },
    })
    const saved = await frameworks().save({ id: record.id, revision: 1, content: small })
    expect(saved.record.sha256).not.toBe(record.sha256)
    const published = await frameworks().publish({ id: record.id, revision: saved.record.revision })
    expect(published.record).toMatchObject({ state: 'published', sha256: saved.record.sha256 })
  })

  it('needs a code and version that nothing else has', async () => {
    const esg = await recordOf('esg', '2015')
    await expect(frameworks().copy({ id: esg.id, code: 'iso-9001', version: '2015' })).rejects.toMatchObject({
      data: { code: 'framework-exists', params: { code: 'iso-9001', version: '2015' } },
    })
  })

  it('is not saved over somebody else’s change', async () => {
    const { record } = await frameworks().create({ content: small })
    await frameworks().save({ id: record.id, revision: 1, content: { ...small, source: 'other' } })
    await expect(frameworks().save({ id: record.id, revision: 1, content: small })).rejects.toMatchObject({
      data: { code: 'conflict' },
    })
  })

  it('is removed and brought back; a built-in framework stays', async () => {
    const { record } = await frameworks().create({ content: small })
    await frameworks().remove({ records: [{ id: record.id, revision: 1 }] })
    await expect(recordOf('agency', '2026')).rejects.toThrow('there is no framework')
    await frameworks().restore({ ids: [record.id] })
    expect(await recordOf('agency', '2026')).toMatchObject({ content: small })
    const esg = await recordOf('esg', '2015')
    await expect(
      frameworks().remove({ records: [{ id: esg.id, revision: esg.revision }] }),
    ).rejects.toMatchObject({ data: { code: 'framework-built-in' } })
  })
})
