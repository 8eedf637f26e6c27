import type { Agreement, AgreementFields } from '../../agreements/agreement.ts'
import { foldText } from '../../kernel/fold.ts'
import { withoutMeta } from '../../kernel/record.ts'
import type { Cohort, CohortFields } from '../../mobility/cohort.ts'
import { normaliseIdentifier } from '../../partners/identifiers.ts'
import type { Identifier, Partner, PartnerFields } from '../../partners/partner.ts'
import type { Programme, ProgrammeFields } from '../../programmes/programme.ts'
import { foldedNames } from '../read-partner-cells.ts'
import { createDraftSet, type Draft, type DraftSet } from './drafts.ts'

/** The live records that an import is compared with. */
export type ImportRegister = {
  partners: readonly Partner[]
  agreements: readonly Agreement[]
  programmes: readonly Programme[]
  cohorts: readonly Cohort[]
}

/** Stored and planned records with the keys by which rows find them. */
export type PlanState = {
  partner: DraftSet<PartnerFields>
  agreement: DraftSet<AgreementFields>
  programme: DraftSet<ProgrammeFields>
  cohort: DraftSet<CohortFields>
  partnersByName: Lookup
  partnersByIdentifier: Lookup
  agreementsByNumber: Lookup
  agreementsByPartner: Lookup
  programmesByCode: Lookup
  programmesByName: Lookup
  cohortsByYear: Lookup
}

/** Ids by key, in the order in which they were added. */
export type Lookup = { find(key: string): string[]; add(key: string, id: string): void }

function createLookup(): Lookup {
  const ids = new Map<string, Set<string>>()
  return {
    find: (key) => [...(ids.get(key) ?? [])],
    add(key, id) {
      if (key === '') return
      const found = ids.get(key)
      if (found === undefined) ids.set(key, new Set([id]))
      else found.add(id)
    },
  }
}

export function identifierKey(identifier: Identifier): string {
  const { scheme, value } = normaliseIdentifier(identifier)
  return `${scheme} ${value}`
}

/** A number as it is compared: folded, without spaces and the number sign. */
export const numberKey = (number: string): string => foldText(number).replaceAll(' ', '')
export const codeKey = (code: string): string => foldText(code).replaceAll(' ', '')
export const cohortKey = (programmeId: string, academicYear: number): string =>
  `${programmeId} ${academicYear}`

/** Prepares the stored records for planning. */
export function createPlanState(register: ImportRegister): PlanState {
  const partnersByName = createLookup()
  const partnersByIdentifier = createLookup()
  const agreementsByNumber = createLookup()
  const agreementsByPartner = createLookup()
  const programmesByCode = createLookup()
  const programmesByName = createLookup()
  const cohortsByYear = createLookup()
  const onPartner = ({ id, fields }: Draft<PartnerFields>): void => {
    for (const name of foldedNames(fields.names)) partnersByName.add(name, id)
    for (const identifier of fields.identifiers) partnersByIdentifier.add(identifierKey(identifier), id)
  }
  const onAgreement = ({ id, fields }: Draft<AgreementFields>): void => {
    agreementsByNumber.add(numberKey(fields.number), id)
    for (const partnerId of fields.partnerIds) agreementsByPartner.add(partnerId, id)
  }
  const onProgramme = ({ id, fields }: Draft<ProgrammeFields>): void => {
    programmesByCode.add(codeKey(fields.code), id)
    for (const name of foldedNames(fields.names)) programmesByName.add(name, id)
  }
  const onCohort = ({ id, fields }: Draft<CohortFields>): void =>
    cohortsByYear.add(cohortKey(fields.programmeId, fields.academicYear), id)
  return {
    partner: createDraftSet<PartnerFields>(register.partners, withoutMeta, onPartner),
    agreement: createDraftSet<AgreementFields>(register.agreements, withoutMeta, onAgreement),
    programme: createDraftSet<ProgrammeFields>(register.programmes, withoutMeta, onProgramme),
    cohort: createDraftSet<CohortFields>(register.cohorts, withoutMeta, onCohort),
    partnersByName,
    partnersByIdentifier,
    agreementsByNumber,
    agreementsByPartner,
    programmesByCode,
    programmesByName,
    cohortsByYear,
  }
}

/** Whether a name is stored as that of a partner. */
export const isKnownPartner =
  ({ partnersByName }: PlanState) =>
  (folded: string): boolean =>
    partnersByName.find(folded).length > 0
