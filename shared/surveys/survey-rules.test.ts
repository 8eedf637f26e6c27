import { describe, expect, it } from 'vitest'
import { resultOf, satisfactionOf, seriesOf, latestOfEach, responseRate } from './results.ts'
import { checkDifference, checkSurvey } from './survey-rules.ts'
import { emptySurvey, type Survey, type SurveyFields } from './survey.ts'

const question = {
  code: 'q1',
  bankCode: 'S14',
  text: 'Жалпы қанағаттанасыз ба?',
  scale: 'five' as const,
  counts: [0, 0, 10, 10, 20],
  groups: [],
}

const sound: SurveyFields = {
  ...emptySurvey(2025),
  names: { kk: 'А', ru: 'Б', en: 'C' },
  invited: 100,
  answered: 40,
  questions: [question],
}

const rules = (change: Partial<SurveyFields>) =>
  checkSurvey({ ...sound, ...change }).map(({ severity, rule }) => `${severity} ${rule}`)

const stored = (id: number, fields: Partial<SurveyFields>): Survey => ({
  ...sound,
  ...fields,
  id: `01890000-0000-7000-8000-00000000000${id}`,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  revision: 1,
  isSample: false,
})

const programmeId = '01890000-0000-7000-8000-0000000000a1'
const group = { programmeId: null, name: 'P', answered: 20, isPooled: false }

describe('a survey', () => {
  it('that is sound has no findings', () => {
    expect(rules({})).toEqual([])
  })

  it.each<[string, Partial<SurveyFields>, string]>([
    ['of four people is refused', { answered: 4, questions: [] }, 'error survey-too-few'],
    [
      'with a question of four answers is refused',
      { questions: [{ ...question, counts: [4, 0, 0, 0, 0] }] },
      'error survey-small-group',
    ],
    ['with more answers than people is refused', { answered: 30 }, 'error survey-counts-too-many'],
    ['with more answers than invited is refused', { invited: 39 }, 'error survey-more-answers-than-invited'],
    ['without the number of invited is warned', { invited: null }, 'warning survey-invited-missing'],
    [
      'with the wrong number of steps is refused',
      { questions: [{ ...question, counts: [40] }] },
      'error survey-counts-form',
    ],
    ['with one code twice is refused', { questions: [question, question] }, 'error survey-question-twice'],
    [
      'with a small programme is refused',
      {
        groups: [
          { ...group, answered: 3 },
          { ...group, answered: 37 },
        ],
      },
      'error survey-small-group',
    ],
    [
      'whose programmes leave three people over is refused',
      {
        groups: [
          { ...group, answered: 20 },
          { ...group, answered: 17 },
        ],
      },
      'error survey-difference',
    ],
    [
      'whose hidden programme is what the shown one leaves over is refused',
      { groups: [group, group], questions: [{ ...question, groups: [[0, 0, 10, 10, 17], null] }] },
      'error survey-difference',
    ],
    [
      'with a phone number in a quote is warned',
      { quotes: [{ question: '', text: '+7 701 123 45 67', theme: null, sentiment: null }] },
      'warning survey-quote-personal',
    ],
  ])('%s', (_, change, expected) => {
    expect(rules(change)).toEqual([expected])
  })

  it('of a programme is refused when the survey of the university less the programmes shows fewer than five', () => {
    const university = stored(1, {})
    const programme = { ...sound, programmeId, answered: 37 }
    expect(checkDifference(programme, [university]).map(({ rule }) => rule)).toEqual(['survey-difference'])
    expect(checkDifference({ ...programme, answered: 35 }, [university])).toEqual([])
    expect(checkDifference({ ...programme, answered: 40 }, [university])).toEqual([])
    const otherYear = { academicYear: 2024, part: 'year' as const }
    expect(checkDifference({ ...programme, period: otherYear }, [university])).toEqual([])
  })
})

describe('results', () => {
  it('are the mean on the scale and a score from 0 to 1', () => {
    expect(resultOf('five', [0, 0, 10, 10, 20])).toEqual({ n: 40, mean: 4.25, score: 0.8125 })
    expect(resultOf('yes-no', [5, 15])).toEqual({ n: 20, mean: 1.75, score: 0.75 })
    expect(resultOf('five', [1, 1, 1, 1, 0])).toEqual({ n: null, mean: null, score: null })
    expect(resultOf('five', null)).toEqual({ n: null, mean: null, score: null })
    expect(resultOf('text', [12])).toEqual({ n: 12, mean: null, score: null })
  })

  it('take satisfaction from the question about the whole, else from all questions', () => {
    const other = { ...question, code: 'q2', bankCode: null, text: 'B', counts: [40, 0, 0, 0, 0] }
    const bank = [
      {
        code: 'S14',
        audiences: ['student' as const],
        standard: '1.9',
        scale: 'five' as const,
        isOverall: true,
        texts: sound.names,
      },
    ]
    expect(satisfactionOf({ questions: [question, other] }, bank)).toBe(0.8125)
    expect(satisfactionOf({ questions: [question, other] }, [])).toBe(0.40625)
    expect(satisfactionOf({ questions: [] }, bank)).toBeNull()
  })

  it('have no response rate without the number of invited', () => {
    expect(responseRate({ invited: 80, answered: 40 })).toBe(0.5)
    expect(responseRate({ invited: null, answered: 40 })).toBeNull()
  })

  it('are followed over the periods of the same audience and programme', () => {
    const spring = stored(1, { period: { academicYear: 2025, part: 'spring' } })
    const autumn = stored(2, { period: { academicYear: 2025, part: 'autumn' } })
    const earlier = stored(3, { period: { academicYear: 2024, part: 'year' } })
    const employers = stored(4, { audience: 'employer' })
    const all = [spring, autumn, earlier, employers]
    expect(seriesOf(spring, all).map(({ id }) => id)).toEqual([earlier.id, autumn.id, spring.id])
    expect(latestOfEach(all).map(({ id }) => id)).toEqual([spring.id, employers.id])
  })
})
