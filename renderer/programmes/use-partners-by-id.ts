import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { allPartners, type PartnerSummary } from '../../shared/partners/partner.ts'
import { orpc } from '../app/client.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'

const none: ReadonlyMap<string, PartnerSummary> = new Map()

/** The partners with these ids; those that are not known yet are absent. */
export function usePartnersById(ids: readonly string[]): ReadonlyMap<string, PartnerSummary> {
  const language = useLanguage()
  const on = useToday()
  const wanted = [...new Set(ids)].toSorted()
  const answer = useQuery(
    orpc.partners.list.queryOptions({
      input: {
        text: '',
        filter: { ...allPartners, ids: wanted },
        sort: [],
        offset: 0,
        limit: Math.max(1, wanted.length),
        on,
        language,
      },
      enabled: wanted.length > 0,
    }),
  ).data
  return useMemo(
    () => (answer === undefined ? none : new Map(answer.rows.map((partner) => [partner.id, partner]))),
    [answer],
  )
}
