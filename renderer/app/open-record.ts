import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { Entity, RecordReference } from '../../shared/kernel/record.ts'

/** Where records of a kind are shown. The institution and people are parts of the settings. */
export const recordPaths = {
  institution: '/settings/$id',
  person: '/settings/$id',
  framework: '/frameworks/$id',
  supplement: '/frameworks/$id',
  cycle: '/assessment/cycle/$id',
  assessment: '/assessment/work/$id',
  answer: '/settings/$id',
  action: '/actions/$id',
  agency: '/agencies/$id',
  accreditation: '/accreditation/$id',
  evidence: '/evidence/$id',
  involvement: '/stakeholders/$id',
  survey: '/surveys/$id',
  partner: '/partners/$id',
  agreement: '/agreements/$id',
  programme: '/programmes/$id',
  cohort: '/mobility/$id',
} as const satisfies Record<Entity, string>

/** Opens the page of a record: `open({ entity: 'partner', id })`. */
export function useOpenRecord(): (record: RecordReference) => void {
  const navigate = useNavigate()
  return useCallback(
    ({ entity, id }) => void navigate({ to: recordPaths[entity], params: { id } }),
    [navigate],
  )
}
