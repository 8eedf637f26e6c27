import { type Action, type ActionFields, actionFieldsSchema } from '../../shared/actions/action.ts'
import { withoutMeta } from '../../shared/kernel/record.ts'
import type { Translate } from '../../shared/locales/i18n.ts'
import type { RecordForm } from '../components/record/use-record-form.tsx'

/** The form of an action, as its sections share it. */
export type ActionFormState = RecordForm<Action, ActionFields>

/** The fields of a stored action, as its form edits them. */
export const fieldsOfAction = (action: Action): ActionFields => withoutMeta<ActionFields>(action)

/** What people call a field of an action, by its path. */
export function actionFieldTitle(t: Translate, path: string): string {
  const [name = ''] = path.split('.')
  const field = actionFieldsSchema.keyof().safeParse(name).data
  return field === undefined ? name : t(`actions:field.${field}`)
}
