import { implement } from '@orpc/server'
import { foldText } from '../../../shared/kernel/fold.ts'
import { nameIn } from '../../../shared/kernel/localized.ts'
import type { Problem } from '../../../shared/kernel/problem.ts'
import { normaliseIdentifier } from '../../../shared/partners/identifiers.ts'
import type { Identifier, Partner, PartnerFields } from '../../../shared/partners/partner.ts'
import { checkPartner } from '../../../shared/partners/partner-rules.ts'
import { partnersContract } from '../../../shared/partners/partners.contract.ts'
import type { DataContext } from '../context.ts'
import { createRecordUseCases } from '../record-use-cases.ts'
import { inAllLanguages } from '../registers/record-texts.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import { partnerStore } from './partner.repository.ts'

const foldedNames = ({ names }: Pick<PartnerFields, 'names'>): string[] =>
  inAllLanguages(names)
    .map(foldText)
    .filter((name) => name !== '')

function keyOf(identifier: Identifier): string {
  const { scheme, value } = normaliseIdentifier(identifier)
  return `${scheme} ${value}`
}

/** Tells whether two partners are likely the same: one identifier, or one folded name in one country. */
function isSamePartner(a: PartnerFields, b: PartnerFields): boolean {
  const keys = new Set(a.identifiers.map(keyOf))
  if (b.identifiers.some((identifier) => keys.has(keyOf(identifier)))) return true
  const names = new Set(foldedNames(a))
  return a.country === b.country && foldedNames(b).some((name) => names.has(name))
}

/** Warns of a second record for one partner. */
export function findSamePartner(
  cache: RecordCache,
  fields: PartnerFields,
  id: string | null,
): Partner | undefined {
  return [...cache.partner.values()].find((partner) => partner.id !== id && isSamePartner(fields, partner))
}

function checkDuplicate(cache: RecordCache, fields: PartnerFields, id: string | null): Problem[] {
  const same = findSamePartner(cache, fields, id)
  if (same === undefined) return []
  return [
    {
      rule: 'partner-twice',
      severity: 'warning',
      field: 'names',
      params: { name: nameIn(same.names, 'kk') },
    },
  ]
}

export function createPartnersRouter(context: DataContext) {
  const os = implement(partnersContract)
  const partners = createRecordUseCases<PartnerFields>(context, {
    store: partnerStore,
    check: checkPartner,
    references: () => [],
    checkAgainst: checkDuplicate,
  })
  return os.router({
    list: os.list.handler(async ({ input }) => {
      const registers = context.registers()
      return registers.list(registers.partners, input)
    }),
    get: os.get.handler(({ input }) => partners.get(input.id)),
    validate: os.validate.handler(({ input }) => partners.validate(input.fields, input.id)),
    create: os.create.handler(({ input }) => partners.create(input.fields)),
    save: os.save.handler(({ input }) => partners.save(input, input.fields)),
    remove: os.remove.handler(({ input }) => partners.remove(input.records)),
    restore: os.restore.handler(({ input }) => partners.restore(input.ids)),
  })
}
