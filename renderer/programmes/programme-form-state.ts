import type { Programme, ProgrammeFields } from '../../shared/programmes/programme.ts'
import type { RecordForm } from '../components/record/use-record-form.tsx'

/** The form of a programme, as its sections share it. */
export type ProgrammeFormState = RecordForm<Programme, ProgrammeFields>
