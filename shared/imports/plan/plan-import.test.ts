import { describe, expect, it } from 'vitest'
import { aPartner, anAgreement, aProgramme } from '../../../tests/support/builders.ts'
import { applied, emptyRegister, named, planSheet, stored } from '../../../tests/support/import-plans.ts'
import type { Cell } from '../sheet.ts'
import type { ImportRegister } from './register-index.ts'

const titles = ['Вуз-партнёр', 'Страна', '№ договора', 'Дата подписания', 'Срок действия']
const row = (
  partner: Cell,
  country: Cell = 'Испания',
  number: Cell = '1',
  signed: Cell = '01.09.2022',
  term: Cell = '5 лет',
): Cell[] => [partner, country, number, signed, term]
const outcomes = (planned: ReturnType<typeof planSheet>) => planned.rows.map(({ outcome }) => outcome)
const problems = (planned: ReturnType<typeof planSheet>) =>
  planned.rows.map((each) => each.problems.map(named))

const granada = stored(
  aPartner({
    names: { kk: 'Гранада университеті', ru: 'Университет Гранады', en: 'University of Granada' },
    country: 'ES',
  }),
)
const withGranada: ImportRegister = { ...emptyRegister, partners: [granada] }

describe('partners of a register', () => {
  it.each([
    'Университет Гранады',
    'УНИВЕРСИТЕТ  ГРАНАДЫ',
    'University of Granada',
    'Гранада университетi',
    'Univеrsity of Granada',
  ])('are found as %j by the folded name in any language', (name) => {
    const planned = planSheet([titles, row(name)], { register: withGranada })
    expect(planned.plan.counts()).toMatchObject({
      partner: { new: 0, changed: 0, same: 1 },
      agreement: { new: 1 },
    })
  })

  it('are others when the country is another, and the same when the register did not know it', () => {
    expect(
      planSheet([titles, row('Университет Гранады', 'Никарагуа')], { register: withGranada }).plan.counts()
        .partner.new,
    ).toBe(1)
    const unknown = { ...emptyRegister, partners: [stored({ ...granada, country: '' })] }
    const planned = planSheet([titles, row('Университет Гранады')], { register: unknown })
    expect(planned.plan.counts().partner).toEqual({ new: 0, changed: 1, same: 0 })
  })

  it('are found by one identifier whatever they are called', () => {
    const register = {
      ...emptyRegister,
      partners: [
        stored({ ...granada, identifiers: [{ scheme: 'ror' as const, value: 'https://ror.org/04njjy449' }] }),
      ],
    }
    const planned = planSheet(
      [
        ['Вуз-партнёр', 'Страна', 'ROR'],
        ['Гранадский университет', 'Испания', '04njjy449'],
      ],
      { register },
    )
    expect(planned.plan.counts().partner).toEqual({ new: 0, changed: 0, same: 1 })
  })

  it('with another identifier of the same kind are refused', () => {
    const register = {
      ...emptyRegister,
      partners: [stored({ ...granada, identifiers: [{ scheme: 'pic' as const, value: '999998783' }] })],
    }
    const planned = planSheet(
      [
        ['Вуз-партнёр', 'Страна', 'PIC'],
        ['Университет Гранады', 'Испания', '111111111'],
      ],
      { register },
    )
    expect(problems(planned)).toEqual([['2:import-identifier-differs']])
  })

  it('are refused when their name stands for several countries and the row names none', () => {
    const register = { ...emptyRegister, partners: [granada, stored({ ...granada, country: 'NI' })] }
    const planned = planSheet(
      [
        ['Вуз-партнёр', '№ договора', 'Дата подписания'],
        ['Университет Гранады', '1', '01.09.2022'],
      ],
      { register },
    )
    expect([outcomes(planned), problems(planned)]).toEqual([['refused'], [['0:import-partner-ambiguous']]])
  })

  it('are made once for all rows that name them, and a name in no particular language renames nobody', () => {
    const planned = planSheet([
      titles,
      row('Новый университет', 'Греция', '1'),
      row('НОВЫЙ УНИВЕРСИТЕТ', 'Греция', '2'),
      row('Новый университет', null, '3'),
    ])
    expect(planned.plan.counts()).toMatchObject({ partner: { new: 1 }, agreement: { new: 3 } })
    const [partner] = planned.plan.changes()
    expect(partner?.entity === 'partner' && partner.draft.fields.names).toEqual({
      kk: '',
      ru: 'Новый университет',
      en: '',
    })
  })

  it('share a row: countries are given in their order, or one for all', () => {
    const planned = planSheet(
      [titles, row('Университет Гранады; Технологический институт Крита', 'Испания; Греция')],
      { register: withGranada },
    )
    const changes = planned.plan.changes()
    expect(changes.map(({ entity }) => entity)).toEqual(['partner', 'agreement'])
    expect(changes[1]?.entity === 'agreement' && changes[1].draft.fields.partnerIds).toEqual([
      granada.id,
      changes[0]?.draft.id,
    ])
    expect(
      problems(planSheet([titles, row('Университет А; Университет Б; Университет В', 'Испания; Греция')])),
    ).toEqual([['1:import-list-differs']])
  })
})

