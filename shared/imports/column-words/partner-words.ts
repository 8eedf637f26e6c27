import type { FieldWords } from './field-words.ts'

/** How registers name the columns of partners. */
export const partnerWords = {
  name: {
    kk: 'серіктес, әріптес, серіктес университет, әріптес университет, серіктес атау, әріптес атау, жоо атау, жоо, жжокбұ, жжокбұ атау, университет атау, шетелдік жоо, атау',
    ru: 'вуз, университет, партн, вуз партн, университет партн, наименован вуз, наименован университет, наименован партн, назван вуз, назван университет, назван партн, зарубежн партн, зарубежн вуз, иностранн вуз, наименован организац, наименован, назван',
    en: 'partner, university, partner university, partner institution, institution, name partner, name university, name institution, host university, host institution, name',
  },
  country: { kk: 'ел, елі, елдер, мемлекет', ru: 'стран, государств', en: 'country, countries' },
  city: { kk: 'қала, орналасқан', ru: 'город, местонахожден', en: 'city, town' },
  website: {
    kk: 'ресми сайт',
    ru: 'сайт, веб сайт, официальн сайт, интернет',
    en: 'website, web, web site, url',
  },
  ror: { kk: '', ru: '', en: 'ror, ror id' },
  erasmus: { kk: '', ru: 'эразмус, код эразмус', en: 'erasmus, erasmus код, erasmus code' },
  schac: { kk: '', ru: '', en: 'schac, schac code' },
  pic: { kk: '', ru: '', en: 'pic, pic code, код pic, pic коды' },
  eter: { kk: '', ru: '', en: 'eter, eter id' },
  whed: { kk: '', ru: '', en: 'whed, iau' },
  deqar: { kk: '', ru: '', en: 'deqar, deqar id' },
  kzBin: { kk: 'бсн', ru: 'бин', en: 'bin' },
  epvo: { kk: 'серіктес епво, әріптес епво', ru: 'епво партн, код епво вуз', en: 'epvo partner' },
  creditSystem: { kk: 'кредит жүйе', ru: 'кредитн систем, систем кредит', en: 'credit system' },
  contactName: { kk: 'байланыс, байланыс тұлға', ru: 'контакт, контактн лиц', en: 'contact, contact person' },
  contactPosition: { kk: 'лауазым', ru: 'должност', en: 'position' },
  contactEmail: { kk: 'пошта, электрондық пошта', ru: 'почт, электронн почт', en: 'email, e mail, mail' },
  contactPhone: { kk: '', ru: 'телефон, номер телефон', en: 'phone, telephone' },
  notes: { kk: 'ескерту серіктес', ru: 'примечан партн', en: 'notes partner' },
} as const satisfies Record<string, FieldWords>
