import type {
  ReportCriterion,
  ReportEvidence,
  ReportLevel,
  ReportScale,
  ReportStandard,
  SelfEvaluationReport,
} from '../../shared/assessment/report/report.ts'
import {
  type Block,
  emptyRichText,
  type Inline,
  type RichText,
  richTextOf,
} from '../../shared/assessment/rich-text.ts'
import type { Language, LocalizedText } from '../../shared/kernel/record.ts'
import { sentences, standards, topics } from './sample-self-evaluation-texts.ts'

/** Id number `n` of the invented evidence. */
export const evidenceId = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`

const same = (text: string): LocalizedText => ({ kk: text, ru: text, en: text })

const text = (value: string, ...marks: ('bold' | 'italic' | 'underline')[]): Inline => ({
  type: 'text',
  text: value,
  ...(marks.length === 0 ? {} : { marks: marks.map((type) => ({ type })) }),
})

const cite = (n: number): Inline => ({ type: 'evidence', attrs: { id: evidenceId(n) } })

/** A narrative of two paragraphs, a list, a table and citations, about as long as people write. */
function narrative(language: Language, n: number): RichText {
  const { lead, middle, end, items, table } = sentences[language]
  const content: Block[] = [
    {
      type: 'paragraph',
      content: [
        text(`${lead} `),
        cite(((n * 7) % 40) + 1),
        text('. '),
        text(end, ...(n % 4 === 0 ? (['italic'] as const) : [])),
      ],
    },
  ]
  if (n % 3 === 0) {
    content.push(
      {
        type: 'paragraph',
        content: [
          text(`${middle} `, 'bold'),
          {
            type: 'number',
            attrs: { key: 'contingent', value: 1234 + n, asOf: '2026-10-01', source: 'Qosdiplom' },
          },
          text('.'),
        ],
      },
      {
        type: 'bulletList',
        content: items.map((item) => ({
          type: 'listItem',
          content: [{ type: 'paragraph', content: [text(item)] }],
        })),
      },
    )
  }
  if (n % 8 === 0) {
    content.push({
      type: 'table',
      content: table.map((row, index) => ({
        type: 'tableRow',
        content: row.map((value) => ({
          type: index === 0 ? 'tableHeader' : 'tableCell',
          content: [{ type: 'paragraph', content: [text(value)] }],
        })),
      })),
    })
  }
  return { type: 'doc', content }
}

function criterion(code: string, n: number, language: Language): ReportCriterion {
  const levels: readonly ReportLevel[] = [4, 3, 3, 2, 4, 3, 1, 4, 0, 3]
  const isOutside = n % 29 === 28
  return {
    code,
    text: topics[n % topics.length] ?? same(code),
    isOwn: false,
    level: isOutside ? 0 : (levels[n % levels.length] ?? 0),
    notApplicable: isOutside ? (sentences[language].items[0] ?? '') : null,
    narrative: narrative(language, n),
    strengths: n % 4 === 1 ? (sentences[language].items[0] ?? '') : '',
    weaknesses: n % 5 === 3 ? (sentences[language].items[1] ?? '') : '',
    recommendations: n % 6 === 3 ? sentences[language].items.join('\n') : '',
    evidenceIds: [evidenceId((n % 40) + 1), evidenceId(((n * 3) % 40) + 1)],
  }
}

function standard(index: number, first: number, language: Language): ReportStandard {
  const { code, criteria, title } = standards[index] ?? { code: '', criteria: 0, title: same('') }
  const own: ReportCriterion = {
    ...criterion(`${code}.u1`, first + criteria, language),
    text: {
      kk: 'Университеттің әріптес ЖОО-мен бірлескен кеңесі жұмыс істейді',
      ru: 'Работает совместный совет с вузом-партнёром',
      en: 'A joint council with the partner university is at work',
    },
    isOwn: true,
    level: 3,
    notApplicable: null,
  }
  const asked = Array.from({ length: criteria }, (_unused, n) =>
    criterion(`${code}.${String.fromCharCode(97 + n)}`, first + n, language),
  )
  return {
    code,
    title,
    statement: topics[(index + 2) % topics.length] ?? title,
    criteria: index === 0 ? [...asked, own] : asked,
    strengths: index % 2 === 0 ? richTextOf(sentences[language].end) : emptyRichText,
    weaknesses: emptyRichText,
    recommendations: index % 3 === 0 ? narrative(language, 3) : emptyRichText,
  }
}

const evidenceNames: LocalizedText = {
  kk: 'Сапа саясаты және оны іске асыру жоспары',
  ru: 'Политика качества и план её реализации',
  en: 'Quality policy and its plan of action',
}

function evidence(n: number): ReportEvidence {
  const isLink = n % 9 === 0
  return {
    id: evidenceId(n),
    names: {
      kk: `${evidenceNames.kk} ${n}`,
      ru: `${evidenceNames.ru} ${n}`,
      en: `${evidenceNames.en} ${n}`,
    },
    kind: isLink ? 'link' : 'file',
    url: isLink ? `https://www.example.edu/quality/${n}` : '',
    checkedOn: isLink ? '2026-09-15' : null,
    confidentiality: n % 10 === 0 ? 'confidential' : 'internal',
    isWithheld: false,
    file: isLink ? null : { name: `scan-${n}.pdf`, sha256: String(n).padStart(64, '0'), size: 1000 + n },
  }
}

