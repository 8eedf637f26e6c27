import { describe, expect, it } from 'vitest'
import bankJson from '../../resources/question-bank.json' with { type: 'json' }
import type { Cell, Sheet } from '../imports/sheet.ts'
import { languages } from '../kernel/record.ts'
import { readAgreement, readPoint, readYesNo } from './answer-words.ts'
import { matchBankQuestion, questionBankSchema } from './question-bank.ts'
import { readSurvey } from './read-survey.ts'

const { questions: bank } = questionBankSchema.parse(bankJson)

const sheetOf = (rows: readonly (readonly Cell[])[]): Sheet => ({
  name: 'Sheet',
  isHidden: false,
  merges: [],
  rows: rows.map((cells, index) => ({ row: index + 1, cells: [...cells] })),
})

const programmes = [
  {
    id: '01890000-0000-7000-8000-000000000001',
    code: '6B06101',
    names: { kk: 'Ақпараттық жүйелер', ru: 'Информационные системы', en: 'Information Systems' },
  },
]

const read = (rows: readonly (readonly Cell[])[]) => {
  const found = readSurvey(sheetOf(rows), { bank, programmes, choices: null })
  if (found === null) throw new Error('the sheet has titles')
  return found
}

describe('a file of Google Forms', () => {
  const found = read([
    [
      'Отметка времени',
      'Адрес электронной почты',
      'Образовательная программа',
      '[S01] Понятно?',
      'Вы довольны?',
      'Есть ли общежитие?',
      'Что изменить?',
    ],
    [
      '2026-05-01 10:00',
      'a@b.kz',
      '6B06101 Информационные системы',
      5,
      'Полностью согласен(на)',
      'Да',
      'Больше практики',
    ],
    ['2026-05-01 10:01', 'c@d.kz', 'Информационные системы', '4', 'Не согласна', 'Нет', ''],
    ['2026-05-01 10:02', 'e@f.kz', 'Право', 11, 'Согласен', 'да', 'Ничего'],
    ['2026-05-01 10:03', 'g@h.kz', 'Право', 3, 'Затрудняюсь ответить', '', ''],
    ['2026-05-01 10:04', 'g@h.kz', 'Право', 3, '', '', ''],
    ['2026-05-01 10:05', '', '', '', '', '', ''],
  ])

  it('is told by its first column; addresses are not read', () => {
    expect(found.layout).toBe('google')
    expect(found.columns.map(({ role, scale }) => `${role} ${scale}`)).toEqual([
      'skip text',
      'personal text',
      'programme text',
      'question five',
      'question agree',
      'question yes-no',
      'question text',
    ])
    expect(found.columns[1]?.samples).toEqual([])
  })

  it('gives counts from the worst step to the best, with the question of the bank by its code', () => {
    expect(found.results.questions.map(({ bankCode, counts }) => [bankCode, counts])).toEqual([
      ['S01', [0, 0, 2, 1, 1]],
      [null, [0, 1, 0, 1, 1]],
      [null, [1, 2]],
      [null, [2]],
    ])
    expect(found.results.answered).toBe(5)
  })

  it('is split by programme, by code or name', () => {
    expect(found.results.groups.map(({ programmeId, answered }) => [programmeId !== null, answered])).toEqual(
      [
        [true, 2],
        [false, 3],
      ],
    )
  })

  it('has what could not be read named by row and column; "hard to say" is no answer', () => {
    expect(found.problems).toEqual([
      { row: 4, title: '[S01] Понятно?', value: '11', kind: 'unread' },
      { row: 7, title: '', value: '', kind: 'empty' },
    ])
  })

  it('keeps what a person decided about a column', () => {
    const rows = [
      ['Timestamp', 'Q?'],
      ['1', '4'],
      ['2', '5'],
    ]
    const choices = [{ column: 1, role: 'question' as const, scale: 'ten' as const, bankCode: 'S02' }]
    const chosen = readSurvey(sheetOf(rows), { bank, programmes, choices })
    expect(chosen?.results.questions[0]).toMatchObject({ bankCode: 'S02', scale: 'ten' })
    expect(chosen?.results.questions[0]?.counts).toHaveLength(10)
  })
})

describe('a file of Microsoft Forms', () => {
  it('is told by its start time; id, times and names are not read', () => {
    const found = read([
      ['ID', 'Start time', 'Completion time', 'Email', 'Name', 'Rate the library', 'Would you recommend us?'],
      [1, '1', '2', 'anonymous', 'Aigul', 9, 'Yes'],
      [2, '1', '2', 'anonymous', 'Bolat', 10, 'No'],
    ])
    expect(found.layout).toBe('microsoft')
    expect(found.results.questions.map(({ text, scale }) => [text, scale])).toEqual([
      ['Rate the library', 'ten'],
      ['Would you recommend us?', 'yes-no'],
    ])
  })
})

describe('a table of the study portal', () => {
  const found = read([
    ['Сауалнама нәтижесі'],
    ['№', 'Сұрақ', '1', '2', '3', '4', '5', 'Барлығы'],
    [1, 'Жатақханадағы тұру жағдайы мені қанағаттандырады.', 3, 2, 5, 10, 20, 40],
    [2, 'Өз сұрағымыз', 1, 'көп', 1, 1, 1, 4],
    [3, '', 1, 1, 1, 1, 1, 5],
  ])

  it('gives the numbers of answers of each question, in the words of the bank', () => {
    expect(found.layout).toBe('counts')
    expect(found.results.questions).toMatchObject([{ bankCode: 'S09', counts: [3, 2, 5, 10, 20] }])
    expect(found.results.answered).toBe(40)
  })

  it('leaves out and names rows without numbers or without a question', () => {
    expect(found.problems.map(({ row, kind, value }) => [row, kind, value])).toEqual([
      [4, 'not-a-count', 'көп'],
      [5, 'no-question', ''],
    ])
  })
})

describe('answers', () => {
  it('are read in three languages and both genders', () => {
    expect(
      ['Толық келісемін', 'Келіспеймін', 'Полностью не согласна', 'согласен(на)', 'Neutral'].map(
        readAgreement,
      ),
    ).toEqual([5, 2, 1, 4, 3])
    expect(['Иә', 'жоқ', 'Да', 'no', 'мүмкін'].map(readYesNo)).toEqual([2, 1, 2, 1, null])
    expect(['5 – отлично', '4', '3.0', '0', '6', '5 раз'].map((text) => readPoint(text, 5))).toEqual([
      5,
      4,
      3,
      null,
      null,
      null,
    ])
  })
})

describe('the question bank', () => {
  it('has every question once and in three languages', () => {
    expect(new Set(bank.map(({ code }) => code)).size).toBe(bank.length)
    for (const { texts } of bank) {
      for (const language of languages) expect(texts[language]).not.toBe('')
      expect(new Set(Object.values(texts)).size).toBe(3)
    }
  })

  it('knows its questions again in every language, and with small changes of wording', () => {
    for (const question of bank) {
      for (const language of languages)
        expect(matchBankQuestion(question.texts[language], bank)?.code).toBe(question.code)
    }
    expect(matchBankQuestion('Условия проживания в общежитии полностью меня устраивают', bank)?.code).toBe(
      'S09',
    )
    expect(matchBankQuestion('Сколько вам лет?', bank)).toBeNull()
  })
})
