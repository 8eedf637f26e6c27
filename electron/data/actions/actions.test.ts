import { afterEach, beforeEach, describe, expect, it, test as acceptance } from 'vitest'
import { type ActionFields, allActions, emptyAction } from '../../../shared/actions/action.ts'
import type { AnswerText } from '../../../shared/assessment/assessment.contract.ts'
import { emptyRichText } from '../../../shared/assessment/rich-text.ts'
import { openTestService, type TestService } from '../testing.ts'

let test: TestService

beforeEach(async () => {
  test = await openTestService()
})
afterEach(() => test.close())

const today = '2026-11-22'

async function aCycle(name: string, previousCycleId: string | null = null) {
  const frameworks = await test.client.frameworks.list()
  const { record } = await test.client.assessment.create({
    fields: {
      names: { kk: name, ru: name, en: name },
      frameworkId: frameworks.find(({ code }) => code === 'esg')?.id ?? '',
      startsOn: '2026-09-01',
      endsOn: '2027-05-31',
      visitOn: null,
      scaleCode: null,
      milestones: [],
      team: [],
      previousCycleId,
      isClosed: false,
    },
  })
  return record
}

async function anAssessment(cycleId: string) {
  return test.client.assessment.addAssessment({
    cycleId,
    scope: { kind: 'university' },
    leadId: null,
    startFrom: null,
  })
}

async function assess(assessmentId: string, criterion: string, change: Partial<AnswerText>) {
  await test.client.assessment.writeAnswer({
    assessmentId,
    criterion,
    revision: null,
    text: {
      level: 2,
      notApplicable: null,
      narrative: emptyRichText,
      strengths: '',
      weaknesses: '',
      recommendations: '',
      evidenceIds: [],
      ownerId: null,
      dueOn: null,
      ...change,
    },
  })
}

const weak = () => test.client.actions.weakCriteria({ language: 'en', cycleId: null })

async function anAction(fields: Partial<ActionFields> = {}) {
  const { record } = await test.client.actions.create({
    fields: { ...emptyAction, title: 'Publish the policy', ...fields },
  })
  return record
}

const fieldsOf = (action: ActionFields): ActionFields => ({
  title: action.title,
  why: action.why,
  origin: action.origin,
  ownerId: action.ownerId,
  dueOn: action.dueOn,
  priority: action.priority,
  state: action.state,
  result: action.result,
  closureEvidenceIds: action.closureEvidenceIds,
  closedOn: action.closedOn,
  checkAfterMonths: action.checkAfterMonths,
  effectiveness: action.effectiveness,
  effectivenessOn: action.effectivenessOn,
  carriedFromId: action.carriedFromId,
})

const listed = async (filter: Partial<typeof allActions> = {}) =>
  (
    await test.client.actions.list({
      text: '',
      filter: { ...allActions, ...filter },
      sort: [
        { column: 'standing', descending: false },
        { column: 'dueOn', descending: false },
      ],
      group: null,
      offset: 0,
      limit: 100,
      on: today,
      language: 'en',
    })
  ).rows

const refused = (rule: string) => ({ data: { code: 'invalid-record', problems: [{ rule }] } })

