import type { Selection } from '../../shared/reports/figure.ts'

/** The places that list records, by kind; the institution is a page of the settings. */
const listPaths = {
  partner: '/partners',
  agreement: '/agreements',
  programme: '/programmes',
  cohort: '/mobility',
  institution: '/settings',
} as const satisfies Record<Selection['entity'], string>

/** Where the records of a selection are listed: the place and its filter as search parameters. */
export function linkTo(selection: Selection): {
  to: (typeof listPaths)[Selection['entity']]
  search: Record<string, unknown>
} {
  return { to: listPaths[selection.entity], search: { ...selection.filter } }
}
