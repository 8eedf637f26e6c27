import { foldText } from '../kernel/fold.ts'

/** What people answer on a scale of five steps, from the worst, in the wordings that survey tools offer. */
const steps: readonly (readonly string[])[] = [
  [
    'мүлдем келіспеймін',
    'толық келіспеймін',
    'мүлдем қанағаттанбаймын',
    'өте нашар',
    'полностью не согласен',
    'полностью не согласна',
    'совершенно не согласен',
    'совершенно не согласна',
    'категорически не согласен',
    'категорически не согласна',
    'совсем не согласен',
    'совсем не согласна',
    'полностью не удовлетворен',
    'полностью не удовлетворена',
    'совершенно не удовлетворен',
    'совершенно не удовлетворена',
    'очень плохо',
    'strongly disagree',
    'completely disagree',
    'totally disagree',
    'very dissatisfied',
    'completely dissatisfied',
    'very poor',
    'very bad',
  ],
  [
    'келіспеймін',
    'ішінара келіспеймін',
    'қанағаттанбаймын',
    'нашар',
    'не согласен',
    'не согласна',
    'скорее не согласен',
    'скорее не согласна',
    'частично не согласен',
    'частично не согласна',
    'не удовлетворен',
    'не удовлетворена',
    'скорее не удовлетворен',
    'скорее не удовлетворена',
    'плохо',
    'disagree',
    'rather disagree',
    'somewhat disagree',
    'dissatisfied',
    'rather dissatisfied',
    'somewhat dissatisfied',
    'poor',
    'bad',
  ],
  [
    'бейтарап',
    'бір жағынан келісемін бір жағынан келіспеймін',
    'орташа',
    'нейтрально',
    'и да и нет',
    'ни да ни нет',
    'отчасти согласен',
    'отчасти согласна',
    'средне',
    'удовлетворительно',
    'нечто среднее',
    'neutral',
    'neither agree nor disagree',
    'neither satisfied nor dissatisfied',
    'average',
    'fair',
  ],
  [
    'келісемін',
    'ішінара келісемін',
    'қанағаттанамын',
    'жақсы',
    'согласен',
    'согласна',
    'скорее согласен',
    'скорее согласна',
    'частично согласен',
    'частично согласна',
    'удовлетворен',
    'удовлетворена',
    'скорее удовлетворен',
    'скорее удовлетворена',
    'хорошо',
    'agree',
    'rather agree',
    'somewhat agree',
    'satisfied',
    'rather satisfied',
    'somewhat satisfied',
    'good',
  ],
  [
    'толық келісемін',
    'толығымен келісемін',
    'толық қанағаттанамын',
    'толығымен қанағаттанамын',
    'өте жақсы',
    'полностью согласен',
    'полностью согласна',
    'совершенно согласен',
    'совершенно согласна',
    'абсолютно согласен',
    'абсолютно согласна',
    'полностью удовлетворен',
    'полностью удовлетворена',
    'очень хорошо',
    'отлично',
    'strongly agree',
    'completely agree',
    'totally agree',
    'very satisfied',
    'completely satisfied',
    'very good',
    'excellent',
  ],
]

const no = ['жоқ', 'нет', 'no', 'false']
const yes = ['иә', 'ия', 'да', 'yes', 'true']

/** Without what a form adds for both genders, such as «согласен(на)», and without full stops and commas. */
const plain = (text: string): string =>
  foldText(text.replaceAll(/\([^)]*\)|\/\p{L}{1,3}(?!\p{L})/gu, '').replaceAll(/[.,;:!]/gu, ' ')).trim()

const indexOf = (lists: readonly (readonly string[])[]): ReadonlyMap<string, number> =>
  new Map(lists.flatMap((list, place) => list.map((text): [string, number] => [plain(text), place + 1])))

const stepOf = indexOf(steps)
const yesNoOf = indexOf([no, yes])

/** The step of an agreement or satisfaction in words, 1 (worst) to 5; null: none of the known words. */
export const readAgreement = (text: string): number | null => stepOf.get(plain(text)) ?? null

/** 1: no, 2: yes; null: neither. */
export const readYesNo = (text: string): number | null => yesNoOf.get(plain(text)) ?? null

/** A point of a numbered scale: the number alone, or before its meaning as in «5 – отлично». */
export function readPoint(text: string, points: number): number | null {
  const found = /^(\d{1,2})(?:[.,]0+)?(?:\s*(?:[-–—.)=:(]|$).*)?$/u.exec(text.trim())?.[1]
  const point = found === undefined ? Number.NaN : Number(found)
  return Number.isInteger(point) && point >= 1 && point <= points ? point : null
}

/** What says that somebody did not want or was not able to answer; it is no answer on the scale. */
export const saysNoAnswer = (text: string): boolean =>
  /^(?:[-–—./]+|н\/?д|n\/?a|не знаю|затрудняюсь.*|білмеймін|жауап бере алмаймын|жауап беру қиын|don.?t know|no answer|not applicable)$/iu.test(
    text.trim(),
  )
