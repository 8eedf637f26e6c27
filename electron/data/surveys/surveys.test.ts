import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aHomeProgramme } from '../../../tests/support/builders.ts'
import { refusalOf } from '../../../tests/support/refusal-of.ts'
import { emptySurvey } from '../../../shared/surveys/survey.ts'
import { openTestService, type TestService } from '../testing.ts'

let test: TestService

beforeEach(async () => {
  test = await openTestService()
})
afterEach(() => test.close())

const head = {
  names: { kk: 'Студенттер сауалнамасы', ru: '', en: '' },
  audience: 'student' as const,
  period: { academicYear: 2026, part: 'autumn' as const },
  programmeId: null,
  invited: 40,
}

type Row = readonly [programme: string, mark: string, words: string]

async function fileOf(rows: readonly Row[]) {
  const path = join(test.folder, 'answers.csv')
  const lines = [
    ['Отметка времени', 'Электронная почта', 'Образовательная программа', '[S14]', 'Что изменить?'],
    ...rows.map(([programme, mark, words], place) => [
      `2026-10-0${(place % 9) + 1}`,
      `p${place}@mail.kz`,
      programme,
      mark,
      words,
    ]),
  ]
  await writeFile(path, lines.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n'))
  return test.service.files.grant(path)
}

const rowsOf = (count: number, programme: string, mark: string, words = ''): Row[] =>
  Array.from({ length: count }, () => [programme, mark, words])

const request = { sheet: null, choices: null, quotes: 'unmarked' as const }

describe('results of a survey in a file', () => {
  it('are shown before anything is written, with what will be pooled and what marks a person', async () => {
    const file = await fileOf([
      ...rowsOf(12, 'Геология', '5'),
      ...rowsOf(8, 'Құқық', '4', 'Практика аз'),
      ...rowsOf(3, 'Тарих', 'білмедім', 'Гүлнар апай жақсы'),
    ])
    const preview = await test.client.surveys.preview({ file, ...request })
    expect(preview).toMatchObject({
      layout: 'google',
      answered: 23,
      pooled: 2,
      texts: 11,
      markedTexts: 3,
      problemCount: 3,
    })
    expect(preview.problems[0]).toMatchObject({ row: 22, value: 'білмедім', kind: 'unread' })
    expect((await test.client.workspace.state())?.counts.survey).toBe(0)
  })

  it('are taken over as sums: no address, no row of one person, no answer that names somebody, no small programme', async () => {
    const { record: geology } = await test.client.programmes.create({
      fields: aHomeProgramme('6B05201', 'Геология'),
    })
    const file = await fileOf([
      ...rowsOf(12, 'Геология', '5'),
      ...rowsOf(8, 'Құқық', '4', 'Практика аз'),
      ...rowsOf(3, 'Тарих', '1', 'Гүлнар апай жақсы'),
    ])
    const { record } = await test.client.surveys.take({ file, ...request, head })
    expect(record.groups).toEqual([
      { programmeId: geology.id, name: 'Геология', answered: 12, isPooled: false },
      { programmeId: null, name: '', answered: 11, isPooled: true },
    ])
    expect(record.questions[0]).toMatchObject({ bankCode: 'S14', counts: [3, 0, 0, 8, 12] })
    expect(record.quotes).toHaveLength(8)
    const stored = JSON.stringify(record)
    for (const trace of ['mail.kz', 'Тарих', 'Гүлнар']) expect(stored).not.toContain(trace)
    const trail = await test.client.workspace.history({ entity: 'survey', id: record.id })
    expect(trail).toHaveLength(1)
    await test.client.surveys.remove({ records: [record] })
    expect((await test.client.workspace.state())?.counts.survey).toBe(0)
  })

  it('of four people are refused, and nothing is written', async () => {
    const file = await fileOf(rowsOf(4, 'Геология', '5'))
    const refusal = await refusalOf(test.client.surveys.take({ file, ...request, head }))
    expect(refusal.code).toBe('survey-answers-too-few')
    expect((await test.client.workspace.state())?.counts.survey).toBe(0)
  })

  it('that are no results are refused in words', async () => {
    const path = join(test.folder, 'nothing.csv')
    await writeFile(path, 'бос')
    const file = test.service.files.grant(path)
    expect((await refusalOf(test.client.surveys.preview({ file, ...request }))).code).toBe(
      'survey-file-unknown',
    )
  })

  it('follow the bank over the periods and become numbers and evidence', async () => {
    const earlier = await fileOf(rowsOf(10, '', '3'))
    const before = { ...head, period: { academicYear: 2025, part: 'year' as const } }
    await test.client.surveys.take({ file: earlier, ...request, head: before })
    const later = await fileOf(rowsOf(20, '', '5'))
    const { record } = await test.client.surveys.take({ file: later, ...request, head })
    const results = await test.client.surveys.results({ id: record.id, language: 'kk' })
    expect(results).toMatchObject({ satisfaction: 1, responseRate: 0.5 })
    expect(results.questions[0]?.trend.map(({ mean }) => mean)).toEqual([3, 5])
    expect(results.series.map(({ satisfaction }) => satisfaction)).toEqual([0.5, 1])

    const { id, name } = await test.client.surveys.keepResults({ id: record.id, language: 'kk' })
    expect(name).toBe('Студенттер сауалнамасы, 2026/27')
    expect(await test.client.attachments.list({ owner: { entity: 'evidence', id } })).toHaveLength(1)

    const [framework] = await test.client.frameworks.list()
    if (framework === undefined) throw new Error('a new workspace has frameworks')
    const cycle = await test.client.assessment.create({
      fields: {
        names: { kk: 'Цикл', ru: '', en: '' },
        frameworkId: framework.id,
        startsOn: '2026-09-01',
        endsOn: '2027-05-31',
        visitOn: null,
        scaleCode: null,
        milestones: [],
        team: [],
        previousCycleId: null,
        isClosed: false,
      },
    })
    const assessment = await test.client.assessment.addAssessment({
      cycleId: cycle.record.id,
      scope: { kind: 'university' },
      leadId: null,
      startFrom: null,
    })
    const numbers = await test.client.assessment.numbers({
      id: assessment.id,
      on: '2026-11-22',
      language: 'kk',
    })
    expect(
      numbers.filter(({ key }) => key.startsWith('survey-')).map(({ key, value }) => [key, value]),
    ).toEqual([
      ['survey-satisfaction', 1],
      ['survey-response-rate', 0.5],
    ])
  })

  it('entered by hand are refused when a programme would show what is left of the university', async () => {
    const question = { code: 'q1', bankCode: 'S14', text: 'Q', scale: 'five' as const, groups: [] }
    const fields = {
      ...emptySurvey(2026),
      ...head,
      answered: 20,
      questions: [{ ...question, counts: [0, 0, 0, 0, 20] }],
    }
    await test.client.surveys.create({ fields })
    const { record: programme } = await test.client.programmes.create({
      fields: aHomeProgramme('6B05201', 'Геология'),
    })
    const ofProgramme = {
      ...fields,
      programmeId: programme.id,
      answered: 17,
      questions: [{ ...question, counts: [0, 0, 0, 0, 17] }],
    }
    const refusal = await refusalOf(test.client.surveys.create({ fields: ofProgramme }))
    expect(refusal.problems.map(({ rule }) => rule)).toContain('survey-difference')
  })
})
