import { useMemo } from 'react'
import {
  type Action,
  type ActionFields,
  actionFieldsSchema,
  actionPrioritySchema,
} from '../../shared/actions/action.ts'
import { data } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import { choiceEdit, dayEdit, textEdit } from '../components/record/field-edit.ts'
import { type CellEdits, type CellSource, useCellEditing } from '../components/record/use-cell-editing.ts'
import { actionFieldTitle, fieldsOfAction } from './action-fields.ts'

const source: CellSource<Action, ActionFields> = {
  topic: 'actions',
  calls: data.actions,
  schema: actionFieldsSchema,
  fieldsOf: fieldsOfAction,
  titleOf: actionFieldTitle,
}

/** What is edited in the list of actions itself. */
export function useActionEditing() {
  const t = useText()
  const language = useLanguage()
  const today = useToday()
  const edits = useMemo(
    (): CellEdits<ActionFields> => ({
      title: textEdit('title'),
      dueOn: dayEdit('dueOn', { today, language }),
      priority: choiceEdit(
        'priority',
        actionPrioritySchema.options.map((value) => ({ value, label: t(`actions:priority.${value}`) })),
      ),
    }),
    [t, today, language],
  )
  return useCellEditing(source, edits)
}
