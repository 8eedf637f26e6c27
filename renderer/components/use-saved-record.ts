import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { RecordMeta } from '../../shared/kernel/record.ts'
import type { SavedRecord } from './record/record-calls.ts'

/** A record with its findings as the data service has it now: `useSavedRecord('partners', data.partners.get, id)`. */
export function useSavedRecord<Entry extends RecordMeta>(
  topic: string,
  get: (input: { id: string }) => Promise<SavedRecord<Entry>>,
  id: string,
): UseQueryResult<SavedRecord<Entry>> {
  return useQuery({
    queryKey: [[topic, 'get'], { input: { id }, type: 'query' }],
    queryFn: () => get({ id }),
  })
}
