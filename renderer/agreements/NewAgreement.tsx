import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import type { AgreementFields } from '../../shared/agreements/agreement.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { DetailPanel } from '../components/DetailPanel.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { usePlace } from '../components/record/place-context.ts'
import { AgreementForm } from './AgreementForm.tsx'
import { emptyAgreement } from './agreement-fields.ts'

/** What a new agreement may start from, as the address says it. */
const startSchema = z.object({
  /** The agreement that it renews. */
  renew: z.string().optional().catch(undefined),
  /** The framework agreement that it is an annex of. */
  parent: z.string().optional().catch(undefined),
  /** The partner that it is made with. */
  partner: z.string().optional().catch(undefined),
})
type Start = z.infer<typeof startSchema>

/** The form of an agreement that is not saved yet: empty, a renewal, an annex, or with a given partner. */
export function NewAgreement() {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const asked = startSchema.parse(search)
  // The address loses these words when the list beside is filtered; the form keeps what it began with.
  const [start, setStart] = useState(asked)
  const isOther = Object.values(asked).some((value) => value !== undefined) && !sameStart(asked, start)
  if (isOther) setStart(asked)
  if (start.renew !== undefined) return <Renewal key={start.renew} id={start.renew} />
  if (start.parent !== undefined) return <Annex key={start.parent} parentId={start.parent} />
  return <Blank key={start.partner} start={withPartner(start.partner)} />
}

function sameStart(one: Start, other: Start): boolean {
  return one.renew === other.renew && one.parent === other.parent && one.partner === other.partner
}

function withPartner(partner: string | undefined): AgreementFields {
  return partner === undefined ? emptyAgreement : { ...emptyAgreement, partnerIds: [partner] }
}

function Blank({ start, hint }: { readonly start: AgreementFields; readonly hint?: string }) {
  const t = useText()
  const { open } = usePlace()
  return (
    <DetailPanel title={t('agreements:new')} subtitle={hint}>
      <AgreementForm saved={null} start={start} onSaved={({ id }) => open(id)} />
    </DetailPanel>
  )
}

function Renewal({ id }: { readonly id: string }) {
  const t = useText()
  const draft = useQuery(orpc.agreements.draftRenewal.queryOptions({ input: { id }, gcTime: 0 }))
  const renewed = useQuery(orpc.agreements.get.queryOptions({ input: { id } }))
  if (draft.error !== null) return <ErrorNotice error={draft.error} onRetry={() => void draft.refetch()} />
  if (draft.data === undefined || renewed.data === undefined) return <div aria-busy="true" />
  const { number, title } = renewed.data.record
  return (
    <Blank start={draft.data} hint={t('agreements:renewing', { name: number === '' ? title : number })} />
  )
}

function Annex({ parentId }: { readonly parentId: string }) {
  const parent = useQuery(orpc.agreements.get.queryOptions({ input: { id: parentId } }))
  if (parent.error !== null) return <ErrorNotice error={parent.error} onRetry={() => void parent.refetch()} />
  if (parent.data === undefined) return <div aria-busy="true" />
  const { partnerIds } = parent.data.record
  return <Blank start={{ ...emptyAgreement, kind: 'annex', parentId, partnerIds }} />
}
