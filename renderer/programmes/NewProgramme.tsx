import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { useText } from '../app/i18n.ts'
import { useToday } from '../app/today.ts'
import { DetailPanel } from '../components/DetailPanel.tsx'
import { usePlace } from '../components/record/place-context.ts'
import { newProgramme } from './programme-fields.ts'
import { ProgrammeForm } from './ProgrammeForm.tsx'

/** What a new programme may start from, as the address says it. */
const startSchema = z.object({
  /** The partner that it is made with. */
  partner: z.string().optional().catch(undefined),
  /** The agreement that it runs under. */
  agreement: z.string().optional().catch(undefined),
})

/** The form of a programme that is not saved yet: empty, or with a given partner and agreement. */
export function NewProgramme() {
  const t = useText()
  const today = useToday()
  const { open } = usePlace()
  const search: Record<string, unknown> = useSearch({ strict: false })
  // The address loses these words when the list beside is filtered; the form keeps what it began with.
  const [{ partner, agreement }] = useState(() => startSchema.parse(search))
  const empty = newProgramme(today)
  const start =
    partner === undefined
      ? empty
      : { ...empty, partners: [{ partnerId: partner, agreementId: agreement ?? null, degree: '' }] }
  return (
    <DetailPanel title={t('programmes:new')}>
      <ProgrammeForm saved={null} start={start} onSaved={({ id }) => open(id)} />
    </DetailPanel>
  )
}