describe('weak criteria', () => {
  acceptance(
    'Q12: a criterion of level 2 or less without an action is listed; finishing an action needs evidence',
    async () => {
      const cycle = await aCycle('2026/27')
      const assessment = await anAssessment(cycle.id)
      await assess(assessment.id, '1.1.a', {
        level: 2,
        weaknesses: 'No deadline.',
        recommendations: '\nPublish it',
      })
      await assess(assessment.id, '1.1.b', { level: 1 })
      await assess(assessment.id, '1.1.c', { level: 3 })
      await assess(assessment.id, '1.1.d', { level: 0, notApplicable: 'No branch' })
      expect((await weak()).map(({ criterion, level }) => [criterion, level])).toEqual([
        ['1.1.a', 2],
        ['1.1.b', 1],
      ])

      const criteria = [{ assessmentId: assessment.id, criterion: '1.1.a' }]
      const { created } = await test.client.actions.draftFromCriteria({ language: 'en', criteria })
      expect((await weak()).map(({ criterion }) => criterion)).toEqual(['1.1.b'])
      const [draft] = created
      if (draft === undefined) throw new Error('no action was made')
      const { record } = await test.client.actions.get(draft)
      expect(record).toMatchObject({
        title: 'Publish it',
        why: 'No deadline.',
        origin: { kind: 'criterion', ...criteria[0] },
        state: 'open',
      })

      const done: ActionFields = { ...fieldsOf(record), state: 'done', closedOn: today }
      await expect(test.client.actions.save({ ...draft, fields: done })).rejects.toMatchObject(
        refused('action-done-without-evidence'),
      )
      const evidence = { ...done, result: 'Policy published on the site' }
      const saved = await test.client.actions.save({ ...draft, fields: evidence })
      expect(saved.record.state).toBe('done')
    },
  )

  it('are not drafted twice, and leave the list with the cycle', async () => {
    const cycle = await aCycle('2026/27')
    const assessment = await anAssessment(cycle.id)
    await assess(assessment.id, '1.2.a', { level: 1 })
    const criteria = [{ assessmentId: assessment.id, criterion: '1.2.a' }]
    const first = await test.client.actions.draftFromCriteria({ language: 'ru', criteria })
    const second = await test.client.actions.draftFromCriteria({ language: 'ru', criteria })
    expect([first.created.length, second.created.length]).toEqual([1, 0])
    await test.client.actions.remove({ records: first.created })
    expect(await weak()).toHaveLength(1)
    const { id, revision, createdAt: _c, updatedAt: _u, isSample: _s, ...fields } = cycle
    await test.client.assessment.save({ id, revision, fields: { ...fields, isClosed: true } })
    expect(await weak()).toEqual([])
  })

  it('keep their assessment while they have an action', async () => {
    const assessment = await anAssessment((await aCycle('2026/27')).id)
    await anAction({ origin: { kind: 'criterion', assessmentId: assessment.id, criterion: '1.1.a' } })
    await expect(test.client.assessment.removeAssessments({ records: [assessment] })).rejects.toMatchObject({
      data: { code: 'still-needed' },
    })
  })
})

describe('the list of actions', () => {
  it('has what is overdue first, then what waits for its effect check', async () => {
    await anAction({ title: 'later', dueOn: '2027-01-01' })
    await anAction({ title: 'late', dueOn: '2026-11-21' })
    await anAction({ title: 'today', dueOn: today })
    const closed = { state: 'done', result: 'ok', checkAfterMonths: 6 } as const
    const started = await anAction({ title: 'done' })
    const checked = await anAction({ title: 'to check' })
    await test.client.actions.save({
      ...started,
      fields: { ...fieldsOf(started), ...closed, closedOn: '2026-06-01' },
    })
    await test.client.actions.save({
      ...checked,
      fields: { ...fieldsOf(checked), ...closed, closedOn: '2026-05-22' },
    })
    expect((await listed()).map(({ title, standing }) => [title, standing])).toEqual([
      ['late', 'overdue'],
      ['to check', 'check-due'],
      ['today', 'open'],
      ['later', 'open'],
      ['done', 'done'],
    ])
    expect((await listed({ standings: ['overdue'] })).map(({ daysLeft }) => daysLeft)).toEqual([-1])
  })

  it('is narrowed by the person responsible', async () => {
    const { record } = await test.client.people.create({
      fields: { name: 'Айгүл', position: '', email: '', role: 'administrator' },
    })
    await test.client.people.workAs({ id: record.id })
    await anAction({ title: 'hers', ownerId: record.id })
    await anAction({ title: 'nobody’s' })
    expect((await listed({ owners: [record.id] })).map(({ title }) => title)).toEqual(['hers'])
    expect((await listed({ owners: [''] })).map(({ title }) => title)).toEqual(['nobody’s'])
  })

  it('shows the due days and effect checks in the deadlines of the overview, and the search finds actions', async () => {
    const action = await anAction({ title: 'Publish the policy', dueOn: '2026-12-01' })
    const { deadlines } = await test.client.overview.get({ on: today, language: 'en' })
    expect(deadlines.filter(({ kind }) => kind === 'action-due')).toMatchObject([
      { on: '2026-12-01', record: { entity: 'action', id: action.id } },
    ])
    const { hits } = await test.client.search.find({ text: 'publish', limit: 5, language: 'en' })
    expect(hits.map(({ record }) => record)).toEqual([{ entity: 'action', id: action.id }])
  })
})

