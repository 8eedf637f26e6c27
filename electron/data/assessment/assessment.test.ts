import { afterEach, beforeEach, describe, expect, it, test as acceptance } from 'vitest'
import { aPartner, aProgramme } from '../../../tests/support/builders.ts'
import type { AnswerText } from '../../../shared/assessment/assessment.contract.ts'
import type { Scope } from '../../../shared/assessment/assessment.ts'
import type { CycleFields } from '../../../shared/assessment/cycle.ts'
import { emptyRichText, plainText, richTextOf } from '../../../shared/assessment/rich-text.ts'
import type { Role } from '../../../shared/people/person.ts'
import { openTestService, type TestService } from '../testing.ts'

let test: TestService

beforeEach(async () => {
  test = await openTestService()
})
afterEach(() => test.close())

async function esg(): Promise<string> {
  const frameworks = await test.client.frameworks.list()
  const id = frameworks.find(({ code }) => code === 'esg')?.id
  if (id === undefined) throw new Error('a new workspace has ESG 2015')
  return id
}

async function aCycle(change: Partial<CycleFields> = {}) {
  const fields: CycleFields = {
    names: { kk: '2026/27 өзін-өзі бағалау', ru: '', en: '' },
    frameworkId: await esg(),
    startsOn: '2026-09-01',
    endsOn: '2027-05-31',
    visitOn: '2027-04-20',
    scaleCode: null,
    milestones: [],
    team: [],
    previousCycleId: null,
    isClosed: false,
    ...change,
  }
  return (await test.client.assessment.create({ fields })).record
}

async function anAssessment(scope: Scope = { kind: 'university' }, startFrom: string | null = null) {
  const cycle = await aCycle()
  return test.client.assessment.addAssessment({ cycleId: cycle.id, scope, leadId: null, startFrom })
}

const aText = (change: Partial<AnswerText> = {}): AnswerText => ({
  level: 3,
  notApplicable: null,
  narrative: richTextOf('Саясат бекітілген.'),
  strengths: '',
  weaknesses: '',
  recommendations: '',
  evidenceIds: [],
  ownerId: null,
  dueOn: null,
  ...change,
})

async function write(assessmentId: string, criterion: string, change: Partial<AnswerText> = {}) {
  const before = await test.client.assessment.answer({ assessmentId, criterion })
  const { answer } = await test.client.assessment.writeAnswer({
    assessmentId,
    criterion,
    revision: before?.revision ?? null,
    text: aText(change),
  })
  return answer
}

async function aPerson(name: string, role: Role) {
  const { record } = await test.client.people.create({ fields: { name, position: '', email: '', role } })
  return record.id
}

/** A double-degree programme with a partner. */
async function aDoubleProgramme(code: string) {
  const partner = await test.client.partners.create({
    fields: aPartner({ names: { kk: code, ru: '', en: '' } }),
  })
  const { record } = await test.client.programmes.create({
    fields: aProgramme(partner.record.id, null, { code }),
  })
  return record
}

const refused = (code: string, rule?: string) => ({
  data: rule === undefined ? { code } : { code, problems: [{ rule }] },
})

