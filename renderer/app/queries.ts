import { QueryClient } from '@tanstack/react-query'
import { isConnectionLost } from './refusal.ts'

/**
 * Answers of the data service by procedure and input. They stay true until the service says otherwise
 * (`live-updates.ts`), and the network has no part in it.
 */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 5 * 60_000,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (failures, error) => isConnectionLost(error) && failures < 2,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
