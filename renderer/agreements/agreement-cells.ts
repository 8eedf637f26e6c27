import { useMemo } from 'react'
import {
  agreementFieldsSchema,
  agreementKindSchema,
  agreementStageSchema,
  type Agreement,
  type AgreementFields,
} from '../../shared/agreements/agreement.ts'
import type { TargetField } from '../../shared/imports/target-fields.ts'
import { data } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import { choiceEdit, dayEdit, textEdit } from '../components/record/field-edit.ts'
import { useCellEditing, type CellEdits, type CellSource } from '../components/record/use-cell-editing.ts'
import { agreementFieldTitle, fieldsOfAgreement } from './agreement-fields.ts'

const source: CellSource<Agreement, AgreementFields> = {
  topic: 'agreements',
  calls: data.agreements,
  schema: agreementFieldsSchema,
  fieldsOf: fieldsOfAgreement,
  titleOf: agreementFieldTitle,
}

/** What is edited in the list of agreements itself; status and end of term are computed. */
export function useAgreementEditing() {
  const t = useText()
  const language = useLanguage()
  const today = useToday()
  const edits = useMemo((): CellEdits<AgreementFields> => {
    const days = { today, language }
    return {
      number: textEdit('number'),
      title: textEdit('title'),
      subject: textEdit('subject'),
      owner: textEdit('owner'),
      kind: choiceEdit(
        'kind',
        agreementKindSchema.options.map((value) => ({ value, label: t(`agreements:kind.${value}`) })),
      ),
      stage: choiceEdit(
        'stage',
        agreementStageSchema.options.map((value) => ({ value, label: t(`agreements:stage.${value}`) })),
      ),
      signed: dayEdit('signedOn', days),
      starts: dayEdit('startsOn', days),
    }
  }, [t, language, today])
  return useCellEditing(source, edits)
}

/** What the columns of the list mean when rows without a header are pasted into it. */
export const agreementPasteFields: Readonly<Record<string, TargetField>> = {
  number: 'agreement.number',
  partners: 'partner.name',
  ends: 'agreement.endsOn',
  title: 'agreement.title',
  kind: 'agreement.kind',
  countries: 'partner.country',
  term: 'agreement.term',
  signed: 'agreement.signedOn',
  starts: 'agreement.startsOn',
  stage: 'agreement.stage',
  subject: 'agreement.subject',
  owner: 'agreement.owner',
}
