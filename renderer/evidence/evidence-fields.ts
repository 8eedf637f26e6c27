import { type Evidence, type EvidenceFields, evidenceFieldsSchema } from '../../shared/evidence/evidence.ts'
import type { Translate } from '../../shared/locales/i18n.ts'
import type { RecordForm } from '../components/record/use-record-form.tsx'

/** The form of a piece of evidence, as its sections share it. */
export type EvidenceFormState = RecordForm<Evidence, EvidenceFields>

/** The fields of a stored piece, as its form edits them. */
export function fieldsOfEvidence(evidence: Evidence): EvidenceFields {
  const {
    id: _id,
    createdAt: _created,
    updatedAt: _updated,
    revision: _revision,
    isSample: _sample,
    ...fields
  } = evidence
  return fields
}

const titled = evidenceFieldsSchema.keyof().options

/** What people call a field of a piece, by its path. */
export function evidenceFieldTitle(t: Translate, path: string): string {
  const [name = ''] = path.split('.')
  const field = titled.find((candidate) => candidate === name)
  return field === undefined ? name : t(`evidence:field.${field}`)
}
