import type { FieldWords } from './field-words.ts'

/** How registers name the columns of cohorts. */
export const cohortWords = {
  academicYear: { kk: 'оқу жыл', ru: 'учебн год, уч год, академическ год', en: 'academic year, study year' },
  contingent: {
    kk: 'білім алушы, білім алушы саны, студенттер саны, студенттер',
    ru: 'контингент, обучающ, количеств обучающ, численност, количеств студент, числ студент, студент',
    en: 'contingent, students, learners, enrolled, enrolment, number students, headcount',
  },
  applied: { kk: 'өтініш', ru: 'подал, заявк, заявлен', en: 'applied, applicants, applications' },
  outgoing: {
    kk: 'жіберілген, кеткен, шығыс',
    ru: 'выех, выезд, отправл, направл, исходящ',
    en: 'outgoing, sent',
  },
  incoming: {
    kk: 'кіріс, қабылданған, келген',
    ru: 'прибы, приех, входящ, принят',
    en: 'incoming, received',
  },
  atPartner: {
    kk: 'серіктесте, әріптесте, серіктес жоода',
    ru: 'у партн, в вуз партн, обуча партн, находят партн',
    en: 'at partner, abroad',
  },
  returned: { kk: 'оралған, қайтқан, қайтып келген', ru: 'вернул, возврат, возвратил', en: 'returned' },
  graduated: {
    kk: 'бітірген, түлек, түлег, бітіруші',
    ru: 'выпуск, выпускник, окончил',
    en: 'graduated, graduates, alumni',
  },
  foreignCitizens: {
    kk: 'шетел азамат, шетелдік студент, шетелдік білім алушы',
    ru: 'иностранн граждан, иностранн студент, иностранн обучающ',
    en: 'foreign students, foreign citizens, international students',
  },
  source: { kk: 'дереккөз, дерек көз', ru: 'источник', en: 'source' },
} as const satisfies Record<string, FieldWords>
