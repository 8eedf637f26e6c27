import type { Agreement, AgreementFields } from '../../shared/agreements/agreement.ts'
import type { RecordForm } from '../components/record/use-record-form.tsx'

/** The form of an agreement, as its sections share it. */
export type AgreementFormState = RecordForm<Agreement, AgreementFields>
