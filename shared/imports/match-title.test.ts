import { describe, expect, it } from 'vitest'
import { matchTitle, titleLanguage } from './match-title.ts'
import { trustedFrom } from './recognise-columns.ts'

const best = (title: string): string | null | undefined => matchTitle(title)[0]?.field

describe('the name of a column', () => {
  it.each([
    // Partners
    ['Страна-партнёр', 'partner.country'],
    ['Серіктес университет', 'partner.name'],
    ['Əріптес ЖЖОКБҰ', 'partner.name'],
    ['Ш е т е л д і к  Ж О О', 'partner.name'],
    ['Наименование зарубежного вуза-партнёра (полное)', 'partner.name'],
    ['Partner institution', 'partner.name'],
    ['Елi', 'partner.country'],
    ['Country', 'partner.country'],
    ['Код Erasmus', 'partner.erasmus'],
    ['Ресми сайты', 'partner.website'],
    // Agreements
    ['№ договора', 'agreement.number'],
    ['Agreement No.', 'agreement.number'],
    ['Шарт нөмірі', 'agreement.number'],
    ['Номер и дата договора', 'agreement.number'],
    ['Дата подписания', 'agreement.signedOn'],
    ['Қол қойылған күні', 'agreement.signedOn'],
    ['Дата договора', 'agreement.signedOn'],
    ['Дата окончания договора', 'agreement.endsOn'],
    ['Valid until', 'agreement.endsOn'],
    ['Срок действия / с', 'agreement.startsOn'],
    ['Срок действия / по', 'agreement.endsOn'],
    ['Қолданылу мерзімі / басталуы', 'agreement.startsOn'],
    ['Срок действия', 'agreement.term'],
    ['Мерзімі', 'agreement.term'],
    ['Agreement / Validity', 'agreement.term'],
    ['Статус', 'agreement.stage'],
    ['Жауапты', 'agreement.owner'],
    ['Примечание', 'agreement.notes'],
    // Programmes
    ['ҚДБ атауы', 'programme.name'],
    ['ДДП', 'programme.name'],
    ['Қос дипломды бағдарлама', 'programme.name'],
    ['Код и наименование ОП', 'programme.name'],
    ['Double degree programme', 'programme.name'],
    ['Формат', 'programme.format'],
    ['Формат обучения (у партнёра + у нас)', 'programme.format'],
    ['Форма обучения', 'programme.delivery'],
    ['Язык обучения', 'programme.languages'],
    ['Оқыту тілі', 'programme.languages'],
    ['Уровень образования', 'programme.level'],
    ['Выдаваемый диплом', 'programme.award'],
    ['Статус в Реестре ОП', 'programme.registerStatus'],
    ['ППС вуза-партнёра', 'programme.partnerTeachers'],
    ['Өз ПОҚ саны', 'programme.homeTeachers'],
    ['Год открытия программы', 'programme.firstYear'],
    // Learners
    ['Контингент обучающихся / 2025/26', 'cohort.contingent'],
    ['Білім алушылар саны', 'cohort.contingent'],
    ['Students, 2024/25', 'cohort.contingent'],
    ['Студенты, выехавшие в вуз-партнёр', 'cohort.outgoing'],
    ['Выпуск 2025', 'cohort.graduated'],
    // Not needed
    ['№ п/п', null],
    ['р/с №', null],
    ['Срок обучения', null],
    ['Себебі', null],
  ])('%j means %s', (title, field) => {
    expect(best(title)).toBe(field)
    expect(matchTitle(title)[0]?.score).toBeGreaterThanOrEqual(0.75)
  })

  it.each([
    ['Наименование (каз.)', 'kk', 'partner.nameKk'],
    ['Атауы (орысша)', 'ru', 'partner.nameRu'],
    ['Название программы на английском языке', 'en', 'programme.nameEn'],
    ['University name in Kazakh', 'kk', 'partner.nameKk'],
  ] as const)('%j is the name in %s', (title, language, field) => {
    expect(titleLanguage(title)).toBe(language)
    expect(best(title)).toBe(field)
  })

  it('stays uncertain when much of it is not understood', () => {
    const [match] = matchTitle('Дата последнего визита делегации')
    expect(match?.score ?? 0).toBeLessThan(trustedFrom)
    expect(matchTitle('Любимый цвет')).toEqual([])
    expect(matchTitle('')).toEqual([])
  })
})
