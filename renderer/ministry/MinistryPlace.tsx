import { useParams } from '@tanstack/react-router'
import { formIdSchema } from '../../shared/ministry/ministry.ts'
import { FormPage } from './FormPage.tsx'
import { FormsPage } from './FormsPage.tsx'
import { PackagePage } from './PackagePage.tsx'
import { ReceiversPage } from './ReceiversPage.tsx'

/**
 * The place "ministry": the forms and the outbox; behind them, by the id in the URL, one form (`VP-32`), the
 * receivers (`receivers`) or one package (its id).
 */
export function MinistryPlace() {
  const { id } = useParams({ strict: false })
  if (id === undefined) return <FormsPage />
  if (id === 'receivers') return <ReceiversPage />
  const form = formIdSchema.safeParse(id)
  return form.success ? <FormPage key={id} form={form.data} /> : <PackagePage key={id} id={id} />
}