describe('agreements of a register', () => {
  const agreement = stored(
    anAgreement([granada.id], {
      number: '12/2021',
      signedOn: '2021-05-12',
      term: { kind: 'fixed', endsOn: '2026-05-11' },
    }),
  )
  const register: ImportRegister = { ...withGranada, agreements: [agreement] }

  it('are found by number and partner, however the number is written', () => {
    const planned = planSheet(
      [titles, row('Университет Гранады', 'Испания', '№ 12 / 2021', '12.05.2021', '5 лет')],
      { register },
    )
    expect(outcomes(planned)).toEqual(['same'])
  })

  it('without a number are found by kind, day and partners, and take the number', () => {
    const unnumbered = { ...register, agreements: [stored({ ...agreement, number: '' })] }
    const planned = planSheet(
      [titles, row('Университет Гранады', 'Испания', '12/2021', '12.05.2021', '5 лет')],
      { register: unnumbered },
    )
    expect([outcomes(planned), planned.plan.counts().agreement]).toEqual([
      ['changed'],
      { new: 0, changed: 1, same: 0 },
    ])
    const again = planSheet([titles, row('Университет Гранады', 'Испания', null, '12.05.2021', '5 лет')], {
      register,
    })
    expect(outcomes(again)).toEqual(['same'])
  })

  it('keep what the file does not have', () => {
    const planned = planSheet(
      [
        ['Вуз-партнёр', '№ договора', 'Срок действия'],
        ['Университет Гранады', '12/2021', 'бессрочно'],
      ],
      { register },
    )
    const [change] = planned.plan.changes()
    expect(change?.entity === 'agreement' && change.draft.fields).toEqual({
      ...anAgreement([granada.id], { number: '12/2021', signedOn: '2021-05-12' }),
      term: { kind: 'perpetual' },
    })
  })

  it('refuse the row that contradicts an earlier one, and nothing of it counts', () => {
    const planned = planSheet(
      [
        titles,
        row('Университет Гранады', 'Испания', '5', '01.09.2022', 'бессрочно'),
        row('Университет Гранады', 'Испания', '5', '02.09.2022', 'бессрочно'),
      ],
      { register },
    )
    expect([outcomes(planned), problems(planned)]).toEqual([
      ['new', 'refused'],
      [[], ['3:import-rows-disagree']],
    ])
    expect(planned.rows[1]?.problems[0]?.params).toMatchObject({ row: 2 })
  })

  it('bind all partners of the rows that share their merged cell', () => {
    const planned = planSheet(
      [titles, row('Университет А', 'Греция', '9'), ['Университет Б', 'Италия', null, null, null]],
      { merges: ['C2:C3', 'D2:D3', 'E2:E3'] },
    )
    expect(planned.plan.counts()).toMatchObject({ partner: { new: 2 }, agreement: { new: 1 } })
    const change = planned.plan.changes().find(({ entity }) => entity === 'agreement')
    expect(change?.entity === 'agreement' && change.draft.fields.partnerIds).toHaveLength(2)
  })

  it('count as signed on their start when the register keeps no day of signing, and say so', () => {
    const planned = planSheet([
      ['Вуз-партнёр', 'Страна', '№ договора', 'Начало действия', 'Окончание действия'],
      ['Университет А', 'Греция', '1', '01.09.2022', '31.08.2027'],
    ])
    expect(problems(planned)).toEqual([['3:import-signing-assumed']])
    const change = planned.plan.changes().find(({ entity }) => entity === 'agreement')
    expect(
      change?.entity === 'agreement' && [change.draft.fields.stage, change.draft.fields.signedOn],
    ).toEqual(['signed', '2022-09-01'])
  })
})

