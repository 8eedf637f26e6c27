import { describe, expect, it } from 'vitest'
import {
  readAgreementKind,
  readAward,
  readDelivery,
  readFeatures,
  readLanguages,
  readLevel,
  readRegisterStatus,
  readStage,
  readTrack,
} from './read-words.ts'

describe('words of registers', () => {
  it.each([
    ['бакалавриат', 'bachelor'],
    ['Бакалавр', 'bachelor'],
    ['undergraduate', 'bachelor'],
    ['магистратура', 'master'],
    ['Master', 'master'],
    ['MSc', 'master'],
    ['докторантура PhD', 'doctoral'],
    ['Doctoral', 'doctoral'],
    ['PhD', 'doctoral'],
    ['колледж', null],
  ])('level %j: %s', (text, level) => {
    expect(readLevel(text)).toBe(level)
  })

  it('read the track of a master programme beside its level', () => {
    expect(readTrack('магистратура (профильная)')).toBe('profile')
    expect(readTrack('магистратура (ғылыми-педагогикалық)')).toBe('scientific_pedagogical')
    expect(readTrack('магистратура')).toBeNull()
  })

  it.each([
    ['Меморандум о взаимопонимании', 'memorandum'],
    ['MoU', 'memorandum'],
    ['Келісім', 'agreement'],
    ['соглашение', 'agreement'],
    ['договор', 'contract'],
    ['келісімшарт', 'contract'],
    ['шарт', 'contract'],
    ['дополнительное соглашение', 'annex'],
    ['қосымша', 'annex'],
    ['сетевое соглашение', 'network'],
    ['письмо', null],
  ])('kind of agreement %j: %s', (text, kind) => {
    expect(readAgreementKind(text)).toBe(kind)
  })

  it.each([
    ['проект', 'draft'],
    ['на согласовании', 'negotiation'],
    ['келіссөз жүргізілуде', 'negotiation'],
    ['правовая экспертиза', 'legal_review'],
    ['подписан', 'signed'],
    ['действует', 'signed'],
    ['срок истёк', 'signed'],
    ['қолданыста', 'signed'],
    ['in force', 'signed'],
    ['расторгнут', 'terminated'],
    ['бұзылды', 'terminated'],
    ['как-нибудь', null],
  ])('stage %j: %s', (text, stage) => {
    expect(readStage(text)).toBe(stage)
  })

  it.each([
    ['два равнозначных диплома', 'two_equal'],
    ['екі диплом', 'two_equal'],
    ['double', 'two_equal'],
    ['два диплома: основной и дополнительный', 'main_and_additional'],
    ['негізгі және қосымша', 'main_and_additional'],
    ['один совместный диплом', 'one_joint'],
    ['бірлескен диплом', 'one_joint'],
    ['сертификат', null],
  ])('award %j: %s', (text, award) => {
    expect(readAward(text)).toBe(award)
  })

  it.each([
    ['включена', 'included'],
    ['да', 'included'],
    ['енгізілген', 'included'],
    ['в реестре', 'included'],
    ['не включена', 'not_in_register'],
    ['нет', 'not_in_register'],
    ['енгізілмеген', 'not_in_register'],
    ['тізілімде жоқ', 'not_in_register'],
    ['обновлена', 'updated'],
    ['жаңартылған', 'updated'],
    ['исключена', 'excluded'],
    ['возможно', null],
  ])('status in the register %j: %s', (text, status) => {
    expect(readRegisterStatus(text)).toBe(status)
  })

  it.each([
    ['казахский, русский', ['kk', 'ru']],
    ['қазақ/орыс/ағылшын', ['kk', 'ru', 'en']],
    ['каз., рус. и англ.', ['kk', 'ru', 'en']],
    ['EN', ['en']],
    ['English and German', ['en', 'de']],
    ['клингонский', null],
  ])('languages %j: %j', (text, codes) => {
    expect(readLanguages(text)).toEqual(codes)
  })

  it('read delivery and features', () => {
    expect(['очная', 'дистанционная', 'аралас', 'заочная'].map(readDelivery)).toEqual([
      'on_campus',
      'online',
      'blended',
      null,
    ])
    expect(readFeatures('двудипломная, междисциплинарная')).toEqual(['double', 'interdisciplinary'])
    expect(readFeatures('қос дипломды')).toEqual(['double'])
    expect(readFeatures('обычная')).toEqual([])
  })
})
