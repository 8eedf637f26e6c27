import type { FieldWords } from './field-words.ts'

/** How registers name the columns of agreements. */
export const agreementWords = {
  number: {
    kk: 'нөмір, тіркеу нөмір, шарт нөмір, нөмір күн, нөмірі мен күні, деректеме',
    ru: 'номер, рег номер, регистрационн номер, номер договор, номер соглашен, реквизит, номер дат, номер и дат',
    en: 'number, no, reg no, registration number, agreement no, agreement number, number date, number and date',
  },
  kind: {
    kk: 'шарт түр, келісім түр, құжат түр, түрі',
    ru: 'вид договор, вид соглашен, вид документ, тип договор, тип соглашен, тип документ, вид, тип',
    en: 'kind, type, agreement type, kind agreement, document type',
  },
  title: {
    kk: 'шарт атау, келісім атау, құжат атау, шарт, келісім',
    ru: 'наименован договор, наименован соглашен, наименован документ, назван договор, назван соглашен, назван документ, договор, соглашен',
    en: 'agreement title, title agreement, agreement name, document title, agreement',
  },
  subject: {
    kk: 'мәні, шарт мәні, мазмұн, ынтымақтастық бағыт',
    ru: 'предмет, предмет договор, содержан, направлен сотрудничеств',
    en: 'subject, scope',
  },
  signedOn: {
    kk: 'қол қойылған күн, қол қою күн, қол қойыл, қол қою, жасалған күн, күні',
    ru: 'дат, дат подписан, подписан, дат заключен, заключен, дат договор',
    en: 'signed, date sign, signing date, sign date, date, concluded',
  },
  startsOn: {
    kk: 'бастал, басталу күн, мерзімі бастал, күшіне ену, бастап',
    ru: 'начал, дат начал, начал действ, начал срок, вступлен сил, вступа сил, срок с, действ с, период с',
    en: 'start, starts, start date, from, valid from, entry into force, effective, effective date',
  },
  endsOn: {
    kk: 'аяқтал, аяқталу күн, мерзімі аяқтал, дейін',
    ru: 'окончан, дат окончан, окончан действ, окончан срок, истечен, истека, действ до, действительн до, срок по, срок до, действ по, период по, завершен',
    en: 'end, ends, end date, expiry, expiry date, expires, expiration, valid until, valid to, until, to',
  },
  term: {
    kk: 'мерзім, қолданыл мерзім, жарамдылық мерзім, шарт мерзім',
    ru: 'срок действ, срок, срок договор, период действ',
    en: 'term, validity, term validity, period validity, duration, valid',
  },
  noticeMonths: {
    kk: 'хабарлама, ескерту мерзім, хабарлау мерзім',
    ru: 'уведомлен, срок уведомлен',
    en: 'notice, notice period, notice months',
  },
  stage: {
    kk: 'мәртебе, жағдай, кезең, күйі, күй',
    ru: 'статус, стад, состоян, статус договор',
    en: 'status, stage, state',
  },
  terminatedOn: {
    kk: 'бұзыл, бұзылған күн',
    ru: 'расторг, дат расторжен, расторжен',
    en: 'terminated, termination, termination date',
  },
  owner: {
    kk: 'жауапты, үйлестіруш',
    ru: 'ответствен, куратор, исполнител, координатор',
    en: 'responsible, coordinator, owner',
  },
  notes: { kk: 'ескерт, түсінік', ru: 'примечан, комментар', en: 'notes, note, remark, comment' },
} as const satisfies Record<string, FieldWords>
