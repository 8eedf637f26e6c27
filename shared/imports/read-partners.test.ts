import { describe, expect, it } from 'vitest'
import { foldText } from '../kernel/fold.ts'
import { readPartners } from './read-partners.ts'

const unknown = (): boolean => false
/** Names of the universities that a cell gives, each as "kk|ru|en". */
const names = (text: string, isKnown: (folded: string) => boolean = unknown): string[] =>
  readPartners(text, isKnown).map((partner) => `${partner.names.kk}|${partner.names.ru}|${partner.names.en}`)

describe('universities named in one cell', () => {
  it.each([
    ['Peking University', ['||Peking University']],
    ['Пекинский университет', ['|Пекинский университет|']],
    ['Пекин университеті', ['Пекин университеті||']],
    ['Лотарингия университетi', ['Лотарингия университетi||']],
    [
      'Лотарингский университет; Университет Гранады',
      ['|Лотарингский университет|', '|Университет Гранады|'],
    ],
    [
      'Лотарингский университет\nУниверситет Гранады',
      ['|Лотарингский университет|', '|Университет Гранады|'],
    ],
    ['1) Peking University; 2) Tsinghua University', ['||Peking University', '||Tsinghua University']],
    ['1. Peking University, 2. Tsinghua University', ['||Peking University', '||Tsinghua University']],
    [
      'Лотарингия университеті және Гранада университеті',
      ['Лотарингия университеті||', 'Гранада университеті||'],
    ],
    [
      'University of Lorraine and University of Granada',
      ['||University of Lorraine', '||University of Granada'],
    ],
    ['Институт науки и технологий', ['|Институт науки и технологий|']],
    ['University of Science and Technology of China', ['||University of Science and Technology of China']],
    ['Пекинский университет / Peking University', ['|Пекинский университет|Peking University']],
    ['Пекинский университет (Peking University)', ['|Пекинский университет|Peking University']],
    ['Пекинский университет\nPeking University', ['|Пекинский университет|Peking University']],
    ['Московский институт (филиал)', ['|Московский институт (филиал)|']],
  ])('reads %j', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  it('takes country and city from brackets and from behind the name', () => {
    expect(readPartners('Peking University (Китай)', unknown)).toEqual([
      { names: { kk: '', ru: '', en: 'Peking University' }, country: 'CN', city: '' },
    ])
    expect(readPartners('Лотарингский университет, г. Нанси, Франция', unknown)).toEqual([
      { names: { kk: '', ru: 'Лотарингский университет', en: '' }, country: 'FR', city: 'Нанси' },
    ])
    expect(readPartners('University of Warsaw (Warsaw, Poland)', unknown)).toEqual([
      { names: { kk: '', ru: '', en: 'University of Warsaw' }, country: 'PL', city: 'Warsaw' },
    ])
  })

  it('keeps a name with commas, brackets or «и» whole when it is stored so', () => {
    const stored = 'Университет экономики и Институт права (Минск)'
    expect(names(stored, (folded) => folded === foldText(stored))).toEqual([`|${stored}|`])
  })

  it('reads nothing from blanks and stray signs', () => {
    expect(names(' ;\n , ')).toEqual([])
  })
})
