import { useMemo } from 'react'
import type { TargetField } from '../../shared/imports/target-fields.ts'
import {
  levelSchema,
  programmeFieldsSchema,
  registerStatusSchema,
  type Programme,
  type ProgrammeFields,
} from '../../shared/programmes/programme.ts'
import { data } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { choiceEdit, nameEdit, textEdit, yearEdit } from '../components/record/field-edit.ts'
import { useCellEditing, type CellEdits, type CellSource } from '../components/record/use-cell-editing.ts'
import { fieldsOfProgramme, programmeFieldTitle } from './programme-fields.ts'

const source: CellSource<Programme, ProgrammeFields> = {
  topic: 'programmes',
  calls: data.programmes,
  schema: programmeFieldsSchema,
  fieldsOf: fieldsOfProgramme,
  titleOf: programmeFieldTitle,
}

/** What is edited in the list of programmes itself; format and credits follow from the plan. */
export function useProgrammeEditing() {
  const t = useText()
  const language = useLanguage()
  const edits = useMemo(
    (): CellEdits<ProgrammeFields> => ({
      name: nameEdit(language),
      code: textEdit('code'),
      level: choiceEdit(
        'level',
        levelSchema.options.map((value) => ({ value, label: t(`programmes:levels.${value}`) })),
      ),
      registerStatus: choiceEdit(
        'registerStatus',
        registerStatusSchema.options.map((value) => ({
          value,
          label: t(`programmes:registerStatuses.${value}`),
        })),
      ),
      firstYear: yearEdit('firstYear', true),
      lastYear: yearEdit('lastYear', false),
    }),
    [t, language],
  )
  return useCellEditing(source, edits)
}

/** What the columns of the list mean when rows without a header are pasted into it. */
export const programmePasteFields: Readonly<Record<string, TargetField>> = {
  name: 'programme.name',
  code: 'programme.code',
  level: 'programme.level',
  format: 'programme.format',
  features: 'programme.feature',
  partnerNames: 'partner.name',
  countryNames: 'partner.country',
  registerStatus: 'programme.registerStatus',
  contingent: 'cohort.contingent',
  firstYear: 'programme.firstYear',
  lastYear: 'programme.lastYear',
}
