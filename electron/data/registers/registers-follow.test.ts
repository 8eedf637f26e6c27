import { describe, expect, it } from 'vitest'
import { aCohort, anAgreement, aPartner, aProgramme } from '../../../tests/support/builders.ts'
import { createRandom, type Random } from '../../../tests/support/random.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { allAgreements } from '../../../shared/agreements/agreement.ts'
import { allCohorts } from '../../../shared/mobility/cohort.ts'
import { allPartners } from '../../../shared/partners/partner.ts'
import { allProgrammes } from '../../../shared/programmes/programme.ts'
import { agreementStore } from '../agreements/agreement.repository.ts'
import { cohortStore } from '../mobility/cohort.repository.ts'
import { partnerStore } from '../partners/partner.repository.ts'
import { programmeStore } from '../programmes/programme.repository.ts'
import { openTestService } from '../testing.ts'
import type { Writer } from '../workspace/database.ts'
import { Registers } from './registers.ts'

const page = { text: '', offset: 0, limit: 1000, on: '2026-11-22', language: 'kk' } as const

/** Every row of every register, in an order that depends on other records. */
async function everything(registers: Registers) {
  return {
    partners: await registers.list(registers.partners, {
      ...page,
      sort: [{ column: 'lastActivityOn', descending: false }],
      filter: allPartners,
    }),
    agreements: await registers.list(registers.agreements, {
      ...page,
      sort: [{ column: 'partnerNames', descending: true }],
      filter: allAgreements,
    }),
    programmes: await registers.list(registers.programmes, {
      ...page,
      sort: [{ column: 'contingent', descending: false }],
      filter: allProgrammes,
    }),
    cohorts: await registers.list(registers.cohorts, {
      ...page,
      text: 'университет',
      sort: [{ column: 'programmeName', descending: false }],
      filter: allCohorts,
    }),
  }
}

/** Adds, changes and removes records at random, among those it made before. */
class RandomOffice {
  readonly #random: Random
  readonly #made = { partner: [''], agreement: [''], programme: [''], cohort: [''] }

  constructor(random: Random) {
    this.#random = random
  }

  async act(tx: Writer): Promise<void> {
    const kinds = ['partner', 'partner', 'agreement', 'programme', 'programme', 'cohort', 'cohort'] as const
    await this[this.#random.oneOf(kinds)](tx)
  }

  async partner(tx: Writer): Promise<void> {
    const fields = aPartner({ names: this.#names(), country: this.#random.oneOf(['DE', 'TR', 'FR']) })
    if (this.#random.chance(0.6)) this.#made.partner.push((await partnerStore.insert(tx, fields)).id)
    else {
      const partner = await partnerStore.get(tx.trx, this.#some('partner'))
      await (this.#random.chance(0.7)
        ? partnerStore.update(tx, partner, fields)
        : partnerStore.remove(tx, partner))
    }
  }

  async agreement(tx: Writer): Promise<void> {
    const events = this.#random.chance(0.5) ? [{ on: '2026-05-01', kind: 'visit' as const, note: '' }] : []
    const fields = anAgreement([this.#some('partner')], { events })
    if (this.#random.chance(0.6)) this.#made.agreement.push((await agreementStore.insert(tx, fields)).id)
    else {
      const agreement = await agreementStore.get(tx.trx, this.#some('agreement'))
      await (this.#random.chance(0.7)
        ? agreementStore.update(tx, agreement, fields)
        : agreementStore.remove(tx, agreement))
    }
  }

  async programme(tx: Writer): Promise<void> {
    const fields = aProgramme(this.#some('partner'), this.#some('agreement'), { names: this.#names() })
    if (this.#random.chance(0.6)) this.#made.programme.push((await programmeStore.insert(tx, fields)).id)
    else {
      const programme = await programmeStore.get(tx.trx, this.#some('programme'))
      await (this.#random.chance(0.7)
        ? programmeStore.update(tx, programme, fields)
        : programmeStore.remove(tx, programme))
    }
  }

  async cohort(tx: Writer): Promise<void> {
    const year = { academicYear: 2020 + this.#random.below(8), contingent: this.#random.below(50) + 5 }
    const fields = aCohort(this.#some('programme'), { ...year, foreignCitizens: 0, funding: {} })
    if (this.#random.chance(0.6)) this.#made.cohort.push((await cohortStore.insert(tx, fields)).id)
    else if (this.#random.chance(0.5)) await cohortStore.restore(tx, this.#some('cohort'))
    else await cohortStore.remove(tx, await cohortStore.get(tx.trx, this.#some('cohort')))
  }

  #some(kind: 'partner' | 'agreement' | 'programme' | 'cohort'): string {
    const made = this.#made[kind]
    return made[this.#random.below(made.length)] ?? ''
  }

  #names() {
    return { kk: `Университет ${this.#random.below(1000)}`, ru: '', en: '' }
  }
}

describe('registers that follow changes', () => {
  it.each([1, 2, 3])('are the same as registers read anew, after the changes of seed %d', async (seed) => {
    const test = await openTestService()
    const database = test.service.context.database()
    const office = new RandomOffice(createRandom(seed))
    let refused = 0
    for (let step = 0; step < 160; step += 1) {
      await database
        .write((tx) => office.act(tx))
        .catch((error: unknown) => {
          // Chance also asks for what the rules of the register forbid.
          if (!(error instanceof AppError)) throw error
          refused += 1
        })
      if (step % 5 === 0) await everything(test.service.context.registers())
    }
    const followed = await everything(test.service.context.registers())
    expect(followed).toEqual(await everything(new Registers(database, () => undefined)))
    expect(refused).toBeLessThan(110)
    expect(followed.cohorts.total).toBeGreaterThan(0)
    await test.close()
  })
})
