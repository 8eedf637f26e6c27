import { implement } from '@orpc/server'
import type { Agreement, AgreementFields } from '../../../shared/agreements/agreement.ts'
import { checkAgreement } from '../../../shared/agreements/agreement-rules.ts'
import { agreementsContract } from '../../../shared/agreements/agreements.contract.ts'
import { statusDetails } from '../../../shared/agreements/terms.ts'
import type { Problem } from '../../../shared/kernel/problem.ts'
import type { DataContext } from '../context.ts'
import { createRecordUseCases } from '../record-use-cases.ts'
import type { RecordCache } from '../registers/record-cache.ts'
import { agreementReferences, agreementStore } from './agreement.repository.ts'

/** Refuses a chain of framework agreements or predecessors that comes back to the agreement itself. */
function checkChains(cache: RecordCache, fields: AgreementFields, id: string | null): Problem[] {
  const links = ['parentId', 'predecessorId'] as const
  return links.flatMap((link) => {
    const seen = new Set<string>()
    let next = fields[link]
    while (next !== null && next !== id && !seen.has(next)) {
      seen.add(next)
      next = cache.agreement.get(next)?.[link] ?? null
    }
    const isCircle = next !== null && fields[link] !== id
    return isCircle ? [{ rule: 'agreement-circle', severity: 'error', field: link, params: {} }] : []
  })
}

/** Fields of the agreement that would renew this one: who and what is copied, when and how long is open. */
export function draftRenewal(agreement: Agreement): AgreementFields {
  return {
    kind: agreement.kind,
    number: '',
    title: agreement.title,
    subject: agreement.subject,
    partnerIds: agreement.partnerIds,
    stage: 'draft',
    signedOn: null,
    startsOn: null,
    // Without a date in it the term can be taken over; an end day cannot.
    term: agreement.term?.kind === 'fixed' ? null : agreement.term,
    terminatedOn: null,
    parentId: agreement.parentId,
    predecessorId: agreement.id,
    signatories: [],
    events: [],
    owner: agreement.owner,
    notes: '',
  }
}

export function createAgreementsRouter(context: DataContext) {
  const os = implement(agreementsContract)
  const agreements = createRecordUseCases<AgreementFields>(context, {
    store: agreementStore,
    check: checkAgreement,
    references: agreementReferences,
    checkAgainst: checkChains,
  })
  return os.router({
    list: os.list.handler(async ({ input }) => {
      const registers = context.registers()
      return registers.list(registers.agreements, input)
    }),
    get: os.get.handler(({ input }) => agreements.get(input.id)),
    validate: os.validate.handler(({ input }) => agreements.validate(input.fields, input.id)),
    create: os.create.handler(({ input }) => agreements.create(input.fields)),
    save: os.save.handler(({ input }) => agreements.save(input, input.fields)),
    remove: os.remove.handler(({ input }) => agreements.remove(input.records)),
    restore: os.restore.handler(({ input }) => agreements.restore(input.ids)),
    draftRenewal: os.draftRenewal.handler(async ({ input }) =>
      draftRenewal(await agreementStore.get(context.database().reader, input.id)),
    ),
    statusOf: os.statusOf.handler(({ input }) => {
      const { status, endsOn, noticeBy } = statusDetails(input.fields, input.on)
      return { status, endsOn, noticeBy }
    }),
  })
}
