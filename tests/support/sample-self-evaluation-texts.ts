import type { Language, LocalizedText } from '../../shared/kernel/record.ts'

/** The ten standards of ESG 2015, part 1, with the number of their criteria. */
export const standards: readonly { code: string; criteria: number; title: LocalizedText }[] = [
  {
    code: '1.1',
    criteria: 7,
    title: {
      kk: 'Сапаны қамтамасыз ету саясаты',
      ru: 'Политика обеспечения качества',
      en: 'Policy for quality assurance',
    },
  },
  {
    code: '1.2',
    criteria: 8,
    title: {
      kk: 'Бағдарламаларды әзірлеу және бекіту',
      ru: 'Разработка и утверждение программ',
      en: 'Design and approval of programmes',
    },
  },
  {
    code: '1.3',
    criteria: 8,
    title: {
      kk: 'Студентке бағытталған оқыту, оқу және бағалау',
      ru: 'Студентоориентированное обучение, преподавание и оценка',
      en: 'Student-centred learning, teaching and assessment',
    },
  },
  {
    code: '1.4',
    criteria: 8,
    title: {
      kk: 'Студенттерді қабылдау, үлгерімі, тану және аттестаттау',
      ru: 'Приём, успеваемость, признание и сертификация студентов',
      en: 'Student admission, progression, recognition and certification',
    },
  },
  {
    code: '1.5',
    criteria: 6,
    title: { kk: 'Оқытушылар құрамы', ru: 'Преподавательский состав', en: 'Teaching staff' },
  },
  {
    code: '1.6',
    criteria: 6,
    title: {
      kk: 'Оқу ресурстары және студенттерді қолдау',
      ru: 'Учебные ресурсы и поддержка студентов',
      en: 'Learning resources and student support',
    },
  },
  {
    code: '1.7',
    criteria: 7,
    title: { kk: 'Ақпаратты басқару', ru: 'Управление информацией', en: 'Information management' },
  },
  {
    code: '1.8',
    criteria: 8,
    title: {
      kk: 'Жұртшылықты хабардар ету',
      ru: 'Информирование общественности',
      en: 'Public information',
    },
  },
  {
    code: '1.9',
    criteria: 8,
    title: {
      kk: 'Бағдарламаларды тұрақты мониторингілеу және мерзімді бағалау',
      ru: 'Постоянный мониторинг и периодическая оценка программ',
      en: 'On-going monitoring and periodic review of programmes',
    },
  },
  {
    code: '1.10',
    criteria: 7,
    title: {
      kk: 'Сапаны мерзімді сыртқы қамтамасыз ету',
      ru: 'Периодическое внешнее обеспечение качества',
      en: 'Cyclical external quality assurance',
    },
  },
]

/** What an invented criterion asks for; the criteria take turns. */
export const topics: readonly LocalizedText[] = [
  {
    kk: 'Құжат бекітілген, күні мен нөмірі бар, сайтта жарияланған',
    ru: 'Документ утверждён, имеет дату и номер, опубликован на сайте',
    en: 'The document is approved, dated, numbered and published on the website',
  },
  {
    kk: 'Жауапты тұлғалар мен мерзімдер белгіленген',
    ru: 'Определены ответственные лица и сроки',
    en: 'Responsible persons and time limits are named',
  },
  {
    kk: 'Студенттер мен жұмыс берушілер қатысады, ұсыныстары хаттамаға түсіріледі',
    ru: 'Участвуют студенты и работодатели, их предложения вносятся в протокол',
    en: 'Students and employers take part, and what they propose is minuted',
  },
  {
    kk: 'Көрсеткіштер жыл сайын талданады, нәтижелері бойынша шара қолданылады',
    ru: 'Показатели анализируются ежегодно, по результатам принимаются меры',
    en: 'Indicators are analysed every year and acted on',
  },
  {
    kk: 'Қос дипломды бағдарламаның серіктесімен тәртіп келісілген',
    ru: 'С партнёром двудипломной программы согласован порядок',
    en: 'The procedure is agreed with the partner of the double-degree programme',
  },
]

/** What invented authors write, by language. */
export const sentences: Record<
  Language,
  { lead: string; middle: string; end: string; items: string[]; table: string[][] }
> = {
  kk: {
    lead: 'Университетте сапаны ішкі қамтамасыз ету жүйесі жұмыс істейді; ережесін ғылыми кеңес бекіткен',
    middle: 'Қос дипломды бағдарламаларда оқитын білім алушылар саны:',
    end: 'Өңірдегі жұмыс берушілермен жүргізілген сауалнама қорытындысы оқу-әдістемелік кеңесте қаралды. Ә, Ғ, Қ, Ң, Ө, Ұ, Ү, Һ, І әріптері де дұрыс көрінеді.',
    items: ['саясат жыл сайын қайта қаралады', 'әр факультетте жауапты үйлестіруші бар'],
    table: [
      ['Көрсеткіш', '2024/2025', '2025/2026'],
      ['Сауалнамаға қатысқандар', '412', '538'],
      ['Қанағаттану деңгейі', '4,1', '4,3'],
    ],
  },
  ru: {
    lead: 'В университете действует система внутреннего обеспечения качества; положение утверждено учёным советом',
    middle: 'Численность обучающихся по двудипломным программам:',
    end: 'Результаты опроса работодателей региона рассмотрены на учебно-методическом совете, по ним приняты решения.',
    items: ['политика пересматривается ежегодно', 'на каждом факультете есть ответственный координатор'],
    table: [
      ['Показатель', '2024/2025', '2025/2026'],
      ['Участвовало в опросе', '412', '538'],
      ['Уровень удовлетворённости', '4,1', '4,3'],
    ],
  },
  en: {
    lead: 'The university runs an internal quality assurance system; its rules were approved by the academic council',
    middle: 'Learners of the double-degree programmes:',
    end: 'The results of the survey of employers in the region were discussed by the teaching and learning council and acted on.',
    items: ['the policy is reviewed every year', 'every faculty has a coordinator in charge'],
    table: [
      ['Indicator', '2024/2025', '2025/2026'],
      ['Took part in the survey', '412', '538'],
      ['Satisfaction', '4.1', '4.3'],
    ],
  },
}