describe('a cycle of self-assessment', () => {
  acceptance('Q4: two programmes are assessed in the same cycle independently', async () => {
    const cycle = await aCycle()
    const add = async (code: string) => {
      const record = await aDoubleProgramme(code)
      return test.client.assessment.addAssessment({
        cycleId: cycle.id,
        scope: { kind: 'programme', programmeId: record.id },
        leadId: null,
        startFrom: null,
      })
    }
    const [first, second] = [await add('6B04101'), await add('6B04102')]
    await write(first.id, '1.1.a', { level: 4 })
    await write(second.id, '1.1.a', { level: 1 })
    const input = { cycleId: cycle.id, language: 'en' as const }
    const scores = new Map(
      (await test.client.assessment.assessments(input)).map(({ id, total }) => [id, total.score]),
    )
    expect(scores.get(first.id)).toBe(1)
    expect(scores.get(second.id)).toBe(0.25)
    const again = test.client.assessment.addAssessment({ ...first, startFrom: null })
    await expect(again).rejects.toMatchObject(refused('record-exists'))
  })

  it('follows a published framework, and its texts can start from an earlier assessment', async () => {
    const copy = await test.client.frameworks.copy({ id: await esg(), code: 'own', version: '1' })
    await expect(aCycle({ frameworkId: copy.record.id })).rejects.toMatchObject(
      refused('invalid-record', 'cycle-framework-draft'),
    )
    const earlier = await anAssessment()
    const answer = await write(earlier.id, '1.1.a', { level: 4 })
    await test.client.assessment.submitAnswer(answer)
    const later = await anAssessment({ kind: 'university' }, earlier.id)
    const taken = await test.client.assessment.answer({ assessmentId: later.id, criterion: '1.1.a' })
    expect(taken).toMatchObject({ level: 0, stage: 'draft', narrative: aText().narrative })
  })

  acceptance('Q1: a newer framework leaves old assessments unchanged', async () => {
    const assessment = await anAssessment()
    await write(assessment.id, '1.1.a')
    const before = await test.client.assessment.open({ id: assessment.id, language: 'en' })
    const copy = await test.client.frameworks.copy({ id: await esg(), code: 'esg', version: '2027' })
    const [part, ...parts] = copy.record.content.parts
    if (part === undefined) throw new Error('ESG has a part')
    const content = {
      ...copy.record.content,
      parts: [{ ...part, standards: part.standards.slice(1) }, ...parts],
    }
    const saved = await test.client.frameworks.save({ ...copy.record, content })
    await test.client.frameworks.publish(saved.record)
    expect(await test.client.assessment.open({ id: assessment.id, language: 'en' })).toEqual(before)
  })

  it('does not change once it is closed', async () => {
    const assessment = await anAssessment()
    const cycle = (await test.client.assessment.get({ id: assessment.cycleId })).record
    await test.client.assessment.save({ ...cycle, fields: { ...cycle, isClosed: true } })
    await expect(write(assessment.id, '1.1.a')).rejects.toMatchObject(refused('cycle-closed'))
  })

  it('goes and comes back with its answers', async () => {
    const assessment = await anAssessment()
    await write(assessment.id, '1.1.a')
    await test.client.assessment.removeAssessments({ records: [assessment] })
    await test.client.assessment.restoreAssessments({ ids: [assessment.id] })
    const { answers } = await test.client.assessment.open({ id: assessment.id, language: 'ru' })
    expect(answers.map(({ criterion, words }) => [criterion, words])).toEqual([['1.1.a', 2]])
  })
})

