import { useQuery } from '@tanstack/react-query'
import { orpc } from '../app/client.ts'

/** Everybody, for fields that choose a person. */
export function usePeopleOptions(): { value: string; label: string }[] {
  const people = useQuery(orpc.people.list.queryOptions()).data ?? []
  return people.map(({ id, name, position }) => ({
    value: id,
    label: position === '' ? name : `${name}, ${position}`,
  }))
}