/** A scale of four words as agencies have them. */
export const sampleScale: ReportScale = {
  titles: { kk: 'Үлгі агенттік шкаласы', ru: 'Шкала агентства-образца', en: 'Scale of the sample agency' },
  levels: [
    { names: { kk: 'Күшті', ru: 'Сильная', en: 'Strong' }, from: [4] },
    { names: { kk: 'Қанағаттанарлық', ru: 'Удовлетворительная', en: 'Satisfactory' }, from: [3] },
    {
      names: { kk: 'Жақсартуды көздейді', ru: 'Предполагает улучшение', en: 'Suggests improvement' },
      from: [2],
    },
    { names: { kk: 'Қанағаттанарлықсыз', ru: 'Неудовлетворительная', en: 'Unsatisfactory' }, from: [1] },
  ],
}

/**
 * An invented self-evaluation of ten standards with 73 criteria and one of the university's own, 60 pieces of evidence
 * of which 40 are cited, with texts in one language. Sample data: nothing in it is about a real institution.
 */
export function sampleSelfEvaluation(language: Language): SelfEvaluationReport {
  let first = 0
  const built = standards.map(({ criteria }, index) => {
    const made = standard(index, first, language)
    first += criteria
    return made
  })
  return {
    institution: {
      kk: 'Үлгі Еуразия университеті',
      ru: 'Образцовый Евразийский университет',
      en: 'Sample Eurasian University',
    },
    object: {
      kind: 'programme',
      names: {
        kk: '7M06101 Деректер туралы ғылым (қос дипломдық бағдарлама)',
        ru: '7M06101 Наука о данных (двудипломная программа)',
        en: '7M06101 Data science (double-degree programme)',
      },
    },
    cycle: {
      names: {
        kk: '2026/2027 оқу жылындағы аккредиттеу',
        ru: 'Аккредитация 2026/2027 учебного года',
        en: 'Accreditation 2026/2027',
      },
      startsOn: '2026-03-02',
      endsOn: '2026-11-30',
      visitOn: '2027-02-16',
    },
    framework: {
      titles: {
        kk: 'ESG 2015, 1-бөлім',
        ru: 'ESG 2015, часть 1',
        en: 'ESG 2015, part 1',
      },
      publisher: same('ENQA, ESU, EUA, EURASHE'),
      licence: {
        kk: 'Критерийлер мәтіні үлгі ретінде алынған.',
        ru: 'Тексты критериев приведены для образца.',
        en: 'The texts of the criteria are samples.',
      },
    },
    agency: {
      names: {
        kk: 'Үлгі аккредиттеу агенттігі',
        ru: 'Агентство-образец по аккредитации',
        en: 'Sample accreditation agency',
      },
      acronym: 'SAMPLE',
    },
    scale: null,
    team: [
      { name: 'Әсел Қуанышқызы Нұрғалиева', position: 'Сапа бөлімінің басшысы', role: 'manager' },
      { name: 'Ермек Өмірұлы Сәдуақас', position: 'Бағдарлама жетекшісі', role: 'contributor' },
      { name: 'Ирина Викторовна Щеглова', position: 'Факультет деканы', role: 'reviewer' },
    ],
    texts: { introduction: narrative(language, 24) },
    parts: [
      {
        code: '1',
        title: { kk: 'Ішкі сапа', ru: 'Внутреннее качество', en: 'Internal quality' },
        standards: built,
      },
    ],
    actions: [
      {
        title: sentences[language].items[0] ?? '',
        criterion: '1.1.d',
        owner: 'Ермек Өмірұлы Сәдуақас',
        dueOn: '2027-03-01',
        state: 'open',
        result: '',
      },
      {
        title: sentences[language].items[1] ?? '',
        criterion: '1.2.g',
        owner: 'Ирина Викторовна Щеглова',
        dueOn: null,
        state: 'done',
        result: sentences[language].end,
      },
    ],
    evidence: Array.from({ length: 60 }, (_unused, n) => evidence(n + 1)),
    preparedOn: '2026-11-22',
    changedAt: '2026-11-20T09:30:00.000Z',
    isSample: true,
  }
}