describe('an answer', () => {
  acceptance('Q5: not applicable without a reason is refused; the score leaves it out', async () => {
    const assessment = await anAssessment()
    await expect(write(assessment.id, '1.1.a', { level: 0, notApplicable: '  ' })).rejects.toMatchObject(
      refused('invalid-record', 'answer-reason-missing'),
    )
    await write(assessment.id, '1.1.a', { level: 0, notApplicable: 'Жоғары оқу орнында жоқ' })
    await write(assessment.id, '1.1.b', { level: 2 })
    const { summary } = await test.client.assessment.open({ id: assessment.id, language: 'kk' })
    const [standard] = summary.standards
    expect(standard).toMatchObject({ standard: '1.1', applicable: 6, assessed: 1, score: 0.5 })
  })

  acceptance('Q11: a contributor cannot approve their own text; a manager can', async () => {
    const admin = await aPerson('Айгүл', 'administrator')
    await test.client.people.workAs({ id: admin })
    const [writer, manager] = [await aPerson('Болат', 'contributor'), await aPerson('Гүлнар', 'manager')]
    const assessment = await anAssessment()
    await test.client.people.workAs({ id: writer })
    const submitted = await test.client.assessment.submitAnswer(await write(assessment.id, '1.1.a'))
    await expect(test.client.assessment.approveAnswer(submitted)).rejects.toMatchObject(
      refused('not-allowed'),
    )
    await test.client.people.workAs({ id: manager })
    const approved = await test.client.assessment.approveAnswer(submitted)
    expect(approved).toMatchObject({ stage: 'approved', writtenById: writer, reviewedById: manager })
    // A manager who changes the text becomes its author and cannot approve it.
    const changed = await write(assessment.id, '1.1.a', { level: 4 })
    expect(changed).toMatchObject({ stage: 'draft', writtenById: manager })
    const own = await test.client.assessment.submitAnswer(changed)
    await expect(test.client.assessment.approveAnswer(own)).rejects.toMatchObject(
      refused('invalid-record', 'answer-own-text'),
    )
  })

  acceptance('Q10: a locked section cannot be edited by a contributor; unlocking is logged', async () => {
    const admin = await aPerson('Айгүл', 'administrator')
    await test.client.people.workAs({ id: admin })
    const [writer, manager] = [await aPerson('Болат', 'contributor'), await aPerson('Гүлнар', 'manager')]
    const assessment = await anAssessment()
    await test.client.people.workAs({ id: manager })
    const locked = await test.client.assessment.lockSection({ ...assessment, standard: '1.1' })
    await test.client.people.workAs({ id: writer })
    await expect(write(assessment.id, '1.1.a')).rejects.toMatchObject(refused('section-locked'))
    await write(assessment.id, '1.2.a')
    await expect(test.client.assessment.unlockSection({ ...locked, standard: '1.1' })).rejects.toMatchObject(
      refused('not-allowed'),
    )
    await test.client.people.workAs({ id: manager })
    await test.client.assessment.unlockSection({ ...locked, standard: '1.1' })
    const [row] = await test.client.workspace.history({ entity: 'assessment', id: assessment.id })
    expect(row).toMatchObject({ actor: 'Гүлнар (tester)', fields: ['sections'] })
  })

  it('keeps every state of its text, and an earlier one can be written again', async () => {
    const assessment = await anAssessment()
    await write(assessment.id, '1.1.a')
    const second = await write(assessment.id, '1.1.a', { narrative: richTextOf('Екінші') })
    const versions = await test.client.assessment.answerHistory({ id: second.id })
    expect(versions.map(({ fields }) => plainText(fields.narrative))).toEqual([
      'Екінші',
      'Саясат бекітілген.',
    ])
    const restored = await write(assessment.id, '1.1.a', {
      narrative: versions[1]?.fields.narrative ?? emptyRichText,
    })
    expect(plainText(restored.narrative)).toBe('Саясат бекітілген.')
  })

  it('is not written over what somebody else has just written', async () => {
    const assessment = await anAssessment()
    const answer = await write(assessment.id, '1.1.a')
    const stale = { assessmentId: assessment.id, criterion: '1.1.a', text: aText() }
    await expect(test.client.assessment.writeAnswer({ ...stale, revision: null })).rejects.toMatchObject(
      refused('conflict'),
    )
    await write(assessment.id, '1.1.a', { level: 1 })
    await expect(
      test.client.assessment.writeAnswer({ ...stale, revision: answer.revision }),
    ).rejects.toMatchObject(refused('conflict'))
  })

  acceptance('Q13: assessments of two cycles are compared standard by standard', async () => {
    const [first, second] = [await anAssessment(), await anAssessment()]
    await write(first.id, '1.1.a', { level: 2 })
    await write(second.id, '1.1.a', { level: 4 })
    const compared = await test.client.assessment.compare({ ids: [first.id, second.id], language: 'en' })
    expect(compared.map(({ standards }) => standards[0]?.score)).toEqual([0.5, 1])
    expect(compared[0]?.standards).toHaveLength(10)
  })

  it('is offered the numbers of the records for its scope, with their day', async () => {
    const record = await aDoubleProgramme('6B06101')
    const assessment = await anAssessment({ kind: 'programme', programmeId: record.id })
    const numbers = await test.client.assessment.numbers({
      id: assessment.id,
      language: 'en',
      on: '2026-11-22',
    })
    expect(numbers.find(({ key }) => key === 'registered-programmes')).toMatchObject({
      unit: 'percent',
      asOf: '2026-11-22',
      source: 'Records of the register',
    })
  })
})
