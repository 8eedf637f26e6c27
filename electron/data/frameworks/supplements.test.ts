import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import type { CycleFields } from '../../../shared/assessment/cycle.ts'
import { richTextOf } from '../../../shared/assessment/rich-text.ts'
import { criterionOf, frameworkOf, inThreeLanguages, standardOf } from '../../../tests/support/frameworks.ts'
import { openTestService } from '../testing.ts'
import { builtInFrameworks, builtInScales } from './built-in.ts'
import { installBuiltInFrameworks } from './install-built-in.ts'

let current: Awaited<ReturnType<typeof openTestService>>

beforeEach(async () => {
  current = await openTestService()
})
afterEach(() => current.close())

const frameworks = () => current.client.frameworks

async function load(value: unknown) {
  const path = join(current.folder, 'file.json')
  await writeFile(path, JSON.stringify(value))
  return frameworks().load({ file: current.service.files.grant(path) })
}

const edition = { code: 'agency', version: '2026' }
const esg = { code: 'esg', version: '2015' }
const agency = frameworkOf([standardOf('1.1', [criterionOf('1.1.a')])])
const link = (from: string, to: string) => ({ from, to, strength: 'full', note: null })
const crosswalk = (...links: ReturnType<typeof link>[]) => ({
  format: 'qosdiplom-crosswalk',
  formatVersion: 1,
  from: edition,
  to: esg,
  source: inThreeLanguages('An agency'),
  links,
})
const scale = {
  ...builtInScales[0],
  code: 'agency',
  titles: inThreeLanguages('Scale of an agency'),
}
const cycleFields = (frameworkId: string, scaleCode: string | null): CycleFields => ({
  names: inThreeLanguages('Cycle'),
  frameworkId,
  startsOn: '2026-09-01',
  endsOn: '2027-06-30',
  visitOn: null,
  scaleCode,
  milestones: [],
  team: [],
  previousCycleId: null,
  isClosed: false,
})
const listOf = async (code: string) => (await frameworks().list()).filter((each) => each.code === code)

describe('a crosswalk from a file', () => {
  it('is offered from both sides; a later file takes its place', async () => {
    await load(agency)
    await load(crosswalk(link('1.1', '1.9')))
    const offers = await frameworks().offered({ from: edition, code: '1.1.a' })
    expect(offers).toEqual([{ framework: 'esg', version: '2015', code: '1.9', strength: 'full' }])
    await load(crosswalk(link('1.1', '1.2')))
    expect(await frameworks().offered({ from: edition, code: '1.1.a' })).toMatchObject([{ code: '1.2' }])
    expect(await frameworks().offered({ from: esg, code: '1.2' })).toContainEqual({
      framework: 'agency',
      version: '2026',
      code: '1.1',
      strength: 'full',
    })
    expect((await frameworks().supplements()).filter(({ saved }) => saved !== null)).toHaveLength(1)
  })

  it('is refused with every code that its frameworks do not have', async () => {
    await load(agency)
    await expect(load(crosswalk(link('1.1', '1.99'), link('7', '1.2')))).rejects.toMatchObject({
      data: {
        code: 'framework-file-invalid',
        problems: [
          { rule: 'crosswalk-code-unknown', params: { framework: 'agency', code: '7' } },
          { rule: 'crosswalk-code-unknown', params: { framework: 'esg', code: '1.99' } },
        ],
      },
    })
    expect((await frameworks().supplements()).every(({ saved }) => saved === null)).toBe(true)
  })
})

describe('a scale from a file', () => {
  test('Q6: can be reported in; it stays while a cycle does so, and goes and comes back otherwise', async () => {
    const loaded = await load(scale)
    expect((await frameworks().scales()).map(({ code }) => code)).toContain('agency')
    const [framework] = await listOf('esg')
    const cycle = await current.client.assessment.create({
      fields: cycleFields(framework?.id ?? '', 'agency'),
    })
    const records = [{ id: loaded.record.id, revision: loaded.record.revision }]
    await expect(frameworks().removeSupplements({ records })).rejects.toMatchObject({
      data: { code: 'scale-in-use', params: { code: 'agency', count: 1 } },
    })
    await current.client.assessment.remove({ records: [cycle.record] })
    await frameworks().removeSupplements({ records })
    expect((await frameworks().scales()).map(({ code }) => code)).not.toContain('agency')
    await frameworks().restoreSupplements({ ids: [loaded.record.id] })
    expect((await frameworks().scales()).map(({ code }) => code)).toContain('agency')
  })

  it('needs a code that no other scale has', async () => {
    await expect(load({ ...scale, code: 'iqaa' })).rejects.toMatchObject({
      data: { code: 'scale-exists', params: { code: 'iqaa' } },
    })
  })
})

describe('a corrected wording', () => {
  const [first] = builtInFrameworks
  if (first === undefined) throw new Error('there are no built-in frameworks')
  const corrected = { ...first, wording: 2, source: 'corrected' }

  test('Q1: of a later release comes beside the one that a cycle follows, which stays as it was', async () => {
    const [before] = await listOf('esg')
    await current.client.assessment.create({ fields: cycleFields(before?.id ?? '', null) })
    const old = await frameworks().get({ id: before?.id ?? '' })
    const database = current.service.context.database()
    await installBuiltInFrameworks(database, current.service.context.log, [corrected])
    await installBuiltInFrameworks(database, current.service.context.log, [corrected])
    // An older program on the same file adds nothing.
    await installBuiltInFrameworks(database, current.service.context.log, [first])
    expect(await listOf('esg')).toMatchObject([
      { wording: 2, isReplaced: false, cycleCount: 0 },
      { wording: 1, isReplaced: true, cycleCount: 1 },
    ])
    expect(await frameworks().get({ id: before?.id ?? '' })).toEqual(old)
  })

  it('is taken from a file, the same one is refused', async () => {
    await load(corrected)
    expect(await listOf('esg')).toMatchObject([{ wording: 2, origin: 'loaded' }, { isReplaced: true }])
    await expect(load(corrected)).rejects.toMatchObject({ data: { code: 'framework-exists' } })
  })
})

test('Q1: an assessment by ESG 2015 stays as it was when ESG 2027 arrives as a file, and a new cycle takes the new edition', async () => {
  const { assessment } = current.client
  const start = async (frameworkId: string) => {
    const cycle = await assessment.create({ fields: cycleFields(frameworkId, null) })
    return assessment.addAssessment({
      cycleId: cycle.record.id,
      scope: { kind: 'university' },
      leadId: null,
      startFrom: null,
    })
  }
  const [esg2015] = await listOf('esg')
  const old = await start(esg2015?.id ?? '')
  await assessment.writeAnswer({
    assessmentId: old.id,
    criterion: '1.1.a',
    revision: null,
    text: {
      level: 3,
      notApplicable: null,
      narrative: richTextOf('Саясат бекітілген.'),
      strengths: '',
      weaknesses: '',
      recommendations: '',
      evidenceIds: [],
      ownerId: null,
      dueOn: null,
    },
  })
  const before = await assessment.open({ id: old.id, language: 'kk' })
  const file = join(import.meta.dirname, '../../../tests/fixtures/frameworks/esg.2027-test.json')
  const loaded = await frameworks().load({ file: current.service.files.grant(file) })
  expect(await assessment.open({ id: old.id, language: 'kk' })).toEqual(before)
  const fresh = await start(loaded.record.id)
  const { summary } = await assessment.open({ id: fresh.id, language: 'kk' })
  expect(summary.standards.map(({ standard, applicable }) => [standard, applicable])).toEqual([
    ['1.1', 2],
    ['1.11', 1],
  ])
})
