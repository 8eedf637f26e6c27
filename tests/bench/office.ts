import type { AgreementFields } from '../../shared/agreements/agreement.ts'
import { addDays, addYears } from '../../shared/kernel/calendar.ts'
import type { Level } from '../../shared/programmes/programme.ts'
import { planFromFormat } from '../../shared/programmes/format.ts'
import { agreementStore } from '../../electron/data/agreements/agreement.repository.ts'
import { cohortStore } from '../../electron/data/mobility/cohort.repository.ts'
import { partnerStore } from '../../electron/data/partners/partner.repository.ts'
import { programmeStore } from '../../electron/data/programmes/programme.repository.ts'
import type { Database, Writer } from '../../electron/data/workspace/database.ts'
import { aCohort, anAgreement, aPartner, aProgramme } from '../support/builders.ts'
import type { Random } from '../support/random.ts'

/** How large an office is made. */
export type OfficeSize = { partners: number; agreements: number; programmes: number; yearsOfCohorts: number }

const places = [
  'Берлин',
  'Анкара',
  'Лион',
  'Варшава',
  'Сеул',
  'Болонья',
  'Ташкент',
  'Бішкек',
  'Прага',
  'Ригa',
] as const
const countries = ['DE', 'TR', 'FR', 'PL', 'KR', 'IT', 'UZ', 'KG', 'CZ', 'LV', 'GB', 'CN'] as const
const kinds = ['техникалық', 'мемлекеттік', 'педагогикалық', 'аграрлық', 'медицина', 'экономика'] as const
const subjects = [
  'Қос дипломды білім беру',
  'Академиялық ұтқырлық',
  'Ғылыми ынтымақтастық',
  'Бірлескен білім беру бағдарламасы',
  'Өзара түсіністік туралы меморандум',
] as const
const fields = [
  'Ақпараттық жүйелер',
  'Құрылыс',
  'Экономика',
  'Ұшақ жасау',
  'Химия',
  'Іскерлік әкімшілендіру',
] as const
const owners = ['Айгүл Серікқызы', 'Ерлан Ғабитұлы', 'Өркен Әлімова', 'Ирина Петрова'] as const

function termOf(random: Random, startsOn: string): AgreementFields['term'] {
  const kind = random.below(10)
  if (kind < 6) return { kind: 'fixed', endsOn: addDays(addYears(startsOn, 1 + random.below(10)), -1) }
  if (kind < 8)
    return { kind: 'auto_renewed', everyYears: 1 + random.below(5), noticeMonths: random.below(7) }
  return kind < 9 ? { kind: 'perpetual' } : null
}

async function addPartners(tx: Writer, random: Random, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let number = 0; number < count; number += 1) {
    const [city, kind] = [random.oneOf(places), random.oneOf(kinds)]
    const names = {
      kk: `${city} ${kind} университеті №${number}`,
      ru: `${city}, университет ${number}`,
      en: `University ${number} of ${city}`,
    }
    const identifiers = [{ scheme: 'pic' as const, value: String(900_000_000 + number) }]
    ids.push(
      (
        await partnerStore.insert(
          tx,
          aPartner({ names, city, country: random.oneOf(countries), identifiers }),
        )
      ).id,
    )
  }
  return ids
}

async function addAgreements(
  tx: Writer,
  random: Random,
  partners: string[],
  count: number,
): Promise<string[]> {
  const ids: string[] = []
  for (let number = 0; number < count; number += 1) {
    const startsOn = addDays('2012-01-01', random.below(5400))
    const parties = Array.from(
      { length: random.chance(0.1) ? 3 : 1 },
      () => partners[random.below(partners.length)] ?? '',
    )
    const stage = random.chance(0.9) ? 'signed' : 'draft'
    const agreement = await agreementStore.insert(
      tx,
      anAgreement([...new Set(parties)], {
        number: `${number + 1}-${startsOn.slice(0, 4)}`,
        title: `${random.oneOf(subjects)} туралы келісім №${number + 1}`,
        stage,
        signedOn: stage === 'signed' ? startsOn : null,
        startsOn,
        term: termOf(random, startsOn),
        owner: random.oneOf(owners),
        events: random.chance(0.4)
          ? [{ on: addDays(startsOn, random.below(900)), kind: 'visit', note: '' }]
          : [],
      }),
    )
    ids.push(agreement.id)
  }
  return ids
}

async function addProgrammes(
  tx: Writer,
  random: Random,
  partners: string[],
  agreements: string[],
  size: OfficeSize,
) {
  for (let number = 0; number < size.programmes; number += 1) {
    const partner = partners[random.below(partners.length)] ?? ''
    const agreement = agreements[random.below(agreements.length)] ?? ''
    const level = random.oneOf<Level>(['bachelor', 'bachelor', 'master', 'master', 'doctoral'])
    const name = `${random.oneOf(fields)} ${number + 1}`
    const format = { unit: 'year' as const, partners: [2], home: 2 }
    const programme = await programmeStore.insert(
      tx,
      aProgramme(partner, agreement, {
        names: { kk: name, ru: name, en: name },
        level,
        code: '',
        plan: planFromFormat(format, level, [partner]),
        firstYear: 2012 + random.below(12),
      }),
    )
    for (let year = 0; year < size.yearsOfCohorts; year += 1) {
      await cohortStore.insert(
        tx,
        aCohort(programme.id, { academicYear: 2026 - year, contingent: random.below(60) }),
      )
    }
  }
}

/** Fills a workspace with an office of that size; the same seed makes the same records. */
export async function fillOffice(database: Database, random: Random, size: OfficeSize): Promise<void> {
  await database.write(async (tx) => {
    const partners = await addPartners(tx, random, size.partners)
    const agreements = await addAgreements(tx, random, partners, size.agreements)
    await addProgrammes(tx, random, partners, agreements, size)
  })
}
