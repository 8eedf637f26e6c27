import type { FieldWords } from './field-words.ts'

/** How registers name the columns of programmes. */
export const programmeWords = {
  name: {
    kk: 'бағдарлама, бағдарлама атау, білім беру бағдарлама, ббб, бб, мамандық, қдб, қдб атау, коды мен атау, атау',
    ru: 'программ, образовательн программ, наименован программ, наименован оп, назван программ, назван оп, оп, специальност, ддп, наименован ддп, код и наименован, код наименован, наименован, назван',
    en: 'programme, program, programme name, program name, programme title, study programme, degree programme, major, code and name, name, title',
  },
  code: {
    kk: 'бағдарлама код, мамандық код',
    ru: 'код, шифр, код программ, код оп, шифр оп, код гоп',
    en: 'code, programme code, program code',
  },
  level: {
    kk: 'деңгей, оқу деңгей, саты, дәреже',
    ru: 'уровен, ступен, уровень обучен, уровень образован, степен',
    en: 'level, study level, cycle, degree level',
  },
  format: {
    kk: 'оқыту формат, оқу формат',
    ru: 'формат, формат обучен, схем, модел, схем обучен, модель обучен',
    en: 'format, study format, model, scheme, split',
  },
  homeSemesters: {
    kk: 'өз семестр, отандық семестр, семестр қазақстан',
    ru: 'семестр свой, семестр свое, семестр казахстан, период свое, период казахстан, семестр базов',
    en: 'home semester, semester home, home terms',
  },
  partnerSemesters: {
    kk: 'серіктес семестр, әріптес семестр, шетел семестр',
    ru: 'семестр партн, период партн, семестр рубеж',
    en: 'partner semester, semester partner, semester abroad, partner terms',
  },
  languages: {
    kk: 'тіл, тілі, оқыту тіл, оқу тіл',
    ru: 'язык, язык обучен',
    en: 'language, language instruction, teaching language',
  },
  delivery: {
    kk: 'оқу нысан, оқыту нысан, нысан',
    ru: 'форма$ обучен, форма$ реализац, формы$ обучен',
    en: 'delivery, mode, mode study, mode delivery',
  },
  feature: {
    kk: 'бағдарлама түр, бб түр, ерекшелі',
    ru: 'вид программ, тип программ, вид оп, тип оп, признак',
    en: 'programme type, type programme, kind programme, program type, feature',
  },
  award: {
    kk: 'диплом түр, берілетін диплом',
    ru: 'диплом, вид диплом, тип диплом, выдава диплом, присужда диплом',
    en: 'award, diploma, type diploma, diplomas',
  },
  degree: {
    kk: 'академиялық дәреже, серіктес дәреже, берілетін дәреже, біліктілік',
    ru: 'степен партн, присужда степен, присваива степен, квалификац, академическ степен',
    en: 'degree, partner degree, degree awarded, qualification',
  },
  registerStatus: {
    kk: 'тізілім, тізілімдегі мәртебе, тізілім мәртебе',
    ru: 'реестр, статус реестр, включен реестр',
    en: 'register, registry, register status, in register',
  },
  epvoId: {
    kk: 'епво нөмір',
    ru: 'епво, код епво, номер епво',
    en: 'id епво, епво id, epvo, epvo id, epvo number',
  },
  iscedF: { kk: 'сбжк, бхсж', ru: 'мско', en: 'isced, isced f' },
  homeTeachers: {
    kk: 'поқ, өз поқ, отандық поқ, отандық оқытушы, өз оқытушы, оқытушы',
    ru: 'ппс, ппс свои, ппс наш, ппс вуз, ппс казахстан, преподавател, отечествен преподавател, отечествен ппс, собствен преподавател',
    en: 'home teachers, own teachers, own staff, home staff, teachers, teaching staff',
  },
  partnerTeachers: {
    kk: 'серіктес поқ, әріптес поқ, шетелдік поқ, серіктес оқытушы, шетелдік оқытушы, әріптес оқытушы',
    ru: 'ппс партн, ппс зарубежн, преподавател партн, зарубежн преподавател, иностранн преподавател',
    en: 'partner teachers, partner staff, foreign teachers, foreign staff, teachers partner',
  },
  firstYear: {
    kk: 'ашылған жыл, ашылу жыл, басталған жыл, іске қосылған жыл',
    ru: 'год открыт, год начал, год запуск, открыт, реализуется с',
    en: 'first year, year opened, opened, start year, since, launched, launch year, year launch',
  },
  lastYear: {
    kk: 'жабылған жыл, соңғы жыл',
    ru: 'год закрыт, последн год',
    en: 'last year, closed, year closed',
  },
  notes: { kk: 'ескерту бағдарлама', ru: 'примечан программ', en: 'notes programme' },
} as const satisfies Record<string, FieldWords>