describe('changing many actions', () => {
  it('moves them together with their day of closing, and takes back exactly what was', async () => {
    const [first, second] = [await anAction({ result: 'a' }), await anAction({ result: 'b' })]
    const records = [first, second].map(({ id, revision }) => ({
      id,
      revision,
      change: { state: 'done' as const },
    }))
    const { before } = await test.client.actions.changeMany({ records })
    expect((await listed()).map(({ state, closedOn }) => [state, closedOn])).toEqual([
      ['done', today],
      ['done', today],
    ])
    await test.client.actions.changeMany({ records: before })
    expect((await listed()).map(({ state, closedOn }) => [state, closedOn])).toEqual([
      ['open', null],
      ['open', null],
    ])
  })

  it('changes none when one of them may not be so', async () => {
    const [first, second] = [await anAction({ result: 'a' }), await anAction()]
    const records = [first, second].map(({ id, revision }) => ({
      id,
      revision,
      change: { state: 'done' as const },
    }))
    await expect(test.client.actions.changeMany({ records })).rejects.toMatchObject(
      refused('action-done-without-evidence'),
    )
    expect((await listed()).map(({ state }) => state)).toEqual(['open', 'open'])
  })

  it('opens a closed action again before it is dropped', async () => {
    const action = await anAction({ result: 'a' })
    const move = async (state: 'done' | 'dropped', revision: number) =>
      test.client.actions.changeMany({ records: [{ id: action.id, revision, change: { state } }] })
    const { before } = await move('done', action.revision)
    await expect(move('dropped', before[0]?.revision ?? 0)).rejects.toMatchObject(
      refused('action-state-move'),
    )
  })
})

describe('carrying over', () => {
  it('goes on at the same criterion and scope of the next cycle, and can be taken back', async () => {
    const earlier = await aCycle('2025/26')
    const later = await aCycle('2026/27', earlier.id)
    const [from, to] = [await anAssessment(earlier.id), await anAssessment(later.id)]
    const origin = { kind: 'criterion', assessmentId: from.id, criterion: '1.1.a' } as const
    const old = await anAction({ title: 'running', origin, dueOn: '2026-10-01' })
    await anAction({ title: 'own' })
    const cycles = { fromCycleId: earlier.id, toCycleId: later.id }
    const { created, left } = await test.client.actions.carryOver(cycles)
    expect([created.length, left]).toEqual([1, 0])
    const [next] = created
    if (next === undefined) throw new Error('nothing was carried over')
    const { record } = await test.client.actions.get(next)
    expect(record).toMatchObject({
      title: 'running',
      carriedFromId: old.id,
      origin: { ...origin, assessmentId: to.id },
    })
    expect((await listed({ assessmentId: from.id })).map(({ state }) => state)).toEqual(['carried'])
    expect((await test.client.actions.carryOver(cycles)).created).toEqual([])

    await test.client.actions.takeBackCarryOver({ ids: [next.id] })
    expect((await listed({ assessmentId: to.id })).length).toBe(0)
    expect((await listed({ assessmentId: from.id })).map(({ state }) => state)).toEqual(['open'])
  })

  it('leaves what has no assessment in the other cycle', async () => {
    const earlier = await aCycle('2025/26')
    const later = await aCycle('2026/27')
    const from = await anAssessment(earlier.id)
    await anAction({ origin: { kind: 'criterion', assessmentId: from.id, criterion: '1.1.a' } })
    expect(await test.client.actions.carryOver({ fromCycleId: earlier.id, toCycleId: later.id })).toEqual({
      created: [],
      left: 1,
    })
  })
})
