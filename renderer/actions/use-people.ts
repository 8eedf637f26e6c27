import { useQuery } from '@tanstack/react-query'
import { orpc } from '../app/client.ts'

/** Everybody who can be responsible for something, for fields that choose one. */
export function usePeopleOptions(): { readonly value: string; readonly label: string }[] {
  const people = useQuery(orpc.people.list.queryOptions()).data ?? []
  return people.map(({ id, name }) => ({ value: id, label: name }))
}