const programmeTitles = [
  'Вуз-партнёр',
  'Страна',
  'Код ОП',
  'Наименование ОП',
  'Уровень',
  'Формат',
  'Контингент 2024/25',
  'Контингент 2025/26',
]
const programmeRow = (changes: Record<number, Cell> = {}): Cell[] =>
  ['Университет Гранады', 'Испания', '6B06102', 'Информационные системы', 'бакалавриат', '2+2', 10, 12].map(
    (cell, index) => changes[index] ?? cell,
  )

describe('programmes of a register', () => {
  it('are made with plan, feature, first year and counts by academic year', () => {
    const planned = planSheet([programmeTitles, programmeRow()], { register: withGranada })
    const changes = planned.plan.changes()
    const [programme] = changes
    expect(programme?.entity === 'programme' && programme.draft.fields).toMatchObject({
      code: '6B06102',
      level: 'bachelor',
      features: ['double'],
      firstYear: 2024,
      registerStatus: 'not_in_register',
      partners: [{ partnerId: granada.id, agreementId: null, degree: '' }],
    })
    expect(
      programme?.entity === 'programme' &&
        programme.draft.fields.plan.filter(({ partnerId }) => partnerId === granada.id),
    ).toHaveLength(4)
    expect(
      changes.flatMap((change) =>
        change.entity === 'cohort'
          ? [[change.draft.fields.academicYear, change.draft.fields.contingent, change.draft.fields.source]]
          : [],
      ),
    ).toEqual([
      [2024, 10, 'register.xlsx'],
      [2025, 12, 'register.xlsx'],
    ])
  })

  it('are found by code and partner though they are called otherwise, and by name and level without a code', () => {
    const programme = stored(
      aProgramme(granada.id, null, { code: '6B06102', names: { kk: '', ru: 'Информатика', en: '' } }),
    )
    const register = { ...withGranada, programmes: [programme] }
    const byCode = planSheet([programmeTitles, programmeRow()], { register })
    expect(byCode.plan.counts().programme).toMatchObject({ new: 0 })
    const byName = planSheet(
      [
        programmeTitles.filter((title) => title !== 'Код ОП'),
        programmeRow({ 3: 'ИНФОРМАТИКА' }).toSpliced(2, 1),
      ],
      { register },
    )
    expect(byName.plan.counts().programme).toMatchObject({ new: 0 })
    const otherPartner = planSheet([programmeTitles, programmeRow({ 0: 'Университет Крита', 1: 'Греция' })], {
      register,
    })
    expect(otherPartner.plan.counts().programme).toMatchObject({ new: 1 })
  })

  it('keep a plan with its credits and days while the shares stay, and get a new one when they change', () => {
    const programme = stored(aProgramme(granada.id, null, { code: '6B06102' }))
    const plan = programme.plan.map((period) => ({ ...period, credits: 28 }))
    const register = { ...withGranada, programmes: [{ ...programme, plan }] }
    const fieldsAfter = (format: string) => {
      const after = applied(register, planSheet([programmeTitles, programmeRow({ 5: format })], { register }))
      return after.programmes[0]?.plan
    }
    expect(fieldsAfter('2 года + 2 года')).toEqual(plan)
    expect(fieldsAfter('1+3')?.filter(({ partnerId }) => partnerId === granada.id)).toHaveLength(2)
  })

  it('take the level from the code, and are refused without either', () => {
    const noLevel = programmeTitles.filter((title) => title !== 'Уровень')
    const withCode = planSheet([noLevel, programmeRow({ 2: '7M06103' }).toSpliced(4, 1)], {
      register: withGranada,
    })
    const [programme] = withCode.plan.changes()
    expect(programme?.entity === 'programme' && programme.draft.fields.level).toBe('master')
    const without = planSheet([noLevel, programmeRow({ 2: '–' }).toSpliced(4, 1)], { register: withGranada })
    expect([outcomes(without), without.rows[0]?.problems.map(({ rule }) => rule)]).toEqual([
      ['refused'],
      ['import-level-missing'],
    ])
  })

  it.each([
    [{ 2: '6X12345' }, ['2:programme-code-form']],
    [{ 4: 'магистратура' }, ['2:programme-code-level']],
    [{ 5: 'два плюс два' }, ['5:import-not-a-format']],
    [{ 5: '1+1+2' }, ['5:import-format-partners']],
    [{ 6: 'десять' }, ['6:import-not-a-number']],
    [{ 0: '#REF!' }, ['0:import-cell-error']],
    [{ 1: 'Атлантида' }, ['1:import-unknown-country']],
    [{ 4: 'колледж' }, ['4:import-unknown-word']],
  ] as [Record<number, Cell>, string[]][])('show the problem at its cell: %j', (changes, expected) => {
    const planned = planSheet(
      [programmeTitles, programmeRow(), programmeRow({ 2: '6B07112', 3: 'Робототехника', ...changes })],
      {
        register: withGranada,
      },
    )
    expect(planned.rows[1]?.problems.filter(({ severity }) => severity === 'error').map(named)).toEqual(
      expected,
    )
    expect(outcomes(planned)[1]).toBe('refused')
  })

  it('are told apart from counts that belong to nobody', () => {
    const planned = planSheet([programmeTitles, programmeRow(), programmeRow({ 2: '–', 3: '–' })], {
      register: withGranada,
    })
    expect(planned.rows[1]?.problems.map(({ rule }) => rule)).toEqual(['import-programme-missing'])
  })

  it('take a merged count once, and each its own agreement', () => {
    const table = [
      [
        'Вуз-партнёр',
        'Страна',
        '№ договора',
        'Дата подписания',
        'Код ОП',
        'Наименование ОП',
        'Контингент 2025/26',
      ],
      ['Университет Гранады', 'Испания', '7', '01.09.2022', '6B06102', 'Информационные системы', 30],
      [null, null, null, null, '6B07112', 'Робототехника', null],
    ]
    const planned = planSheet(table, {
      register: withGranada,
      merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'G2:G3'],
    })
    expect(planned.plan.counts()).toMatchObject({
      agreement: { new: 1 },
      programme: { new: 2 },
      cohort: { new: 1 },
    })
    const agreement = planned.plan.changes().find(({ entity }) => entity === 'agreement')
    const linked = planned.plan
      .changes()
      .flatMap((change) =>
        change.entity === 'programme'
          ? change.draft.fields.partners.map(({ agreementId }) => agreementId)
          : [],
      )
    expect(linked).toEqual([agreement?.draft.id, agreement?.draft.id])
  })
})

describe('importing the same sheet again', () => {
  it.each([
    [
      'agreements',
      [
        titles,
        row('Университет А', 'Греция', '№ 1', '12 мая 2021 г.'),
        row('Университет Б; Университет В', 'Италия', null, 44_328, 'бессрочно'),
        row('Университет Г', 'Чехия', 'б/н от 01.02.2020', null, 'до 31.12.2027'),
      ],
    ],
    [
      'programmes',
      [
        programmeTitles,
        programmeRow(),
        programmeRow({ 2: '7M06103', 3: 'Наука о данных', 4: 'магистратура (профильная)', 5: '1s+1s' }),
        programmeRow({ 2: '–', 3: 'Дизайн / Design', 6: 0, 7: '–' }),
      ],
    ],
  ] as [string, Cell[][]][])('changes nothing: %s', (_name, table) => {
    const first = planSheet(table)
    expect(outcomes(first)).not.toContain('refused')
    const register = applied(emptyRegister, first)
    const second = planSheet(table, { register })
    expect([outcomes(second), second.plan.changes(), problems(second)]).toEqual([
      table.slice(1).map(() => 'same'),
      [],
      table.slice(1).map(() => []),
    ])
  })
})
