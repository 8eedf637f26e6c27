import type { Partner, PartnerFields } from '../../shared/partners/partner.ts'
import type { RecordForm } from '../components/record/use-record-form.tsx'

/** The form of a partner, as its sections share it. */
export type PartnerFormState = RecordForm<Partner, PartnerFields>
