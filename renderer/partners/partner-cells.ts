import { useMemo } from 'react'
import type { TargetField } from '../../shared/imports/target-fields.ts'
import { partnerFieldsSchema, type Partner, type PartnerFields } from '../../shared/partners/partner.ts'
import { data } from '../app/client.ts'
import { useLanguage } from '../app/preferences.tsx'
import { countryOptions } from '../components/CountrySelect.tsx'
import { choiceEdit, nameEdit, textEdit } from '../components/record/field-edit.ts'
import { useCellEditing, type CellEdits, type CellSource } from '../components/record/use-cell-editing.ts'
import { fieldsOfPartner, partnerFieldTitle } from './partner-fields.ts'

const source: CellSource<Partner, PartnerFields> = {
  topic: 'partners',
  calls: data.partners,
  schema: partnerFieldsSchema,
  fieldsOf: fieldsOfPartner,
  titleOf: partnerFieldTitle,
}

/** What is edited in the list of partners itself. */
export function usePartnerEditing() {
  const language = useLanguage()
  const edits = useMemo(
    (): CellEdits<PartnerFields> => ({
      name: nameEdit(language),
      country: choiceEdit('country', [{ value: '', label: '—' }, ...countryOptions(language)]),
      city: textEdit('city'),
      website: textEdit('website'),
    }),
    [language],
  )
  return useCellEditing(source, edits)
}

/** What the columns of the list mean when rows without a header are pasted into it. */
export const partnerPasteFields: Readonly<Record<string, TargetField>> = {
  name: 'partner.name',
  country: 'partner.country',
  city: 'partner.city',
  website: 'partner.website',
}
